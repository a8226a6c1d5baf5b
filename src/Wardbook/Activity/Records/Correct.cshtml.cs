using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Activity.Recording;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Activity.Records;

/// <summary>Puts a record right by another one, or takes it back. Both stay.</summary>
[MayDo(Deed.RecordActivity, At = "ward")]
public sealed class CorrectPage(WardbookDb db, Asker asker, PlaceTrees trees, TimeProvider clock) : WorkPage(trees)
{
    private Aims aims = Aims.None;

    [BindProperty(SupportsGet = true)]
    public Guid Record { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Many { get; set; }

    [BindProperty]
    public string? Day { get; set; }

    [BindProperty]
    public string? Where { get; set; }

    [BindProperty]
    public string? Priority { get; set; }

    [BindProperty]
    public string? Reference { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string[] Sure { get; set; } = [];

    /// <summary>The id that the new record will have.</summary>
    [BindProperty]
    public Guid New { get; set; }

    /// <summary><c>take-back</c>, or to put it right.</summary>
    [BindProperty]
    public string? Do { get; set; }

    public ActivityRecord Old { get; private set; } = null!;

    public ActivityCatalogue Catalogue { get; private set; } = new([]);

    /// <summary>The record that put it right meanwhile.</summary>
    public Guid? Meanwhile { get; private set; }

    public bool IsUnusual { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public string What => Catalogue.InWords(Old.Kind, Old.Amount, Old.Day);

    public IReadOnlyList<Choice> Kinds => [.. Catalogue.Kinds.Where(kind => kind.Kind.HoldsOn(asker.Today) || kind.Code == Old.Kind).Select(kind => new Choice(kind.Code, kind.NameOn(asker.Today)))];

    public IReadOnlyList<Choice> Priorities => aims.Choices((Old.Action ?? Old.Priority)?.ToString());

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        if (!await Read(cancel))
        {
            return NotFound();
        }

        (Kind, Many, Day, Where, Priority, Reference) = (Old.Kind, Old.Amount.ToString(), Asked.InField(Old.Day), Old.Where, (Old.Action ?? Old.Priority)?.ToString(), Old.Reference);
        New = Guid.CreateVersion7();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        if (!await Read(cancel))
        {
            return NotFound();
        }

        if (New != default && await db.ActivityRecords.AnyAsync(record => record.Id == New && record.Corrects == Old.Id, cancel))
        {
            // Sent twice.
            return LocalRedirect(Urls.ActivityRecord(Ward.Code, New));
        }

        if (Old.Held is not null)
        {
            ModelState.AddModelError("", "It is counted by itself from something that was held, and is put right there");
            return Page();
        }

        var record = await Make(cancel);
        if (Meanwhile is not null)
        {
            ModelState.AddModelError("", "Somebody else put this record right or took it back while you were writing");
        }

        if (record is null || !ModelState.IsValid)
        {
            return Page();
        }

        if (await SaveActivity.Save(db, [record], cancel) is Saved.CorrectedMeanwhile)
        {
            Meanwhile = await Later(cancel);
            ModelState.AddModelError("", "Somebody else put this record right or took it back while you were writing");
            return Page();
        }

        Done = record.IsTakenBack ? "It is taken back and no longer counts. What was recorded can still be read." : "It is put right. What was recorded before can still be read.";
        return LocalRedirect(Urls.ActivityRecord(Ward.Code, record.Id));
    }

    /// <returns>Null when something is wrong.</returns>
    private async Task<ActivityRecord?> Make(CancellationToken cancel)
    {
        var why = ModelState.Words(nameof(Why), Why, ActivityRecord.LongestWhy);
        var id = New == default ? Guid.CreateVersion7() : New;
        var now = clock.GetUtcNow().UtcDateTime;
        if (Do == "take-back")
        {
            return Old.TakenBack(id, asker.Account, now, why);
        }

        if (AskedActivity.Day(ModelState, nameof(Day), Day, asker.Today) is not { } day)
        {
            return null;
        }

        var asked = new AskedActivity(Kind, Many, Where, Priority, Reference, Sure.Length > 0);
        var read = asked.Read(ModelState, Catalogue, aims, day);
        IsUnusual = asked.IsUnusual(Catalogue);

        // It stays whose it was, whoever puts it right.
        return read?.Make(id, Ward, day, new(Old.Team, "", Old.Officer, null), asker.Account, now, Old.Id, why);
    }

    private async Task<bool> Read(CancellationToken cancel)
    {
        if (await db.ActivityRecords.AsNoTracking().SingleOrDefaultAsync(record => record.Id == Record && record.PlaceKind == Ward.Kind && record.PlaceCode == Ward.Code, cancel) is not { } old)
        {
            return false;
        }

        (Old, Catalogue) = (old, await ActivityCatalogue.Find(db, cancel));
        aims = await Aims.Find(db, Ward, cancel);
        Meanwhile = await Later(cancel);
        return true;
    }

    private Task<Guid?> Later(CancellationToken cancel) => db.ActivityRecords.Where(record => record.Corrects == Old.Id).Select(record => (Guid?)record.Id).SingleOrDefaultAsync(cancel);
}
