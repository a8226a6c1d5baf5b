using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Accounts.Record;
using Wardbook.Shared;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Engagement.Network;

/// <summary>Adds a key individual, changes what is known of one, or notes that they agree again. The address holds the id that a new one will have.</summary>
[MayDo(Deed.ReadContacts, At = "ward")]
public sealed class EditIndividualPage(WardbookDb db, Asker asker, PlaceTrees trees, Settings settings) : WorkPage(trees)
{
    private List<KeyIndividualCover> covers = [];
    private IReadOnlyList<CoveredPart> parts = [];

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    [BindProperty]
    public string? Contact { get; set; }

    [BindProperty]
    public string? Knows { get; set; }

    [BindProperty]
    public string? Agreed { get; set; }

    [BindProperty]
    public List<string> Covers { get; set; } = [];

    [BindProperty]
    public int Version { get; set; }

    public KeyIndividual? Known { get; private set; }

    public Clash? Clash { get; private set; }

    public int Months => settings.ConsentMonths;

    public IReadOnlyList<Choice> Parts => [.. parts.Select(part => new Choice(part.Id.ToString(), part.IsBeat ? $"{part.Name} (beat)" : part.Name))];

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await Find(id, cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        if (Known is { } known)
        {
            await ChangeRecord.NoteReading(HttpContext, "key individual", id.ToString(), null, cancel);
            // Of somebody whose agreement ran out nobody is shown how to reach them, here either.
            (Name, Role, Contact, Knows) = (known.Name, known.Role, known.AgreesOn(asker.Today) ? known.Contact : "", known.Knows);
            (Agreed, Version, Covers) = (Asked.InField(known.Agreed), known.Version, [.. covers.Select(cover => (cover.Beat ?? cover.Community)!.Value.ToString())]);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await Find(id, cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        var name = ModelState.Words(nameof(Name), Name, KeyIndividual.LongestLine, "Type the name");
        var role = ModelState.Words(nameof(Role), Role, KeyIndividual.LongestLine);
        var contact = ModelState.Words(nameof(Contact), Contact, KeyIndividual.LongestLine);
        var knows = ModelState.Words(nameof(Knows), Knows, KeyIndividual.LongestWords);
        var agreed = ModelState.Day(nameof(Agreed), Agreed, "Nobody is kept here who did not agree. Give the day on which they did");
        if (agreed > asker.Today)
        {
            ModelState.AddModelError(nameof(Agreed), "Nobody can have agreed on a day that has not come yet");
        }
        else if (agreed?.AddMonths(Months) < asker.Today)
        {
            ModelState.AddModelError(nameof(Agreed), $"An agreement lasts {Months} months, so this one is over. Ask them again, and give the day on which they said yes");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var person = Known;
        if (person is not null && person.Version != Version && (person.Name, person.Role, person.Contact, person.Knows, (DateOnly?)person.Agreed) != (name, role, contact, knows, agreed))
        {
            Version = person.Version;
            Clash = Clash.Found(ModelState, nameof(Version), person.Version, ("Name", person.Name, name), ("What they are", person.Role, role), ("How to reach them", person.Contact, contact), ("What they know", person.Knows, knows), ("Agreed on", Asked.InField(person.Agreed), Asked.InField(agreed)));
            return Page();
        }

        if (person is null)
        {
            db.KeyIndividuals.Add(person = new() { Id = id, PlaceKind = Ward.Kind, PlaceCode = Ward.Code, Name = name, Agreed = agreed!.Value, AgreedUntil = agreed.Value.AddMonths(Months), From = asker.Today });
        }
        else
        {
            person.Version++;
        }

        (person.Name, person.Role, person.Contact, person.Knows) = (name, role, contact, knows);
        (person.Agreed, person.AgreedUntil) = (agreed!.Value, agreed.Value.AddMonths(Months));
        Cover(id);
        Done = await db.TrySaveShown(Ward.Code, cancel) ? "Saved." : PlaceVersions.AtOnce;
        return LocalRedirect(Urls.KeyIndividual(Ward.Code, id));
    }

    private void Cover(Guid id)
    {
        var chosen = parts.Where(part => Covers.Contains(part.Id.ToString())).ToList();
        db.KeyIndividualCovers.RemoveRange(covers.Where(cover => !chosen.Exists(part => part.Id == (cover.Beat ?? cover.Community))));
        db.KeyIndividualCovers.AddRange(chosen.Where(part => !covers.Exists(cover => (cover.Beat ?? cover.Community) == part.Id))
            .Select(part => new KeyIndividualCover { Id = Guid.CreateVersion7(), Individual = id, Beat = part.IsBeat ? part.Id : null, Community = part.IsBeat ? null : part.Id }));
    }

    private async Task<IActionResult?> Find(Guid id, CancellationToken cancel)
    {
        Known = await db.KeyIndividuals.SingleOrDefaultAsync(row => row.Id == id, cancel);
        if (Known is { } known && (known.Place != Ward || known.IsErased))
        {
            return NotFound();
        }

        covers = await db.KeyIndividualCovers.Where(cover => cover.Individual == id).ToListAsync(cancel);
        parts = (await WardNetwork.Find(db, settings, Ward, asker.Today, cancel)).Parts;
        return null;
    }
}
