using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Record.Reading;

namespace Wardbook.Priorities.Evidence;

/// <summary>What the record of change calls the evidence about issues.</summary>
public static class EvidenceNaming
{
    public static IReadOnlyList<RecordNaming> All { get; } =
    [
        new("evidence note", "part of the evidence", async (db, _, keys, cancel) => await db.EvidenceNotes.AsNoTracking().Where(note => keys.Contains(note.Id))
            .Join(db.Issues, note => note.Issue, issue => issue.Id, (note, issue) => new { note.Id, note.Part, Issue = issue })
            .ToDictionaryAsync(row => row.Id, row => new NamedRecord($"{row.Part.InWords()}, of {row.Issue.Title}", Urls.Evidence(row.Issue.PlaceCode, row.Issue.Id)), cancel)),
        new("timed counts", "timed counts", async (db, _, keys, cancel) => await db.TimedCounts.AsNoTracking().Where(counts => keys.Contains(counts.Id))
            .Join(db.Issues, counts => counts.Issue, issue => issue.Id, (counts, issue) => new { counts.Id, counts.What, Issue = issue })
            .ToDictionaryAsync(row => row.Id, row => new NamedRecord($"{row.What}, for {row.Issue.Title}", Urls.Evidence(row.Issue.PlaceCode, row.Issue.Id)), cancel)),
        new("evidence pack", "evidence that was ready", async (db, _, keys, cancel) => await db.ReadyPacks.AsNoTracking().Where(pack => keys.Contains(pack.Id))
            .Join(db.Issues, pack => pack.Issue, issue => issue.Id, (pack, issue) => new { pack.Id, Issue = issue })
            .ToDictionaryAsync(row => row.Id, row => new NamedRecord($"Evidence about {row.Issue.Title}", Urls.Evidence(row.Issue.PlaceCode, row.Issue.Id)), cancel)),
    ];
}
