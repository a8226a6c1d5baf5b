using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Places;
using Wardbook.Shared;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Pictures;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Engagement.Activities;

/// <summary>One finding of a walk: what, where, how bad, a photograph with parts hidden on request. The address holds the id that a new one will have.</summary>
[MayDo(Deed.RecordActivity, At = "ward")]
[IgnoreAntiforgeryToken]
[TakesPicture]
public sealed class FindingPage(WardbookDb db, PlaceTrees trees, PictureForm pictures, Settings settings, TimeProvider clock) : WorkPage(trees)
{
    private const int Longest = 1_600;

    private static readonly string[] Rows = ["Top", "Middle", "Bottom"], Columns = ["left", "centre", "right"];

    public WalkFound Walk { get; private set; } = null!;

    public Guid Id { get; private set; }

    public WalkFinding? Known { get; private set; }

    public bool HasPhotograph { get; private set; }

    public int Most => settings.LargestPhotograph;

    public string? What { get; private set; }

    public string? Where { get; private set; }

    public string? Pin { get; private set; }

    public string? Score { get; private set; }

    /// <summary>Never filled: a browser does not take back a file.</summary>
    public string? Photograph { get; }

    public IReadOnlyList<string> Hide { get; private set; } = [];

    public string? TakeOut { get; private set; }

    public IReadOnlyList<Choice> Scores { get; } = [new("1", "1, as it should be"), new("2", "2"), new("3", "3"), new("4", "4"), new("5", "5, bad")];

    /// <summary>Nine parts, so that hiding needs no script.</summary>
    public IReadOnlyList<Choice> Parts { get; } = [.. from row in Enumerable.Range(0, 3) from column in Enumerable.Range(0, 3) select new Choice($"{row}{column}", $"{Rows[row]} {Columns[column]}")];

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid activity, Guid id, CancellationToken cancel)
    {
        if (!await Find(activity, id, cancel))
        {
            return NotFound();
        }

        Show();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid activity, Guid id, CancellationToken cancel)
    {
        if (!await Find(activity, id, cancel))
        {
            return NotFound();
        }

        SentPicture sent;
        try
        {
            sent = await pictures.Receive(HttpContext, cancel);
        }
        catch (BadHttpRequestException)
        {
            return BadRequest();
        }

        if (sent.Fields.Count == 0 && sent.Wrong is { } tooBig)
        {
            Show();
            ModelState.AddModelError(nameof(Photograph), tooBig);
            return Page();
        }

        (What, Where, Pin, Score, TakeOut) = (sent.Fields[nameof(What)], sent.Fields[nameof(Where)], sent.Fields[nameof(Pin)], sent.Fields[nameof(Score)], sent.Fields[nameof(TakeOut)]);
        Hide = [.. sent.Fields[nameof(Hide)].OfType<string>()];
        return await Keep(sent, cancel);
    }

    private async Task<IActionResult> Keep(SentPicture sent, CancellationToken cancel)
    {
        var there = await db.WalkPhotographs.SingleOrDefaultAsync(row => row.Id == Id, cancel);
        if (Known is { } wrong && TakeOut == "yes")
        {
            wrong.TakenOut = clock.GetUtcNow().UtcDateTime;
            if (there is not null)
            {
                db.WalkPhotographs.Remove(there);
            }

            return await Saved("The finding is taken out.", cancel);
        }

        var what = ModelState.Words(nameof(What), What, WalkFinding.LongestWhat, "Say what is there");
        var where = ModelState.Words(nameof(Where), Where, WalkFinding.LongestWhere, "Say where it is, so that the list says as much as the map");
        var at = At();
        var score = ModelState.Number(nameof(Score), Score, 1, WalkFinding.Worst, "Choose how bad it is", "Choose how bad it is");
        var hidden = Hide.Where(part => Parts.Any(choice => choice.Value == part))
            .Select(part => new Part((part[1] - '0') / 3.0, (part[0] - '0') / 3.0, (part[1] - '0' + 1) / 3.0, (part[0] - '0' + 1) / 3.0)).ToList();
        Picture? picture = null;
        if (sent.Wrong is { } refused)
        {
            ModelState.AddModelError(nameof(Photograph), refused);
        }
        else if ((sent.Photograph ?? (hidden.Count > 0 ? there?.Jpeg : null)) is { } bytes)
        {
            (picture, var damaged) = Picture.Redraw(bytes, Longest, hidden);
            if (damaged is not null)
            {
                ModelState.AddModelError(nameof(Photograph), damaged);
            }
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (Known is not { } finding)
        {
            db.WalkFindings.Add(finding = new() { Id = Id, Activity = Walk.Activity.Id, What = what, Where = where, Score = score!.Value, Made = now });
        }

        (finding.What, finding.Where, finding.Score, finding.LatitudeE7, finding.LongitudeE7) = (what, where, score!.Value, at?.LatitudeE7, at?.LongitudeE7);
        if (picture is not null && there is null)
        {
            db.WalkPhotographs.Add(new() { Id = Id, Jpeg = picture.Jpeg, Made = now });
        }
        else if (picture is not null)
        {
            (there!.Jpeg, there.Made) = (picture.Jpeg, now);
        }

        return await Saved("The finding is saved.", cancel);
    }

    private async Task<IActionResult> Saved(string done, CancellationToken cancel)
    {
        Done = await db.TrySaveShown(Ward.Code, cancel) ? done : PlaceVersions.AtOnce;
        return LocalRedirect(Urls.Walk(Ward.Code, Walk.Activity.Id));
    }

    private Point? At()
    {
        if (string.IsNullOrWhiteSpace(Pin))
        {
            return null;
        }

        if (Pin.Split(',') is [var north, var east]
            && double.TryParse(north, NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude) && double.TryParse(east, NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
            && Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180)
        {
            return Point.OfDegrees(longitude, latitude);
        }

        ModelState.AddModelError(nameof(Pin), "This is not a place. Press the map, or type latitude and longitude such as 51.46130,-0.11560");
        return null;
    }

    private void Show()
    {
        (What, Where, Score) = (Known?.What, Known?.Where, Known?.Score.ToString(CultureInfo.InvariantCulture));
        Pin = Known is { LatitudeE7: { } latitude, LongitudeE7: { } longitude } ? string.Create(CultureInfo.InvariantCulture, $"{latitude / (double)Point.PerDegree:0.00000},{longitude / (double)Point.PerDegree:0.00000}") : null;
    }

    private async Task<bool> Find(Guid activity, Guid id, CancellationToken cancel)
    {
        Id = id;
        if (await WalkFound.Find(db, Ward, activity, cancel) is not { } walk)
        {
            return false;
        }

        Walk = walk;
        Known = await db.WalkFindings.SingleOrDefaultAsync(row => row.Id == id, cancel);
        HasPhotograph = await db.WalkPhotographs.AnyAsync(row => row.Id == id, cancel);
        return Known is null || (Known.Activity == activity && Known.TakenOut is null);
    }
}
