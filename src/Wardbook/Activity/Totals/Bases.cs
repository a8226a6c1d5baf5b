using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Periods;
using Wardbook.Places;
using Wardbook.Store;
using Wardbook.Teams;

namespace Wardbook.Activity.Totals;

/// <summary>What amounts are set against: people posted, and people who live there. Each is said with the figure.</summary>
public sealed class Bases
{
    private readonly Dictionary<PlaceCode, double> heads;
    private readonly Dictionary<Guid, double> headsOfTeam;
    private readonly IReadOnlyDictionary<PlaceCode, PopulationOf> people;
    private readonly IReadOnlyList<PlaceKey> wards;

    private Bases(DaySpan period, IReadOnlyList<PlaceKey> wards, Dictionary<PlaceCode, double> heads, Dictionary<Guid, double> headsOfTeam, IReadOnlyDictionary<PlaceCode, PopulationOf> people) =>
        (Period, this.wards, this.heads, this.headsOfTeam, this.people) = (period, wards, heads, headsOfTeam, people);

    public DaySpan Period { get; }

    /// <summary>Of all together; null when nobody was posted, or nothing is known of it.</summary>
    public double? Heads => heads.Count > 0 ? heads.Values.Sum() : null;

    /// <summary>Who live in all of them; null when it is not known of one that is there.</summary>
    public int? People => wards.Count > 0 && wards.All(ward => people.ContainsKey(ward.Code)) ? wards.Sum(ward => people[ward.Code].Residents) : null;

    /// <summary>The years the populations are of, such as <c>2006</c>.</summary>
    public string Years => string.Join(", ", people.Values.Select(one => one.Year).Distinct().Order());

    /// <param name="wards">Those that are there in the period; people are counted in no others.</param>
    public static async Task<Bases> Find(WardbookDb db, IReadOnlyList<PlaceKey> wards, DaySpan period, CancellationToken cancel)
    {
        var codes = wards.Select(ward => ward.Code).ToList();
        var end = period.Last!.Value;
        var rows = await db.Teams.AsNoTracking().Where(team => team.PlaceKind == "ward" && codes.Contains(team.PlaceCode))
            .Join(db.Postings.Where(posting => posting.CorrectedBy == null && posting.From <= end && (posting.To == null || posting.To >= period.First)), team => team.Id, posting => posting.Team,
                (team, posting) => new { team.Id, team.PlaceCode, posting.From, posting.To })
            .ToListAsync(cancel);
        Dictionary<TKey, double> Average<TKey>(Func<int, TKey> key) where TKey : notnull => rows.Select((row, at) => (Key: key(at), Days: new DaySpan(row.From, row.To)))
            .GroupBy(row => row.Key, row => row.Days).ToDictionary(group => group.Key, group => Strength.Average(period, group));
        return new(period, wards, Average(at => rows[at].PlaceCode), Average(at => rows[at].Id), await Populations.Find(db, codes, end.Year, cancel));
    }

    /// <summary>The average number of people posted to the teams of a ward; null when there were none.</summary>
    public double? HeadsOf(PlaceCode ward) => heads.TryGetValue(ward, out var average) && average > 0 ? average : null;

    public double? HeadsOf(Guid team) => headsOfTeam.TryGetValue(team, out var average) && average > 0 ? average : null;

    public int? PeopleOf(PlaceCode ward) => people.GetValueOrDefault(ward)?.Residents;
}
