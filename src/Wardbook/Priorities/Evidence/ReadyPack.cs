using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Accounts.Record;
using Wardbook.Store;

namespace Wardbook.Priorities.Evidence;

/// <summary>That the evidence about an issue was ready for the panel on a day, with where the issue stood then and what the pack said first. Said again later, it is another.</summary>
[Recorded("evidence pack")]
public sealed class ReadyPack
{
    public const int LongestFacts = 4_000, LongestPlaces = 40;

    /// <summary>Made by the form, so that a form sent twice is one.</summary>
    public required Guid Id { get; init; }

    public required Guid Issue { get; init; }

    /// <summary>The date of the pack.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The place of the issue in the order of its ward on that day; null when nobody had raised it for a year.</summary>
    public int? Rank { get; init; }

    /// <summary>Among so many.</summary>
    public required int Among { get; init; }

    /// <summary>Its likely places, in words; empty when it had none.</summary>
    public string Places { get; init; } = "";

    /// <summary>How many people had raised it; null when nobody had for a year.</summary>
    public int? People { get; init; }

    /// <summary>The most telling facts as they stood first in the pack, one to a line.</summary>
    public required string Facts { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime Made { get; init; }

    public Guid? MadeBy { get; init; }

    /// <summary>Of each issue the latest pack that was ready, of one ward or of all. One query.</summary>
    public static async Task<IReadOnlyList<IssueReady>> List(WardbookDb db, CancellationToken cancel, PlaceKey? ward = null)
    {
        var (kind, code) = (ward?.Kind, ward?.Code ?? default);
        var all = await db.ReadyPacks.AsNoTracking()
            .Join(db.Issues.Where(issue => kind == null || (issue.PlaceKind == kind && issue.PlaceCode == code)), pack => pack.Issue, issue => issue.Id, (pack, issue) => new { pack.Issue, issue.PlaceKind, issue.PlaceCode, pack.Day, pack.Rank, pack.Among })
            .ToListAsync(cancel);
        return [.. all.GroupBy(row => row.Issue).Select(issue => issue.MaxBy(row => row.Day)!).Select(row => new IssueReady(row.Issue, new(row.PlaceKind, row.PlaceCode), row.Day, row.Rank, row.Among))];
    }
}

/// <summary>When the evidence about an issue was last ready for the panel.</summary>
public sealed record IssueReady(Guid Issue, PlaceKey Ward, DateOnly Day, int? Rank, int Among);
