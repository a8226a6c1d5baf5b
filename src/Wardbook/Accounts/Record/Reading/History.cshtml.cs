using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Accounts.Record.Reading;

/// <summary>What happened to one record, whoever did it.</summary>
[MayDo(Deed.ReadChangeRecord)]
public sealed class HistoryPage(WardbookDb db) : PageModel
{
    public const int OnAPage = 50;

    public string Kind { get; private set; } = "";

    public string Key { get; private set; } = "";

    public IReadOnlyList<ReadEntry> Changes { get; private set; } = [];

    public int Pages { get; private set; }

    public int PageShown { get; private set; } = 1;

    public IReadOnlyList<Link> Trail => [new("Record of changes", Urls.Changes), new("History", null)];

    public async Task<IActionResult> OnGetAsync(string kind, string key, [FromQuery(Name = "page")] string? number, CancellationToken cancel)
    {
        (Kind, Key) = (kind.Replace('-', ' '), key);
        var search = new RecordSearch(Kind: Kind, Key: Key);
        var count = await search.Count(db, cancel);
        if (count == 0)
        {
            return NotFound();
        }

        Pages = (count + OnAPage - 1) / OnAPage;
        PageShown = Math.Clamp(int.TryParse(number, out var asked) ? asked : 1, 1, Pages);
        Changes = await search.List(db, (PageShown - 1) * OnAPage, OnAPage, cancel);
        if (Changes.Any(change => change.ShowsPersonal))
        {
            await ChangeRecord.NoteReading(HttpContext, Kind, Key, Changes[0].Entry.About, cancel);
        }

        return Page();
    }
}
