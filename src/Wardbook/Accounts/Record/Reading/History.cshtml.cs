using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Wardbook.Shared;
using Wardbook.Shared.Tables;
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

    public Paging Paging { get; private set; } = Paging.None;

    public IReadOnlyList<Link> Trail => [new("Record of changes", Urls.Changes), new("History", null)];

    public async Task<IActionResult> OnGetAsync(string kind, string key, CancellationToken cancel)
    {
        (Kind, Key) = (kind.Replace('-', ' '), key);
        var search = new RecordSearch(Kind: Kind, Key: Key);
        var count = await search.Count(db, cancel);
        if (count == 0)
        {
            return NotFound();
        }

        Paging = Paging.Of(Request, count, OnAPage);
        Changes = await search.List(db, Paging.Skip, OnAPage, cancel);
        if (Changes.Any(change => change.ShowsPersonal))
        {
            await ChangeRecord.NoteReading(HttpContext, Kind, Key, Changes[0].Entry.About, cancel);
        }

        return Page();
    }
}
