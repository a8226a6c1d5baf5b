using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Priorities.Plans;
using Wardbook.Shared;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Priorities;

/// <summary>What a ward works on and has worked on, as its pages and files show it: open ones first, the latest adopted first.</summary>
public sealed record WardPriorities(PlaceKey Ward, DateOnly Day, IReadOnlyList<ShownPriority> All)
{
    public IReadOnlyList<ShownPriority> Open => [.. All.Where(shown => shown.Priority.IsOpen)];

    public IReadOnlyList<ShownPriority> Closed => [.. All.Where(shown => !shown.Priority.IsOpen)];

    public static async Task<WardPriorities> Find(WardbookDb db, PlaceKey ward, DateOnly today, CancellationToken cancel)
    {
        var priorities = await db.Priorities.AsNoTracking().Where(row => row.PlaceKind == ward.Kind && row.PlaceCode == ward.Code).OrderByDescending(row => row.Adopted).ThenByDescending(row => row.Id).ToListAsync(cancel);
        if (priorities.Count == 0)
        {
            return new(ward, today, []);
        }

        var ids = priorities.ConvertAll(row => row.Id);
        var sources = (await db.PrioritySources.AsNoTracking().Where(row => ids.Contains(row.Priority)).Join(db.Issues, source => source.Issue, issue => issue.Id, (source, issue) => new { source.Priority, issue.Id, issue.Title }).ToListAsync(cancel))
            .ToLookup(row => row.Priority, row => new SourceIssue(row.Id, row.Title));
        var reviews = (await db.Reviews.AsNoTracking().Where(row => ids.Contains(row.Priority)).ToListAsync(cancel)).ToLookup(row => row.Priority);
        var updates = (await db.Updates.AsNoTracking().Where(row => ids.Contains(row.Priority)).ToListAsync(cancel)).ToLookup(row => row.Priority);
        var measured = priorities.Where(row => row.Measure is MeasureKind.RecordedCrime).Select(row => row.MeasureOf).ToHashSet();
        var categories = measured.Count == 0 ? [] : await db.CrimeCategories.AsNoTracking().Where(row => measured.Contains(row.Slug)).ToDictionaryAsync(row => row.Slug, row => row.Name, cancel);
        var actions = await ToldAction.List(db, ids, cancel);
        return new(ward, today,
        [
            .. priorities.Select(row => new ShownPriority(
                row,
                [.. sources[row.Id].OrderBy(source => source.Title, StringComparer.Ordinal)],
                [.. reviews[row.Id].OrderByDescending(review => review.Day).ThenByDescending(review => review.Id)],
                [.. updates[row.Id].OrderByDescending(update => update.Published)],
                [.. actions[row.Id]],
                row.Measure is MeasureKind.RecordedCrime ? categories.GetValueOrDefault(row.MeasureOf, row.MeasureOf) : row.MeasureOf)),
        ]);
    }

    public Table<ShownPriority> Table(string name) => new Table<ShownPriority>($"Priorities of {name}", All)
        .Text("priority", "Priority", shown => shown.Priority.Title)
        .Text("adopted", "Adopted", shown => shown.Priority.Adopted)
        .Text("reason", "Why", shown => shown.Priority.Reason)
        .Text("issues", "From", shown => string.Join("; ", shown.Sources.Select(source => source.Title)))
        .Text("verdict", "Last found", shown => shown.Reviews is [var last, ..] ? last.Verdict.InWords() : null, absent: "not judged yet")
        .Text("closed", "Closed", shown => shown.Priority.Closed, absent: "open")
        .Text("done", "Done", shown => string.Join("; ", shown.Actions.Where(action => action.Done is not null).Select(action => action.InWords(Day))))
        .Text("to_do", "To be done", shown => string.Join("; ", shown.Actions.Where(action => action.Done is null).Select(action => action.InWords(Day))))
        .Text("news", "Last news", shown => shown.LastNews);
}

/// <summary>A priority with what led to it and what came of it.</summary>
/// <param name="Reviews">The latest first.</param>
/// <param name="Updates">The latest first.</param>
/// <param name="Actions">What residents may read of what is done about it.</param>
/// <param name="MeasureOf">What the measure is of, in words.</param>
public sealed record ShownPriority(Priority Priority, IReadOnlyList<SourceIssue> Sources, IReadOnlyList<Review> Reviews, IReadOnlyList<Update> Updates, IReadOnlyList<ToldAction> Actions, string MeasureOf)
{
    /// <summary>The day residents last heard of it: an update, or its adoption.</summary>
    public DateOnly LastNews => Updates is [var last, ..] ? DateOnly.FromDateTime(last.Published.InForceTime()) : Priority.Adopted;
}

/// <summary>An issue from which a priority was made.</summary>
public sealed record SourceIssue(Guid Id, string Title);
