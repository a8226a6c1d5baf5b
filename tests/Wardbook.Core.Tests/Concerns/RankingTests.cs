using CsCheck;

namespace Wardbook.Concerns;

/// <summary>What must hold of the order of issues whatever people say.</summary>
public sealed class RankingTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly Guid[] Channels = [.. Enumerable.Range(1, 4).Select(number => new Guid(number, 1, 0, new byte[8]))];
    private static readonly Guid[] Communities = [.. Enumerable.Range(1, 3).Select(number => new Guid(number, 2, 0, new byte[8]))];

    private static readonly Gen<Voice> AnyVoice = Gen.Select(Gen.Int[0, 12], Gen.Bool, Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 60])
        .Select((person, verified, channel, community, day) => new Voice(person == 0 ? null : $"person {person}", verified, Channels[channel], community == 3 ? [] : [Communities[community]], Day.AddDays(day)));

    private static readonly Gen<RaisedIssue[]> AnyIssues = Gen.Select(AnyVoice.Array[1, 15], Gen.Int[1, 3]).Array[1, 5]
        .Select(all => all.Select((issue, number) => new RaisedIssue(Id(number), issue.Item2, issue.Item1)).ToArray());

    [Fact]
    public void Of_a_worked_example_every_count_and_score_is_as_reckoned_by_hand()
    {
        // By hand: mopeds 4 people, 2 channels, 1 community, 9 days; dogs 2, 2, 0, 30; litter 1 and 3 of its 10 unverified, so 4, 1, 0, 0. All equally harmful.
        RaisedIssue[] issues =
        [
            new(Id(1), 1, [Said("a", 0, 0, 0), Said("b", 0, 3), Said("c", 1, 5), Said("d", 1, 9), Said("a", 2, 40, 1)]),
            new(Id(2), 1, [Said("a", 0, 0), Said("e", 2, 30)]),
            new(Id(3), 1, [Said("f", 0, 2), .. Enumerable.Range(0, 10).Select(number => new Voice(null, false, Channels[number % 4], [], Day.AddDays(number)))]),
        ];

        var ranking = Ranking.Of(issues, RankingRules.Equal, Dice());

        Assert.Equal([Id(1), Id(2), Id(3)], ranking.Issues.Select(issue => issue.Id));
        Assert.Equal(new IssueCount(4, 0, 4, 2, 1, 9, 1), ranking.Issues[0].Count);
        Assert.Equal(new IssueCount(2, 0, 2, 2, 0, 30, 1), ranking.Issues[1].Count);
        Assert.Equal(new IssueCount(1, 10, 4, 1, 0, 0, 1), ranking.Issues[2].Count);
        // Mopeds win 1.5 of 2 by people, 1.5 by channels, 2 by communities, 1 by days and 1 by harm: 7 of 10.
        // Dogs win 0, 1.5, 0.5, 2 and 1: 5 of 10. Litter wins 1.5, 0, 0.5, 0 and 1: 3 of 10.
        Assert.Equal([0.7, 0.5, 0.3], ranking.Issues.Select(issue => Math.Round(issue.Score, 12)));
        Assert.Equal([1, 2, 3], ranking.Issues.Select(issue => issue.Rank));
    }

    [Fact]
    public void Saying_it_again_changes_nothing() => Gen.Select(AnyIssues, Gen.Int[0, 100], Gen.Int[1, 30]).Sample((issues, which, times) =>
    {
        var at = which % issues.Length;
        if (issues[at].Voices.FirstOrDefault(voice => voice.Person is not null) is not { } voice)
        {
            return;
        }

        var said = issues[at].Voices.Where(other => other.Person == voice.Person).MaxBy(other => other.Day)!;
        var again = issues.ToArray();
        again[at] = issues[at] with { Voices = [.. issues[at].Voices, .. Enumerable.Range(1, times).Select(number => said with { Day = said.Day.AddDays(number), Channel = Channels[number % 4] })] };

        Assert.Equal(Ranking.Of(issues, RankingRules.Equal, Dice()).Issues, Ranking.Of(again, RankingRules.Equal, Dice()).Issues);
    }, iter: 60);

    [Fact]
    public void The_order_in_which_voices_came_in_does_not_matter() => AnyIssues.Sample(issues =>
    {
        var turned = issues.Select(issue => issue with { Voices = [.. issue.Voices.Reverse()] }).ToArray();
        Assert.Equal(Ranking.Of(issues, RankingRules.Equal, Dice()).Issues, Ranking.Of(turned, RankingRules.Equal, Dice()).Issues);
    }, iter: 60);

    [Fact]
    public void Of_what_one_person_said_twice_on_a_day_it_does_not_matter_which_came_in_first()
    {
        Voice[] both = [Said("a", 0, 3), Said("a", 0, 3, 1)];
        foreach (var voices in (Voice[][])[both, [.. both.Reverse()]])
        {
            Assert.Equal(1, Assert.Single(Ranking.Of([new(Id(1), 1, voices)], RankingRules.Equal, Dice()).Issues).Count.Communities);
        }
    }

    [Fact]
    public void One_more_person_never_puts_an_issue_down() => Gen.Select(AnyIssues, Gen.Int[0, 100], Gen.Int[0, 3]).Sample((issues, which, channel) =>
    {
        var at = which % issues.Length;
        var more = issues.ToArray();
        more[at] = issues[at] with { Voices = [.. issues[at].Voices, new Voice("somebody new", true, Channels[channel], [], Day.AddDays(20))] };
        var (before, after) = (Ranking.Of(issues, RankingRules.Equal, Dice()), Ranking.Of(more, RankingRules.Equal, Dice()));
        Assert.True(after.Issues.Single(issue => issue.Id == issues[at].Id).Rank <= before.Issues.Single(issue => issue.Id == issues[at].Id).Rank);
    }, iter: 60);

    [Fact]
    public void Five_thousand_posts_nobody_stands_behind_count_as_three_people()
    {
        RaisedIssue[] issues =
        [
            new(Id(1), 1, [.. Enumerable.Range(0, 5_000).Select(number => new Voice($"machine {number}", false, Channels[number % 4], [Communities[number % 3]], Day.AddDays(number % 90)))]),
            new(Id(2), 1, [Said("a", 0, 0), Said("b", 1, 5), Said("c", 1, 6), Said("d", 1, 7)]),
        ];

        var ranking = Ranking.Of(issues, RankingRules.Equal, Dice());

        Assert.Equal(Id(2), ranking.Issues[0].Id);
        Assert.Equal(new IssueCount(0, 5_000, 3, 1, 0, 0, 1), ranking.Issues[1].Count);
    }

    [Fact]
    public void Two_issues_raised_alike_cannot_be_told_apart_and_a_large_lead_can()
    {
        RaisedIssue Alike(int number) => new(Id(number), 1, [.. Enumerable.Range(0, 10).Select(person => Said($"{number} {person}", person % 2, person))]);
        var even = Ranking.Of([Alike(1), Alike(2)], RankingRules.Equal, Dice());
        Assert.Equal([1, 1], even.Issues.Select(issue => issue.Rank));
        Assert.False(even.Issues[0].IsSurelyAboveNext);
        Assert.Equal((1, 2), (even.Issues[0].Highest, even.Issues[0].Lowest));

        var lead = Ranking.Of([Alike(1), new(Id(2), 1, [Said("x", 0, 0)])], RankingRules.Equal, Dice());
        Assert.True(lead.Issues[0].IsSurelyAboveNext);
        Assert.True(lead.Issues[0].AboveNext > 0.99);
    }

    [Fact]
    public void Nobody_said_anything_and_there_is_no_order() => Assert.Empty(Ranking.Of([], RankingRules.Equal, Dice()).Issues);

    private static Voice Said(string person, int channel, int day, int? community = null) => new(person, true, Channels[channel], community is { } one ? [Communities[one]] : [], Day.AddDays(day));

    private static Guid Id(int number) => new(number, 9, 0, new byte[8]);

    private static Func<int, int> Dice()
    {
        var dice = new Random(20_060_401);
        return dice.Next;
    }
}
