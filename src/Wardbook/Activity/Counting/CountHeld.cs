using Microsoft.EntityFrameworkCore;
using Wardbook.Activity.Recording;
using Wardbook.Engagement;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Activity.Counting;

/// <summary>Counts what was held, once: the records of an activity come, are put right and are taken back with it. Nobody writes them down again.</summary>
public static class CountHeld
{
    public const string WhyPutRight = "Put right under Engagement", WhyTakenBack = "Taken back under Engagement";

    public static CountsHeld Held { get; } = new(Count, Find);

    /// <summary>Writes what is missing, puts right what differs and takes back what no longer is. What fits already stays as it is.</summary>
    /// <remarks>Whoever calls has changed the activity in the same transaction, so that of two at one moment one waits and fails.</remarks>
    /// <exception cref="DbUpdateException">Somebody else counted the same activity at the same moment.</exception>
    private static async Task Count(WardbookDb db, EngagementActivity activity, Guid? by, DateTime at, CancellationToken cancel)
    {
        if (!activity.IsCounted)
        {
            return;
        }

        var due = await Due(db, activity, cancel);
        var last = await Last(db, activity.Id, cancel);
        List<ActivityRecord> records = [];
        foreach (var kind in due.Keys.Union(last.Keys).Order(StringComparer.Ordinal))
        {
            var (was, halves) = (last.GetValueOrDefault(kind), due.GetValueOrDefault(kind));
            if (halves == 0 && was is { IsTakenBack: false })
            {
                records.Add(was.TakenBack(Guid.CreateVersion7(), by, at, WhyTakenBack));
            }
            else if (halves > 0 && (was is not { IsTakenBack: false } || (was.Halves, was.Day, was.Where) != (halves, activity.Day, Where(activity))))
            {
                records.Add(await Make(db, activity, kind, halves, was, by, at, cancel));
            }
        }

        if (records.Count > 0 && await SaveActivity.Save(db, records, cancel) is not Saved.Recorded)
        {
            throw new DbUpdateConcurrencyException("What is counted of an activity was changed at the same moment.");
        }
    }

    private static async Task<IReadOnlyList<Link>> Find(WardbookDb db, EngagementActivity activity, CancellationToken cancel)
    {
        var standing = (await Last(db, activity.Id, cancel)).Values.Where(record => !record.IsTakenBack).ToList();
        var catalogue = standing.Count == 0 ? new([]) : await ActivityCatalogue.Find(db, cancel);
        return [.. standing.OrderBy(record => catalogue.RankOf(record.Kind)).Select(record => new Link(catalogue.InWords(record.Kind, record.Amount, record.Day), Urls.ActivityRecord(record.PlaceCode, record.Id)))];
    }

    /// <summary>By the code of each kind, how many halves should stand; nothing of what was not held.</summary>
    private static async Task<IReadOnlyDictionary<string, int>> Due(WardbookDb db, EngagementActivity activity, CancellationToken cancel)
    {
        if (activity.State != ActivityState.Held)
        {
            return new Dictionary<string, int>();
        }

        var day = activity.Day;
        var rows = await db.HeldCounts.Where(row => row.Engagement == activity.Kind && row.From <= day && (row.To == null || row.To >= day)
                && db.ActivityKinds.Any(kind => kind.Code == row.Kind && kind.From <= day && (kind.To == null || kind.To >= day)))
            .Select(row => new { row.Kind, row.Part }).Distinct().ToListAsync(cancel);
        return rows.GroupBy(row => row.Kind)
            .Select(kind => (Kind: kind.Key, Halves: kind.Sum(row => (int)Amount.Of(row.Part == CountedPart.One ? 1 : activity.Attendance ?? 0).Halves)))
            .Where(kind => kind.Halves > 0)
            .ToDictionary(kind => kind.Kind, kind => kind.Halves);
    }

    /// <summary>What was said last of each kind: the records at which no other points.</summary>
    private static async Task<Dictionary<string, ActivityRecord>> Last(WardbookDb db, Guid activity, CancellationToken cancel)
    {
        var all = await db.ActivityRecords.AsNoTracking().Where(record => record.Held == activity).ToListAsync(cancel);
        var corrected = all.Select(record => record.Corrects).ToHashSet();
        return all.Where(record => !corrected.Contains(record.Id)).ToDictionary(record => record.Kind);
    }

    private static async Task<ActivityRecord> Make(WardbookDb db, EngagementActivity activity, string kind, int halves, ActivityRecord? was, Guid? by, DateTime at, CancellationToken cancel)
    {
        // Of the same day it stays whose it was, however often the number is put right.
        var (team, officer) = was is { IsTakenBack: false } && was.Day == activity.Day ? (was.Team, was.Officer) : await Who(db, activity, cancel);
        return new()
        {
            Id = Guid.CreateVersion7(),
            PlaceKind = activity.PlaceKind,
            PlaceCode = activity.PlaceCode,
            Kind = kind,
            Halves = halves,
            Day = activity.Day,
            Where = Where(activity),
            Team = team,
            Officer = officer,
            MadeBy = by,
            Made = at,
            Corrects = was?.Id,
            Why = was is null ? "" : WhyPutRight,
            Held = activity.Id,
        };
    }

    /// <summary>Whoever ran it, if they served that day; otherwise the team of the ward.</summary>
    private static async Task<(Guid? Team, Guid? Officer)> Who(WardbookDb db, EngagementActivity activity, CancellationToken cancel) =>
        await db.Postings.AsNoTracking().SingleOrDefaultAsync(posting => posting.Id == activity.RunBy, cancel) is { } posting && posting.HoldsOn(activity.Day)
            ? (posting.Team, posting.Officer)
            : ((await WhoRecords.Find(db, activity.Place, null, activity.Day, cancel)).Team, null);

    /// <summary>As residents were told it, as far as there is room.</summary>
    private static string Where(EngagementActivity activity)
    {
        var where = activity.Where;
        return where.Length <= ActivityRecord.LongestWhere ? where : where[..(ActivityRecord.LongestWhere - (char.IsHighSurrogate(where[ActivityRecord.LongestWhere - 1]) ? 1 : 0))];
    }
}
