using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Concerns.Issues;
using Wardbook.Crimes;
using Wardbook.Crimes.Blocks;
using Wardbook.Engagement;
using Wardbook.Engagement.Activities;
using Wardbook.Places;
using Wardbook.Priorities.Evidence.Timed;
using Wardbook.Store;

namespace Wardbook.Priorities.Evidence;

/// <summary>All that is known about an issue, for the panel: the page, its files and what is kept when it is ready are made of this.</summary>
/// <param name="InOrder">Null when nobody raised it for a year, or it is closed.</param>
/// <param name="Among">How many issues of the ward stand in the order.</param>
/// <param name="Crime">Null when nothing of the kind is loaded.</param>
/// <param name="Notes">Of each part that was written, the versions, the latest first.</param>
public sealed record IssueEvidence(
    Issue Issue, DateOnly Day, string About, IssueInOrder? InOrder, int Among, SaidAbout Said, CrimeCategory? OfCrime, CrimeAround? Crime,
    IReadOnlyList<EngagementActivity> Activities, int HeldInWard, IReadOnlyList<NearFinding> Findings, int OtherFindings, IReadOnlyList<TriedBefore> Before,
    IReadOnlyList<TimedCounts> Timed, IReadOnlyDictionary<EvidencePart, IReadOnlyList<EvidenceNote>> Notes, IReadOnlyList<ReadyPack> Ready)
{
    /// <summary>What stands there now; null when nothing was written.</summary>
    public EvidenceNote? Now(EvidencePart part) => Notes.GetValueOrDefault(part)?[0];
}

/// <summary>Something found on a walk near where the issue is.</summary>
public sealed record NearFinding(WalkFinding Finding, DateOnly Walked);

/// <summary>A priority of the ward that was about the same, and what came of it.</summary>
/// <param name="Verdict">Null while no meeting judged it.</param>
/// <param name="Assessment">What the team learnt; null when nothing is written.</param>
public sealed record TriedBefore(Guid Id, string Title, DateOnly Adopted, DateOnly? Closed, Verdict? Verdict, int Done, string? Assessment)
{
    public string InWords => (Verdict, Closed) switch
    {
        ({ } verdict, { }) => $"closed: {verdict.InWords().ToLowerInvariant()}",
        ({ } verdict, null) => $"still open; last found: {verdict.InWords().ToLowerInvariant()}",
        _ => "still open, not judged yet",
    };
}

/// <summary>Reads the evidence about issues.</summary>
public sealed class EvidenceReads(WardbookDb db, UsualSpread usual, UnpackedMonths unpacked, LoadedSets sets)
{
    /// <summary>So many metres from where people said it is.</summary>
    private const double Near = 200;

    private const int MostFindings = 8;

    internal UsualSpread Usual => usual;

    internal UnpackedMonths Unpacked => unpacked;

    internal LoadedSets Sets => sets;

    /// <returns>Null when the ward has no such issue.</returns>
    public async Task<IssueEvidence?> Find(PlaceKey ward, Guid id, DateOnly today, CancellationToken cancel)
    {
        if (await db.Issues.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.PlaceKind == ward.Kind && row.PlaceCode == ward.Code, cancel) is not { } issue)
        {
            return null;
        }

        var order = await WardIssues.Find(db, ward, today, cancel);
        var notes = (await db.EvidenceNotes.AsNoTracking().Where(note => note.Issue == id).ToListAsync(cancel)).GroupBy(note => note.Part)
            .ToDictionary(part => part.Key, part => (IReadOnlyList<EvidenceNote>)[.. part.OrderByDescending(note => note.Number)]);
        var slug = notes.GetValueOrDefault(EvidencePart.Crime)?[0].Words;
        var ofCrime = string.IsNullOrEmpty(slug) ? null : await db.CrimeCategories.AsNoTracking().SingleOrDefaultAsync(row => row.Slug == slug, cancel);
        var said = await SaidAbout.Find(db, id, today, cancel);
        var since = today.AddMonths(-WardIssues.Months);
        var (findings, others) = await Findings(ward, since, said, cancel);
        return new(
            issue, today, (await Concerns.Categories.Catalogue.Find(db, cancel)).NameOf(issue.Category), order.Issues.FirstOrDefault(one => one.Id == id), order.Issues.Count, said, ofCrime,
            await CrimeAround.Find(db, this, ward, ofCrime, cancel),
            await db.EngagementActivities.AsNoTracking().Where(activity => said.Activities.Contains(activity.Id)).OrderByDescending(activity => activity.Day).ToListAsync(cancel),
            await db.EngagementActivities.CountAsync(activity => activity.PlaceKind == ward.Kind && activity.PlaceCode == ward.Code && activity.Held != null && activity.Day >= since, cancel),
            findings, others, await Tried(issue, cancel),
            await db.TimedCounts.AsNoTracking().Where(counts => counts.Issue == id && counts.TakenOut == null).OrderByDescending(counts => counts.Last).ToListAsync(cancel),
            notes,
            await db.ReadyPacks.AsNoTracking().Where(pack => pack.Issue == id).OrderByDescending(pack => pack.Made).ToListAsync(cancel));
    }

    /// <summary>On walks of the last 12 months: near a pin, or in a street that was named; the worst first.</summary>
    private async Task<(IReadOnlyList<NearFinding> Near, int Others)> Findings(PlaceKey ward, DateOnly since, SaidAbout said, CancellationToken cancel)
    {
        var all = await db.WalkFindings.AsNoTracking().Where(finding => finding.TakenOut == null)
            .Join(db.EngagementActivities.Where(activity => activity.PlaceKind == ward.Kind && activity.PlaceCode == ward.Code && activity.Day >= since), finding => finding.Activity, activity => activity.Id, (finding, activity) => new { finding, activity.Day })
            .ToListAsync(cancel);
        bool IsNear(WalkFinding finding) =>
            (finding is { LatitudeE7: { } latitude, LongitudeE7: { } longitude } && said.Pins.Any(pin => pin.MetresTo(new(longitude, latitude)) <= Near))
            || said.NamedStreets.Any(street => finding.Where.Contains(street, StringComparison.OrdinalIgnoreCase));
        var near = all.Where(one => IsNear(one.finding)).OrderByDescending(one => one.finding.Score).ThenByDescending(one => one.Day).Select(one => new NearFinding(one.finding, one.Day)).ToList();
        return ([.. near.Take(MostFindings)], all.Count - near.Count);
    }

    /// <summary>Priorities that came from the same issue or from another of the same kind.</summary>
    private async Task<IReadOnlyList<TriedBefore>> Tried(Issue issue, CancellationToken cancel)
    {
        var before = await db.Priorities.AsNoTracking()
            .Where(priority => priority.PlaceKind == issue.PlaceKind && priority.PlaceCode == issue.PlaceCode
                && db.PrioritySources.Any(source => source.Priority == priority.Id && (source.Issue == issue.Id || db.Issues.Any(other => other.Id == source.Issue && other.Category == issue.Category))))
            .OrderByDescending(priority => priority.Adopted).ToListAsync(cancel);
        var ids = before.ConvertAll(priority => priority.Id);
        var reviews = (await db.Reviews.AsNoTracking().Where(review => ids.Contains(review.Priority)).ToListAsync(cancel)).ToLookup(review => review.Priority);
        var done = await db.PlannedActions.Where(action => ids.Contains(action.Priority) && action.State == Plans.ActionState.Done).GroupBy(action => action.Priority).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
        var plans = await Plans.Plan.List(db, ids, cancel);
        return
        [
            .. before.Select(priority => new TriedBefore(
                priority.Id, priority.Title, priority.Adopted, priority.Closed, reviews[priority.Id].MaxBy(review => (review.Day, review.Made))?.Verdict, done.GetValueOrDefault(priority.Id), plans[priority.Id].Now(Plans.Sara.Assessment)?.Step.Words)),
        ];
    }
}
