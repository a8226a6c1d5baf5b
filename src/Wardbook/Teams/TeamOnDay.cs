using Wardbook.Periods;
using Wardbook.Shared.Kinds;

namespace Wardbook.Teams;

/// <summary>A team on a day: who, which posts are empty, since when, and how steady it is. Everything here is worked out from records.</summary>
/// <param name="Year">The twelve months up to the day, or as many of them as the team has been there; null when it begins later.</param>
/// <param name="People">Posted on the day, in the order of their posts.</param>
/// <param name="Coming">Posted from a later day.</param>
/// <param name="Gone">Whose posting ended, the latest first.</param>
/// <param name="WithoutContact">Runs of days of the year without a named contact.</param>
public sealed record TeamOnDay(
    Team Team, string Kind, DateOnly Day, DaySpan? Year,
    IReadOnlyList<Posted> People,
    IReadOnlyList<Posted> Coming,
    IReadOnlyList<Posted> Gone,
    IReadOnlyList<PostStrength> Posts,
    IReadOnlyList<DaySpan> WithoutContact,
    Tenure? Tenure,
    Turnover? Turnover,
    IReadOnlyList<BeatOnDay> Beats)
{
    public int Held => People.Count;

    /// <summary>Null when no establishment is recorded.</summary>
    public int? Established => Posts.Any(post => post.Posts is not null) ? Posts.Sum(post => post.Posts ?? 0) : null;

    public int Empty => Posts.Sum(post => post.Empty);

    public bool HasContact => People.Any(one => one.Posting.IsNamedContact);

    public int DaysWithoutContact => WithoutContact.Sum(gap => gap.Days ?? 0);

    internal static TeamOnDay Of(
        Team team, string kind, DateOnly day, KindList posts, IReadOnlyList<Posted> all, IReadOnlyList<Establishment> steps, IReadOnlyList<(MicroBeat Beat, List<BeatOfficer> Holders)> beats)
    {
        var year = new DaySpan(day.AddYears(-1).AddDays(1), day).Both(team.Days);
        IReadOnlyList<Posted> now = [.. all.Where(one => one.Posting.HoldsOn(day)).OrderBy(one => posts.OrderOf(one.Posting.PostKind)).ThenBy(one => one.Posting.From).ThenBy(one => one.Name, StringComparer.Ordinal)];
        var served = all.Select(one => one.Served).ToList();
        return new(
            team, kind, day, year, now,
            [.. all.Where(one => one.Posting.From > day).OrderBy(one => one.Posting.From)],
            [.. all.Where(one => one.Posting.To < day).OrderByDescending(one => one.Posting.To)],
            [.. posts.All.Select(post => Strength(post, day, year, all, steps)).Where(post => post.Posts is > 0 || post.Held > 0 || post.Vacancies is not null)],
            year is { } period ? Gaps.In(period, all.Where(one => one.Posting.IsNamedContact).Select(one => one.Posting.Days)) : [],
            Tenure.On(day, served),
            year is { } months ? Turnover.In(months, served) : null,
            [.. beats.Select(beat => OnDay(beat.Beat, beat.Holders, all, day))]);
    }

    private static PostStrength Strength(ListedKind kind, DateOnly day, DaySpan? year, IReadOnlyList<Posted> all, IReadOnlyList<Establishment> steps)
    {
        List<PostsFrom> posts = [.. steps.Where(step => step.PostKind == kind.Id).Select(step => new PostsFrom(step.From, step.Posts))];
        List<DaySpan> served = [.. all.Where(one => one.Posting.PostKind == kind.Id).Select(one => one.Posting.Days)];
        var vacancies = year is { } period && posts.Count > 0 ? Vacancies.In(period, posts, served) : null;
        return new(kind, posts.Any(step => step.From <= day) ? Teams.Strength.PostsOn(day, posts) : null, Teams.Strength.On(day, served), vacancies is { PostDays: > 0 } ? vacancies : null);
    }

    private static BeatOnDay OnDay(MicroBeat beat, List<BeatOfficer> holders, IReadOnlyList<Posted> all, DateOnly day)
    {
        // Whoever's posting is over has the beat no more.
        var had = holders
            .Select(holder => (Officer: all.FirstOrDefault(one => one.Posting.Id == holder.Posting), holder.Days))
            .Where(one => one.Officer is not null)
            .Select(one => (Officer: one.Officer!, Days: one.Days.Both(one.Officer!.Posting.Days)))
            .Where(one => one.Days is not null)
            .Select(one => (one.Officer, Days: one.Days!.Value))
            .ToList();
        var now = had.Where(one => one.Days.Contains(day)).Select(one => one.Officer).FirstOrDefault();
        var last = had.Where(one => one.Days.Last < day).Select(one => one.Days.Last).Max();
        return new(beat, now, now is null ? last?.AddDays(1) : null);
    }
}
