using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Record;
using Wardbook.Accounts.Record.Reading;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Accounts.Administration;

/// <summary>The whole record of change, by person, kind of record and days.</summary>
[MayDo(Deed.ReadChangeRecord)]
public sealed class ChangesPage(WardbookDb db, PlaceTrees trees, IEnumerable<RecordNaming> namings) : PageModel
{
    public const int OnAPage = 50;
    private const int MostFound = 20;

    /// <summary>Sent as a form, so that no name stands in an address.</summary>
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty(SupportsGet = true, Name = "by")]
    public Guid? By { get; set; }

    [BindProperty(SupportsGet = true, Name = "about")]
    public Guid? About { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "what")]
    public string? What { get; set; }

    [BindProperty(SupportsGet = true, Name = "first")]
    public string? First { get; set; }

    [BindProperty(SupportsGet = true, Name = "last")]
    public string? Last { get; set; }

    public string Heading { get; private set; } = "Record of changes";

    public IReadOnlyList<Choice> Kinds { get; private set; } = [];

    public IReadOnlyList<Choice> Happenings { get; } = [new("", "Anything"), .. Enum.GetValues<Happened>().Select(happened => new Choice(happened.ToString(), char.ToUpperInvariant(happened.InWords()[0]) + happened.InWords()[1..]))];

    public IReadOnlyList<ReadEntry> Changes { get; private set; } = [];

    public EntryWords Words { get; private set; } = EntryWords.None;

    public int Count { get; private set; }

    public Paging Paging { get; private set; } = Paging.None;

    /// <summary>Those whose name was looked for; null when nobody was.</summary>
    public IReadOnlyList<PeopleByName.Named>? Found { get; private set; }

    public bool IsNarrowed => Request.Query.Count > 0;

    public string FileAddress => Urls.Changes + ".csv" + Request.QueryString;

    public async Task OnGetAsync(CancellationToken cancel) => await Show(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var name = (Name ?? "").Trim();
        var found = name.Length == 0 ? [] : (await PeopleByName.List(db, name, cancel)).Take(MostFound).ToList();
        if (found.Count == 0)
        {
            ModelState.AddModelError(nameof(Name), name.Length == 0 ? "Type a name or a part of one" : "Nobody has a name with this in it");
        }
        else
        {
            Found = found;
        }

        await Show(cancel);
        return Page();
    }

    private async Task Show(CancellationToken cancel)
    {
        List<RecordNaming> all = [.. namings];
        var kinds = await db.RecordEntries.Where(entry => entry.Kind != "").Select(entry => entry.Kind).Distinct().ToListAsync(cancel);
        Kinds = [new("", "Any"), .. EntryWords.Kinds(kinds, all).Select(one => new Choice(one.Kind, one.Words))];
        var search = new RecordSearch(
            By, About, string.IsNullOrEmpty(Kind) ? null : Kind, null, Enum.TryParse<Happened>(What, out var happened) ? happened : null,
            Day(First, "first", "first day"), Day(Last, "last", "last day"));
        if (search is { First: { } first, Last: { } last } && last < first)
        {
            ModelState.AddModelError("last", "The last day must not lie before the first day");
        }

        if (!ModelState.IsValid && Found is null && Name is null)
        {
            return;
        }

        Heading = (By ?? About) is { } person ? $"{(By is null ? "What concerns" : "What was done by")} {await NameOf(person, cancel)}" : Heading;
        Count = await search.Count(db, cancel);
        Paging = Paging.Of(Request, Count, OnAPage);
        Changes = await search.List(db, Paging.Skip, OnAPage, cancel);
        Words = await EntryWords.Of(db, await trees.Current(), all, Changes, cancel);
        if (Changes.Any(change => change.ShowsPersonal))
        {
            await ChangeRecord.NoteReading(HttpContext, "change record", "", About ?? By, cancel);
        }
    }

    private async Task<string> NameOf(Guid account, CancellationToken cancel) =>
        await db.Accounts.Where(row => row.Id == account).Select(row => row.Name).SingleOrDefaultAsync(cancel) is { Length: > 0 } name ? name : ReadEntry.Nobody;

    private DateOnly? Day(string? typed, string field, string label)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (DateOnly.TryParseExact(typed.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        ModelState.AddModelError(field, $"The {label} must be a day such as 2026-06-01");
        return null;
    }
}
