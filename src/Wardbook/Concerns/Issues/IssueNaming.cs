using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Record.Reading;

namespace Wardbook.Concerns.Issues;

/// <summary>What the record of change calls issues.</summary>
public static class IssueNaming
{
    public static RecordNaming Issues { get; } = new("issue", "issue", async (db, _, keys, cancel) => await db.Issues.AsNoTracking().Where(issue => keys.Contains(issue.Id))
        .ToDictionaryAsync(issue => issue.Id, issue => new NamedRecord(issue.Title, Urls.WorkIssue(issue.PlaceCode, issue.Id)), cancel));

    public static RecordNaming Groupings { get; } = new("grouping", "grouping", async (db, _, keys, cancel) => await db.Groupings.AsNoTracking().Where(grouping => keys.Contains(grouping.Id))
        .Join(db.Issues, grouping => grouping.Issue, issue => issue.Id, (grouping, issue) => new { grouping.Id, Issue = issue })
        .ToDictionaryAsync(row => row.Id, row => new NamedRecord($"Something people said, in {row.Issue.Title}", Urls.WorkIssue(row.Issue.PlaceCode, row.Issue.Id)), cancel));
}
