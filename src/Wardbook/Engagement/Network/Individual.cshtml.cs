using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Accounts.Record;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Engagement.Network;

/// <summary>One key individual, and talks with them. Opening it is recorded.</summary>
[MayDo(Deed.ReadContacts, At = "ward")]
public sealed class IndividualPage(WardbookDb db, Asker asker, PlaceTrees trees) : WorkPage(trees)
{
    public HeldOfIndividual Held { get; private set; } = null!;

    public bool MayEdit { get; private set; }

    public DateOnly Today => asker.Today;

    [BindProperty]
    public string? Day { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    /// <summary>The id that the talk will have: sent twice, it is one.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        (Day, NewId) = (Asked.InField(asker.Today), Guid.CreateVersion7());
        return await Find(id, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
        {
            return NotFound();
        }

        if (!MayEdit)
        {
            return Forbid();
        }

        if (await db.KeyInterviews.AnyAsync(talk => talk.Id == NewId, cancel))
        {
            return LocalRedirect(Urls.KeyIndividual(Ward.Code, id));
        }

        var day = ModelState.Day(nameof(Day), Day, "Give the day of the talk");
        var words = ModelState.Words(nameof(Words), Words, KeyInterview.LongestWords);
        if (day > asker.Today)
        {
            ModelState.AddModelError(nameof(Day), "The day has not come yet. Write a talk down once it was held");
        }

        if (day < Held.Person.From)
        {
            ModelState.AddModelError(nameof(Day), $"They are part of the network since {Held.Person.From:d MMMM yyyy}. The day must not be before");
        }

        if (!Held.Person.AgreesOn(asker.Today))
        {
            ModelState.AddModelError("", "Their agreement ran out. Note first that they agree again");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.KeyInterviews.Add(new() { Id = NewId, Individual = id, Day = day!.Value, By = asker.Account, Words = words });
        Done = await db.TrySaveShown(Ward.Code, cancel) ? "The talk is written down." : PlaceVersions.AtOnce;
        return LocalRedirect(Urls.KeyIndividual(Ward.Code, id));
    }

    private async Task<bool> Find(Guid id, CancellationToken cancel)
    {
        if (await HeldOfIndividual.Find(db, Ward, id, cancel) is not { } held)
        {
            return false;
        }

        Held = held;
        MayEdit = await asker.May(Deed.RecordActivity, Ward);
        await ChangeRecord.NoteReading(HttpContext, "key individual", id.ToString(), null, cancel);
        return true;
    }
}
