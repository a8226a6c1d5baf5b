using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Pictures;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Teams.Officers;

/// <summary>What residents may know of an officer: a name and a photograph, each once they have agreed, each taken back as easily.</summary>
[MayDo(Deed.KeepTeams, At = "ward")]
[IgnoreAntiforgeryToken]
[TakesPicture]
public sealed class OfficerPage(WardbookDb db, Asker asker, PlaceTrees trees, PictureForm pictures, Settings settings, TimeProvider clock) : WorkPage(trees)
{
    /// <summary>Dots of the longer side: sharp at the size at which a page shows a face, and no larger.</summary>
    private const int Longest = 480;

    public Officer Officer { get; private set; } = null!;

    public bool HasPhotograph { get; private set; }

    public IReadOnlyList<Choice> Accounts { get; private set; } = [];

    public int Most => settings.LargestPhotograph;

    public string? Name { get; private set; }

    public string? PublicName { get; private set; }

    public string? NameAgreed { get; private set; }

    public string? PhotographAgreed { get; private set; }

    public string? Remove { get; private set; }

    public string? Account { get; private set; }

    /// <summary>Never filled: a browser does not take back a file.</summary>
    public string? Photograph { get; }

    public int Version { get; private set; }

    public Clash? Clash { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
        {
            return NotFound();
        }

        Show();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
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

        string? Typed(string field) => sent.Fields[field].FirstOrDefault();
        (Name, PublicName, NameAgreed, PhotographAgreed) = (Typed(nameof(Name)), Typed(nameof(PublicName)), Typed(nameof(NameAgreed)), Typed(nameof(PhotographAgreed)));
        (Remove, Account) = (Typed(nameof(Remove)), Typed(nameof(Account)));
        _ = int.TryParse(Typed(nameof(Version)), NumberStyles.None, CultureInfo.InvariantCulture, out var version);
        Version = version;
        return await Keep(sent, cancel);
    }

    private async Task<IActionResult> Keep(SentPicture sent, CancellationToken cancel)
    {
        var name = ModelState.Words(nameof(Name), Name, Officer.LongestName, "Type the officer's name");
        var publicName = ModelState.Words(nameof(PublicName), PublicName, Officer.LongestName) is { Length: > 0 } one ? one : null;
        var nameAgreed = Agreed(nameof(NameAgreed), NameAgreed, publicName is null ? null : "A name is public only with the officer's agreement. Give the day on which they agreed");
        var photographAgreed = Agreed(nameof(PhotographAgreed), PhotographAgreed, null);
        Picture? picture = null;
        if (sent.Wrong is { } wrong)
        {
            ModelState.AddModelError(nameof(Photograph), wrong);
        }
        else if (sent.Photograph is { } bytes)
        {
            (picture, var refused) = Picture.Redraw(bytes, Longest);
            if (refused is not null)
            {
                ModelState.AddModelError(nameof(Photograph), refused);
            }
        }

        Guid? account = Guid.TryParse(Account, out var chosen) && Accounts.Any(choice => choice.Value == Account) ? chosen : null;
        if (account is null && !string.IsNullOrEmpty(Account))
        {
            ModelState.AddModelError(nameof(Account), "Choose an account from the list, or none");
        }

        if (ModelState.IsValid && Version != Officer.Version)
        {
            Clash = Clash.Found(ModelState, nameof(Version), Officer.Version, ("Name", Officer.Name, name), ("Public name", Officer.PublicName, publicName),
                ("Agreed to the name", Asked.InField(Officer.NameAgreed), Asked.InField(nameAgreed)), ("Agreed to the photograph", Asked.InField(Officer.PhotographAgreed), Asked.InField(photographAgreed)));
            Version = Officer.Version;
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        (Officer.Name, Officer.PublicName, Officer.NameAgreed, Officer.PhotographAgreed, Officer.Account) = (name, publicName, publicName is null ? null : nameAgreed, photographAgreed, account);
        Officer.Version++;
        var there = await db.OfficerPhotographs.SingleOrDefaultAsync(row => row.Id == Officer.Id, cancel);
        if (picture is not null)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            _ = there is null ? db.OfficerPhotographs.Add(new() { Id = Officer.Id, Jpeg = picture.Jpeg, Made = now }).Entity : there;
            if (there is not null)
            {
                (there.Jpeg, there.Made) = (picture.Jpeg, now);
            }
        }
        else if (Remove == "yes" && there is not null)
        {
            db.OfficerPhotographs.Remove(there);
            Officer.PhotographAgreed = null;
        }

        Done = await db.TrySaveShown(Ward.Code, cancel) ? "Saved." : PlaceVersions.AtOnce;
        return LocalRedirect(Urls.Officer(Ward.Code, Officer.Id));
    }

    private DateOnly? Agreed(string field, string? typed, string? missing)
    {
        var day = ModelState.Day(field, typed, missing);
        if (day > asker.Today)
        {
            ModelState.AddModelError(field, "Nobody can have agreed on a day that has not come yet");
        }

        return day;
    }

    private void Show() => (Name, PublicName, NameAgreed, PhotographAgreed, Account, Version) =
        (Officer.Name, Officer.PublicName, Asked.InField(Officer.NameAgreed), Asked.InField(Officer.PhotographAgreed), Officer.Account?.ToString(), Officer.Version);

    private async Task<bool> Find(Guid id, CancellationToken cancel)
    {
        if (await db.Officers.SingleOrDefaultAsync(row => row.Id == id && row.Name != "", cancel) is not { } officer
            || !await db.Postings.AnyAsync(posting => posting.Officer == id && db.Teams.Any(team => team.Id == posting.Team && team.PlaceKind == Ward.Kind && team.PlaceCode == Ward.Code), cancel))
        {
            return false;
        }

        var day = asker.Today;
        Officer = officer;
        HasPhotograph = await db.OfficerPhotographs.AnyAsync(row => row.Id == id, cancel);
        var own = await db.Accounts.AsNoTracking()
            .Where(row => row.Name != "" && (row.Id == officer.Account || (row.Closed == null && db.HeldRoles.Any(held =>
                held.Account == row.Id && held.PlaceKind == Ward.Kind && held.PlaceCode == Ward.Code && held.Ended == null && held.From <= day && (held.To == null || held.To >= day)))))
            .OrderBy(row => row.Name).Select(row => new { row.Id, row.Name }).ToListAsync(cancel);
        Accounts = [new("", "None"), .. own.Select(row => new Choice(row.Id.ToString(), row.Name))];
        return true;
    }
}
