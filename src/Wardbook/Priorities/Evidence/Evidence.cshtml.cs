using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared;
using Wardbook.Shared.Charts;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Priorities.Evidence;

/// <summary>All that is known about an issue, to be read by a panel in five minutes and printed: the five most telling facts first, each with how sure it is.</summary>
[MayDo(Deed.ReadPanelPapers, At = "ward")]
public sealed class EvidencePage(WardbookDb db, Asker asker, PlaceTrees trees, EvidenceReads reads, TimeProvider clock) : WorkPage(trees)
{
    public IssueEvidence Evidence { get; private set; } = null!;

    public IReadOnlyList<string> Facts { get; private set; } = [];

    public bool MayWrite { get; private set; }

    /// <summary>Which of the page's forms was sent.</summary>
    [BindProperty]
    public string? Do { get; set; }

    [BindProperty]
    public Guid Counts { get; set; }

    /// <summary>The id of what is made, so that a form sent twice makes one.</summary>
    [BindProperty]
    public Guid New { get; set; }

    [TempData]
    public string? Done { get; set; }

    /// <summary>Null when nothing is loaded.</summary>
    public MonthChart? Chart => Evidence.Crime is { } crime ? new($"{crime.Kind} recorded in {WardName}", crime.Here, crime.Last) { Things = "records" } : null;

    /// <summary>Those of what people said that have something in them.</summary>
    public IEnumerable<(string Name, string What)> SaidTables => new[]
    {
        (EvidenceLists.Channels, "the channels", true), (EvidenceLists.Times, "the times of day", Evidence.Said.SaidWhen > 0), (EvidenceLists.Weekdays, "the days", true), (EvidenceLists.Streets, "the streets", Evidence.Said.Streets.Count > 0),
    }.Where(table => table.Item3).Select(table => (table.Item1, table.Item2));

    public string ReadyInWords => Evidence.Ready is [var last, ..] ? $"Ready for the panel since {last.Day.InWords()}, {PlaceOf(last)}." : "Not marked as ready for the panel yet.";

    /// <summary>Where the issue stood when a pack was ready.</summary>
    public static string PlaceOf(ReadyPack ready) => ready.Rank is { } rank ? $"when it stood in place {rank} of {ready.Among}{(ready.Places.Contains(' ', StringComparison.Ordinal) ? $" (likely {ready.Places})" : "")}" : "when nobody had raised it for a year";

    public async Task<IActionResult> OnGetAsync(Guid issue, CancellationToken cancel)
    {
        New = Guid.CreateVersion7();
        return await Find(issue, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid issue, CancellationToken cancel)
    {
        if (!await Find(issue, cancel))
        {
            return NotFound();
        }

        return !MayWrite ? Forbid() : Do switch
        {
            "ready" => await Ready(cancel),
            "take-out" => await TakeOut(cancel),
            _ => BadRequest(),
        };
    }

    private async Task<IActionResult> Ready(CancellationToken cancel)
    {
        if (!await db.ReadyPacks.AnyAsync(pack => pack.Id == New, cancel))
        {
            db.ReadyPacks.Add(new()
            {
                Id = New == default ? Guid.CreateVersion7() : New,
                Issue = Evidence.Issue.Id,
                Day = asker.Today,
                Rank = Evidence.InOrder?.Ranked?.Rank,
                Among = Evidence.Among,
                Places = Evidence.InOrder?.PlacesInWords ?? "",
                People = Evidence.InOrder?.Ranked?.Count.People,
                Facts = string.Join('\n', Facts)[..Math.Min(ReadyPack.LongestFacts, string.Join('\n', Facts).Length)],
                Made = clock.GetUtcNow().UtcDateTime,
                MadeBy = asker.Account,
            });
            Done = await db.TrySaveShown(Ward.Code, cancel) || await db.ReadyPacks.AnyAsync(pack => pack.Id == New, cancel) ? "It is ready for the panel, with today's date." : PlaceVersions.AtOnce;
        }

        return LocalRedirect(Urls.Evidence(Ward.Code, Evidence.Issue.Id));
    }

    private async Task<IActionResult> TakeOut(CancellationToken cancel)
    {
        if (await db.TimedCounts.SingleOrDefaultAsync(counts => counts.Id == Counts && counts.Issue == Evidence.Issue.Id, cancel) is not { } counts)
        {
            return NotFound();
        }

        counts.TakeOut(clock.GetUtcNow().UtcDateTime);
        Done = await db.TrySaveShown(Ward.Code, cancel) ? $"Taken out: {counts.What}. Attach it again if that was a mistake." : PlaceVersions.AtOnce;
        return LocalRedirect(Urls.Evidence(Ward.Code, Evidence.Issue.Id));
    }

    private async Task<bool> Find(Guid issue, CancellationToken cancel)
    {
        if (await reads.Find(Ward, issue, asker.Today, cancel) is not { } found)
        {
            return false;
        }

        (Evidence, Facts) = (found, EvidenceWords.Facts(found));
        MayWrite = await asker.May(Deed.RunCycle, Ward);
        return true;
    }
}
