using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Wardbook.Shared;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Accounts.Record.Reading;

/// <summary>What happened to one record, whoever did it.</summary>
[MayDo(Deed.ReadChangeRecord)]
public sealed class HistoryPage(WardbookDb db, PlaceTrees trees, IEnumerable<RecordNaming> namings) : PageModel
{
    public const int OnAPage = 50;

    /// <summary>As a person says it.</summary>
    public string Kind { get; private set; } = "";

    public string Key { get; private set; } = "";

    public IReadOnlyList<ReadEntry> Changes { get; private set; } = [];

    public EntryWords Words { get; private set; } = EntryWords.None;

    /// <summary>What the record is called; null when it is no more.</summary>
    public NamedRecord? Named { get; private set; }

    public Paging Paging { get; private set; } = Paging.None;

    public IReadOnlyList<Link> Trail => [new("Record of changes", Urls.Changes), new("History", null)];

    public async Task<IActionResult> OnGetAsync(string kind, string key, CancellationToken cancel)
    {
        var (recorded, all) = (kind.Replace('-', ' '), namings.ToList());
        // A kind that has a hyphen of its own.
        recorded = all.Find(naming => naming.Kind.Replace(' ', '-') == kind)?.Kind ?? recorded;
        Key = key;
        var search = new RecordSearch(Kind: recorded, Key: Key);
        var count = await search.Count(db, cancel);
        if (count == 0)
        {
            return NotFound();
        }

        Paging = Paging.Of(Request, count, OnAPage);
        Changes = await search.List(db, Paging.Skip, OnAPage, cancel);
        Words = await EntryWords.Of(db, await trees.Current(), all, Changes, cancel);
        (Kind, Named) = (Words.Kind(recorded), Words.Record(Changes[0]));
        if (Changes.Any(change => change.ShowsPersonal))
        {
            await ChangeRecord.NoteReading(HttpContext, recorded, Key, Changes[0].Entry.About, cancel);
        }

        return Page();
    }
}
