using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Concerns;
using Wardbook.Concerns.Issues;
using Wardbook.Places;
using Wardbook.Priorities.Evidence;
using Wardbook.Priorities.Plans;
using Wardbook.Shared;
using Wardbook.Shared.Kinds;
using Wardbook.Store;

namespace Wardbook.Cycle;

/// <summary>What is recorded of wards, as far as their cycles ask. One way for one ward and for all of a force, so that a page and the round cannot differ.</summary>
/// <remarks>The same number of queries however many wards there are.</remarks>
public sealed class CycleFacts
{
    private readonly PlaceKey? only;
    private readonly WardbookDb db;
    private readonly DateOnly day;

    private CycleFacts(WardbookDb db, DateOnly day, PlaceKey? only) => (this.db, this.day, this.only) = (db, day, only);

    /// <summary>Of one ward, whether or not it has a team.</summary>
    public static async Task<WardFacts> Of(WardbookDb db, PlaceTree places, PlaceKey ward, CycleRules rules, DateOnly day, CancellationToken cancel) =>
        (await new CycleFacts(db, day, ward).Read([ward], places, rules, cancel))[ward];

    /// <summary>Of each ward that a team serves on the day.</summary>
    public static async Task<IReadOnlyDictionary<PlaceKey, WardFacts>> OfAll(WardbookDb db, PlaceTree places, CycleRules rules, DateOnly day, CancellationToken cancel)
    {
        var wards = (await db.Teams.AsNoTracking().Where(team => team.PlaceKind == "ward" && team.From <= day && (team.To == null || team.To >= day))
            .Select(team => team.PlaceCode).Distinct().ToListAsync(cancel)).ConvertAll(code => new PlaceKey("ward", code));
        return await new CycleFacts(db, day, null).Read(wards, places, rules, cancel);
    }

    private async Task<Dictionary<PlaceKey, WardFacts>> Read(List<PlaceKey> wards, PlaceTree places, CycleRules rules, CancellationToken cancel)
    {
        var subjects = await Subjects(cancel);
        var communities = await Communities(cancel);
        var (issues, channels) = await Issues(cancel);
        var grouped = (await Here(db.Issues, issue => issue.PlaceCode).Join(db.Groupings, issue => issue.Id, grouping => grouping.Issue, (issue, grouping) => new { issue.PlaceCode, grouping.From })
            .GroupBy(row => row.PlaceCode).Select(group => new { group.Key, Last = group.Max(row => row.From) }).ToListAsync(cancel)).ToDictionary(row => row.Key, row => (DateOnly?)DateOnly.FromDateTime(row.Last.InForceTime()));
        var priorities = await Priorities(places, rules, cancel);
        return wards.ToDictionary(ward => ward, ward => new WardFacts(
            [.. subjects.Select(subject => new SubjectFact(subject.Kind.Slug, subject.Kind.Name, subject.Reviewed.GetValueOrDefault(ward.Code)))],
            [.. communities[ward.Code]],
            [.. issues.GetValueOrDefault(ward.Code, [])],
            channels.GetValueOrDefault(ward.Code),
            grouped.GetValueOrDefault(ward.Code),
            [.. priorities[ward.Code]]));
    }

    /// <summary>Rows of the ward, or of all wards.</summary>
    private IQueryable<T> Here<T>(IQueryable<T> rows, Expression<Func<T, PlaceCode>> place) where T : class
    {
        if (only is not { } ward)
        {
            return rows.AsNoTracking();
        }

        var code = ward.Code;
        Expression<Func<PlaceCode>> asked = () => code;
        var isHere = Expression.Equal(place.Body, asked.Body);
        return rows.AsNoTracking().Where(Expression.Lambda<Func<T, bool>>(isHere, place.Parameters));
    }

    private async Task<IReadOnlyList<(ListedKind Kind, Dictionary<PlaceCode, DateOnly?> Reviewed)>> Subjects(CancellationToken cancel)
    {
        var kinds = await db.ListedKinds.AsNoTracking().Where(kind => kind.List == KindLists.ProfileSections && kind.From <= day && (kind.To == null || kind.To >= day))
            .OrderBy(kind => kind.Order).ThenBy(kind => kind.Name).ToListAsync(cancel);
        var sections = (await Here(db.ProfileSections.Where(section => section.PlaceKind == "ward"), section => section.PlaceCode)
            .Select(section => new { section.PlaceCode, section.Subject, section.Reviewed }).ToListAsync(cancel)).ToLookup(section => section.Subject);
        return [.. kinds.Select(kind => (kind, sections[kind.Id].GroupBy(section => section.PlaceCode).ToDictionary(group => group.Key, group => (DateOnly?)group.Max(section => section.Reviewed))))];
    }

    private async Task<ILookup<PlaceCode, CommunityFact>> Communities(CancellationToken cancel)
    {
        var here = Here(db.CommunityWards.Where(ward => ward.PlaceKind == "ward"), ward => ward.PlaceCode);
        var rows = await here
            .Join(db.Communities.Where(community => community.JoinedWith == null && (community.To == null || community.To >= day)), ward => ward.Community, community => community.Id, (ward, community) => new { ward.PlaceCode, community })
            .Select(row => new { row.PlaceCode, row.community.Id, row.community.Name, IsReachable = row.community.HowToReach != "" || db.Intermediaries.Any(one => one.Community == row.community.Id && (one.To == null || one.To >= day)) })
            .ToListAsync(cancel);

        // What reached a duplicate reached the community that it was joined with.
        var reached = (await Here(db.EngagementActivities.Where(activity => activity.PlaceKind == "ward" && activity.Held != null && activity.Cancelled == null), activity => activity.PlaceCode)
            .Join(db.ActivityCommunities, activity => activity.Id, reach => reach.Activity, (activity, reach) => new { activity.PlaceCode, activity.Day, reach.Community })
            .Join(db.Communities, reach => reach.Community, community => community.Id, (reach, community) => new { reach.PlaceCode, reach.Day, Community = community.JoinedWith ?? community.Id })
            .GroupBy(row => new { row.PlaceCode, row.Community }).Select(group => new { group.Key.PlaceCode, group.Key.Community, Last = group.Max(row => row.Day) }).ToListAsync(cancel))
            .ToDictionary(row => (row.PlaceCode, row.Community), row => (DateOnly?)row.Last);
        return rows.OrderBy(row => row.Name, StringComparer.CurrentCultureIgnoreCase).ToLookup(row => row.PlaceCode, row => new CommunityFact(row.Id, row.Name, row.IsReachable, reached.GetValueOrDefault((row.PlaceCode, row.Id))));
    }

    private async Task<(Dictionary<PlaceCode, IssueFact[]> Issues, Dictionary<PlaceCode, int> Channels)> Issues(CancellationToken cancel)
    {
        var open = await Here(db.Issues.Where(issue => issue.PlaceKind == "ward" && issue.Closed == null), issue => issue.PlaceCode).Select(issue => new { issue.Id, issue.PlaceCode, issue.Title }).ToListAsync(cancel);
        var since = WardIssues.Since(day);
        var said = (await Here(db.Concerns.Where(concern => concern.PlaceKind == "ward" && concern.SaidAt >= since && !concern.IsHeld && concern.State != ConcernState.NotForUs), concern => concern.PlaceCode)
            .Join(db.Groupings.Where(grouping => grouping.Until == null), concern => concern.Id, grouping => grouping.Concern, (concern, grouping) => new { grouping.Issue, concern.PersonKey, concern.Verified, concern.Channel, concern.SaidAt })
            .ToListAsync(cancel))
            .ToLookup(row => row.Issue, row => new Voice(row.PersonKey, row.Verified is not null, row.Channel, [], DateOnly.FromDateTime(row.SaidAt.InForceTime())));
        var evidence = (await ReadyPack.List(db, cancel, only)).ToDictionary(pack => pack.Issue, pack => (DateOnly?)pack.Day);
        var raised = open.Where(issue => said.Contains(issue.Id)).GroupBy(issue => issue.PlaceCode).ToList();
        return (
            raised.ToDictionary(ward => ward.Key, ward =>
            {
                var titles = ward.ToDictionary(issue => issue.Id, issue => issue.Title);
                return Ranking.Places([.. ward.Select(issue => new RaisedIssue(issue.Id, 1, [.. said[issue.Id]]))], RankingRules.Equal)
                    .Select(ranked => new IssueFact(ranked.Id, titles[ranked.Id], ranked.Place, evidence.GetValueOrDefault(ranked.Id))).ToArray();
            }),
            raised.ToDictionary(ward => ward.Key, ward => ward.SelectMany(issue => said[issue.Id]).Select(voice => voice.Channel).Distinct().Count()));
    }

    private async Task<ILookup<PlaceCode, PriorityFact>> Priorities(PlaceTree places, CycleRules rules, CancellationToken cancel)
    {
        var closedSince = day.AddMonths(-rules.ReviewMonths);
        var recently = day.AddMonths(-12);
        var here = Here(db.Priorities.Where(priority => priority.PlaceKind == "ward" && (priority.Closed == null || priority.Closed >= closedSince)), priority => priority.PlaceCode);
        var rows = await here.Select(priority => new { priority.Id, priority.PlaceCode, priority.Title, priority.Adopted, priority.JudgeBy, priority.Closed }).ToListAsync(cancel);
        var reviews = (await here.Join(db.Reviews, priority => priority.Id, review => review.Priority, (_, review) => new { review.Id, review.Priority, review.Day, review.Made }).ToListAsync(cancel))
            .GroupBy(review => review.Priority).ToDictionary(group => group.Key, group => group.OrderBy(review => review.Day).ThenBy(review => review.Made).Last());
        var told = (await here.Join(db.Updates.Where(update => update.Review != null), priority => priority.Id, update => update.Priority, (_, update) => update.Review!.Value).ToListAsync(cancel)).ToHashSet();
        var open = (await OpenPriority.List(db, places, day, cancel, only)).ToDictionary(priority => priority.Id);
        var recorded = await here.Join(db.ActivityRecords.Where(record => record.Day >= recently && !record.IsTakenBack && !db.ActivityRecords.Any(other => other.Corrects == record.Id)), priority => priority.Id, record => record.Priority, (priority, record) => new { priority.Id, record.Day })
            .GroupBy(row => row.Id).Select(group => new { group.Key, Last = group.Max(row => row.Day) }).ToDictionaryAsync(row => row.Key, row => (DateOnly?)row.Last, cancel);
        return rows.OrderBy(row => row.Adopted).ThenBy(row => row.Id).ToLookup(row => row.PlaceCode, row => new PriorityFact(
            row.Id, row.Title, row.Adopted, row.JudgeBy, row.Closed,
            open.GetValueOrDefault(row.Id)?.IsOwned ?? false,
            Latest(open.GetValueOrDefault(row.Id)?.LastDone, recorded.GetValueOrDefault(row.Id)),
            reviews.GetValueOrDefault(row.Id)?.Day,
            reviews.GetValueOrDefault(row.Id) is { } review && told.Contains(review.Id)));
    }

    private static DateOnly? Latest(DateOnly? one, DateOnly? other) => one is null || other > one ? other : one;
}
