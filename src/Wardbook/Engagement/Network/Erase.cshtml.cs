using Microsoft.AspNetCore.Mvc;
using Wardbook.Accounts;
using Wardbook.Accounts.Record;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Engagement.Network;

/// <summary>Takes out everything that is held of a key individual who no longer wants to be kept, after it was looked at once more.</summary>
[MayDo(Deed.ReadContacts, At = "ward")]
public sealed class ErasePage(WardbookDb db, Asker asker, PlaceTrees trees) : WorkPage(trees)
{
    public HeldOfIndividual Held { get; private set; } = null!;

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await HeldOfIndividual.Find(db, Ward, id, cancel) is not { } held)
        {
            return NotFound();
        }

        Held = held;
        await ChangeRecord.NoteReading(HttpContext, "key individual", id.ToString(), null, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await HeldOfIndividual.Find(db, Ward, id, cancel) is not { } held)
        {
            return NotFound();
        }

        if (!await asker.May(Deed.RecordActivity, Ward))
        {
            return Forbid();
        }

        HeldOfIndividual.Empty(held.Person, held.Talks, asker.Today);
        db.IsErasing = true;
        var erasure = ChangeRecord.Note(db, new(Happened.Erased, "key individual", id.ToString(), null, "asked for by the person"));
        await RecordedOf.Erase(db, [id, .. held.Talks.Select(talk => talk.Id)], erasure, cancel);
        await db.SaveChangesAsync(cancel);
        db.IsErasing = false;
        Done = "Everything that was held of this person is erased.";
        return LocalRedirect(Urls.Network(Ward.Code));
    }
}
