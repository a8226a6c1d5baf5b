using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Accounts.Record;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Engagement.Communities;

/// <summary>Somebody through whom a community is reached: written down with their agreement, changed, ended, erased. Opening it is recorded.</summary>
[MayDo(Deed.ReadContacts, At = "ward")]
public sealed class ThroughPage(WardbookDb db, Asker asker, PlaceTrees trees) : WorkPage(trees)
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    [BindProperty]
    public string? Contact { get; set; }

    [BindProperty]
    public string? Agreed { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Erase { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public Community Community { get; private set; } = null!;

    public Intermediary? Known { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid community, Guid id, CancellationToken cancel)
    {
        if (await Find(community, id, cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        if (Known is { } known)
        {
            await ChangeRecord.NoteReading(HttpContext, "intermediary", id.ToString(), null, cancel);
            (Name, Role, Contact, Agreed, To, Version) = (known.Name, known.Role, known.Contact, Asked.InField(known.Agreed), Asked.InField(known.To), known.Version);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid community, Guid id, CancellationToken cancel)
    {
        if (await Find(community, id, cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        if (Known is { } gone && Erase == "yes")
        {
            KeptIntermediaries.Empty(gone, asker.Today);
            db.IsErasing = true;
            var erasure = ChangeRecord.Note(db, new(Happened.Erased, "intermediary", id.ToString(), null, "asked for on the page of a community"));
            await RecordedOf.Erase(db, [id], erasure, cancel);
            await db.SaveChangesAsync(cancel);
            db.IsErasing = false;
            Done = "Everything that was held of this person is erased.";
            return LocalRedirect(Urls.Community(Ward.Code, community));
        }

        var name = ModelState.Words(nameof(Name), Name, Intermediary.LongestText, "Type the name");
        var role = ModelState.Words(nameof(Role), Role, Intermediary.LongestText);
        var contact = ModelState.Words(nameof(Contact), Contact, Intermediary.LongestText);
        var agreed = ModelState.Day(nameof(Agreed), Agreed, "Nobody is kept here who did not agree. Give the day on which they did");
        var to = ModelState.Day(nameof(To), To);
        if (agreed > asker.Today)
        {
            ModelState.AddModelError(nameof(Agreed), "Nobody can have agreed on a day that has not come yet");
        }

        if (Known is { } row && row.Version != Version && ModelState.IsValid && (row.Name, row.Role, row.Contact, (DateOnly?)row.Agreed, row.To) != (name, role, contact, agreed, to))
        {
            ModelState.AddModelError("", $"Somebody else changed this: {row.Name}, {row.Role}, {row.Contact}. Your words stand in the form; sending it again replaces theirs");
            ModelState.Remove(nameof(Version));
            Version = row.Version;
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (Known is not { } person)
        {
            db.Intermediaries.Add(person = new() { Id = id, Community = community, Name = name, Agreed = agreed!.Value });
        }
        else
        {
            person.Version++;
        }

        (person.Name, person.Role, person.Contact, person.Agreed, person.To) = (name, role, contact, agreed!.Value, to);
        Done = await db.TrySaveShown(Ward.Code, cancel) ? "Saved." : PlaceVersions.AtOnce;
        return LocalRedirect(Urls.Community(Ward.Code, community));
    }

    private async Task<IActionResult?> Find(Guid community, Guid id, CancellationToken cancel)
    {
        if (await CommunityPage.InWard(db, Ward, community, cancel) is not { } found)
        {
            return NotFound();
        }

        Community = found;
        Known = await db.Intermediaries.SingleOrDefaultAsync(row => row.Id == id, cancel);
        return !await asker.May(Deed.RecordActivity, Ward) ? Forbid() : Known is { } known && (known.Community != community || known.Name.Length == 0) ? NotFound() : null;
    }
}
