using Wardbook.Periods;

namespace Wardbook.Teams;

/// <summary>Days on which one officer served in a team. An officer may serve several times.</summary>
public readonly record struct Served(Guid Officer, DaySpan Days)
{
    /// <summary>What follows day on day, or overlaps, made one: a constable who becomes the team's sergeant has not left it.</summary>
    /// <returns>By officer, and then by day.</returns>
    public static IReadOnlyList<Served> Unbroken(IEnumerable<Served> served)
    {
        List<Served> runs = [];
        foreach (var officer in served.GroupBy(one => one.Officer).OrderBy(officer => officer.Key))
        {
            foreach (var days in officer.Select(one => one.Days).OrderBy(days => days.First))
            {
                if (runs is [.., var last] && last.Officer == officer.Key && (last.Days.Last is not { } end || days.First <= end.AddDays(1)))
                {
                    var later = last.Days.Last is null || days.Last is null ? (DateOnly?)null : last.Days.Last > days.Last ? last.Days.Last : days.Last;
                    runs[^1] = new(officer.Key, new(last.Days.First, later));
                }
                else
                {
                    runs.Add(new(officer.Key, days));
                }
            }
        }

        return runs;
    }
}
