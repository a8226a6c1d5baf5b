namespace Wardbook.Concerns;

/// <summary>The people behind a set of issues: each once, with what they raised first. Who raised several issues is drawn with all of them.</summary>
internal sealed class Crowd
{
    private readonly List<Raised>[] raised;
    private readonly double[] harms;
    private readonly RankingRules rules;
    private readonly int people;

    public Crowd(IReadOnlyList<RaisedIssue> issues, RankingRules rules)
    {
        this.rules = rules;
        harms = [.. issues.Select(issue => issue.Harm)];
        var verified = issues.SelectMany(issue => issue.Voices).Where(voice => voice is { IsVerified: true, Person: not null }).Select(voice => voice.Person!).ToHashSet();
        var numbers = new Dictionary<string, int>();
        raised = [.. issues.Select(_ => new List<Raised>())];
        for (var issue = 0; issue < issues.Count; issue++)
        {
            // The order in which voices came in must not decide, so they are put in one of our own.
            var seen = new HashSet<string>();
            foreach (var voice in InOrder(issues[issue].Voices))
            {
                if (voice.Person is null)
                {
                    // Whom nothing tells apart is a person of their own.
                    raised[issue].Add(new(people++, voice.IsVerified, voice));
                }
                else if (seen.Add(voice.Person))
                {
                    if (!numbers.TryGetValue(voice.Person, out var number))
                    {
                        numbers.Add(voice.Person, number = people++);
                    }

                    raised[issue].Add(new(number, verified.Contains(voice.Person), voice));
                }
            }
        }
    }

    /// <summary>By day; of what was said on one day through one channel, first what was said for most communities. What is left equal counts the same.</summary>
    private static IEnumerable<Voice> InOrder(IEnumerable<Voice> voices) => voices
        .OrderBy(voice => voice.Day).ThenBy(voice => voice.Person, StringComparer.Ordinal).ThenBy(voice => voice.Channel)
        .ThenByDescending(voice => voice.Communities.Count).ThenBy(voice => string.Join(' ', voice.Communities.Order())).ThenBy(voice => voice.IsVerified);

    /// <summary>Each person once.</summary>
    public int[] AsTheyAre => [.. Enumerable.Repeat(1, people)];

    /// <summary>As many people drawn from them as there are, each as likely each time.</summary>
    public int[] Drawn(Func<int, int> draw)
    {
        var times = new int[people];
        for (var number = 0; number < people; number++)
        {
            times[draw(people)]++;
        }

        return times;
    }

    /// <param name="times">How many times each person is there.</param>
    public IssueCount[] Count(int[] times) => [.. raised.Select((voices, issue) => Count(voices, harms[issue], times))];

    private IssueCount Count(List<Raised> voices, double harm, int[] times)
    {
        var (verified, unverified) = (0, 0);
        var (first, last) = (DateOnly.MaxValue, DateOnly.MinValue);
        HashSet<Guid> channels = [], communities = [];
        foreach (var (person, isVerified, voice) in voices)
        {
            if (times[person] == 0)
            {
                continue;
            }

            if (!isVerified)
            {
                unverified += times[person];
                continue;
            }

            verified += times[person];
            channels.Add(voice.Channel);
            communities.UnionWith(voice.Communities);
            (first, last) = (voice.Day < first ? voice.Day : first, voice.Day > last ? voice.Day : last);
        }

        return new(
            verified, unverified, verified + Math.Min(unverified, rules.UnverifiedAtMost),
            Math.Max(channels.Count, unverified > 0 ? 1 : 0), communities.Count, verified == 0 ? 0 : last.DayNumber - first.DayNumber, harm);
    }

    private readonly record struct Raised(int Person, bool IsVerified, Voice Voice);
}
