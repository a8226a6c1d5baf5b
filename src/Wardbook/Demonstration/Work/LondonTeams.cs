using Wardbook.Shared.Kinds;
using Wardbook.Teams;

namespace Wardbook.Demonstration.Work;

/// <summary>The 630 Safer Neighbourhoods Teams, the posts they have and everybody who held one from April 2006 to 24 May 2007.</summary>
/// <remarks>
/// Published (report on equality and diversity, 24 May 2007): the constants. Which wards have a second team, where boroughs pay for more, who left when
/// and every name are made up.
/// </remarks>
/// <param name="WardOf">Of each team, the number of its ward in the facts.</param>
public sealed record LondonTeams(
    IReadOnlyList<Team> Teams, IReadOnlyList<int> WardOf, IReadOnlyList<Establishment> Establishments, IReadOnlyList<Officer> Officers, IReadOnlyList<Posting> Postings)
{
    /// <summary>Paragraph 7: 630 teams, each with a sergeant, two constables and three community support officers.</summary>
    public const int Count = 630;

    /// <summary>Appendix 1: sergeants, constables and community support officers in the teams.</summary>
    public const int Sergeants = 617, Constables = 1_327, Pcsos = 2_284;

    /// <summary>Paragraph 6: moved on within the year; community support officers among them, and those of them who became constables.</summary>
    public const int Leavers = 279, PcsosWhoLeft = 218, BecameConstables = 117;

    private const int SeatsOfConstables = 2, SeatsOfPcsos = 3, MoreInLargeWards = 3, LargeWard = 14_000;

    /// <summary>The first day of which there are records, and the day of the report.</summary>
    public static readonly DateOnly First = new(2006, 4, 1), Last = new(2007, 5, 24);

    internal static readonly Guid Sergeant = Kind(KindLists.Posts, "sergeant"), Constable = Kind(KindLists.Posts, "constable"), Pcso = Kind(KindLists.Posts, "pcso");

    internal static Guid Kind(string list, string slug) => KindLists.First.Single(kind => kind.List == list && kind.Slug == slug).Id;

    /// <summary>When everything here is taken to be written down.</summary>
    internal static DateTime Moment(DateOnly day, int hour = 8) => day.ToDateTime(new(hour, 0), DateTimeKind.Utc);

    public static LondonTeams Make(LondonFacts facts, IReadOnlyList<int> people)
    {
        var ids = new MadeIds("teams");
        var second = Enumerable.Range(0, people.Count).OrderByDescending(ward => people[ward]).Take(Count - people.Count).ToHashSet();
        int[] wardOf = [.. Enumerable.Range(0, people.Count).SelectMany(ward => second.Contains(ward) ? new[] { ward, ward } : [ward])];
        Team[] teams = [.. wardOf.Select((ward, number) => TeamOf(facts.Wards[ward], ids, isSecond: number > 0 && wardOf[number - 1] == ward))];
        var isLarge = wardOf.Select((ward, number) => people[ward] > LargeWard && (number == 0 || wardOf[number - 1] != ward)).ToArray();

        // Whoever is above the basic strength is paid for by a borough.
        var (constables, pcsos) = (Count * SeatsOfConstables, (Count * SeatsOfPcsos) + (isLarge.Count(large => large) * MoreInLargeWards));
        var moreConstables = Some(Constables - constables, "constables more");
        var morePcsos = Some(Pcsos - pcsos, "community support officers more");
        List<Seat> seats = [];
        List<Establishment> posts = [];
        var dice = Dice.For("posts");
        for (var team = 0; team < Count; team++)
        {
            Add(team, Sergeant, 1, 0, "Basic strength");
            Add(team, Constable, SeatsOfConstables, moreConstables.Contains(team) ? 1 : 0, "Basic strength");
            Add(team, Pcso, SeatsOfPcsos + (isLarge[team] ? MoreInLargeWards : 0), morePcsos.Contains(team) ? 1 : 0, isLarge[team] ? "Basic strength, and three more for a ward of over 14,000 people" : "Basic strength");
        }

        var holders = new LondonOfficers(ids, teams, wardOf.Select(ward => facts.Wards[ward].Code).ToArray());
        holders.Fill(seats);
        return new(teams, wardOf, posts, holders.Officers, holders.Postings);

        void Add(int team, Guid kind, int basic, int more, string why)
        {
            posts.Add(new() { Id = ids.Next(Moment(First)), Team = teams[team].Id, PostKind = kind, Posts = basic, From = First, Why = why, Made = Moment(First) });
            seats.AddRange(Enumerable.Range(0, basic).Select(number => new Seat(team, kind, number, First)));
            if (more > 0)
            {
                var from = new DateOnly(2006, 9, 4).AddDays(7 * dice.Below(26));
                posts.Add(new() { Id = ids.Next(Moment(from)), Team = teams[team].Id, PostKind = kind, Posts = basic + more, From = from, Why = "One more, paid for by the borough", Made = Moment(from) });
                seats.Add(new(team, kind, basic, from));
            }
        }
    }

    /// <summary>Some teams, each once.</summary>
    private static HashSet<int> Some(int number, string matter)
    {
        var dice = Dice.For(matter);
        return [.. Enumerable.Range(0, Count).Select(team => (Team: team, Draw: dice.Next())).OrderBy(one => one.Draw).Take(number).Select(one => one.Team)];
    }

    private static Team TeamOf(WardFacts ward, MadeIds ids, bool isSecond) => new()
    {
        Id = ids.Next(Moment(First)),
        Kind = Kind(KindLists.Teams, "neighbourhood"),
        Name = $"{ward.Name} Safer Neighbourhoods Team{(isSecond ? " 2" : "")}",
        PlaceKind = "ward",
        PlaceCode = ward.Code,
        From = First,
        Email = $"{ward.Code.Text.ToLowerInvariant()}{(isSecond ? "-2" : "")}@teams.example",
        // Kept free for stories (Ofcom, telephone numbers for use in drama).
        Telephone = $"020 7946 0{Dice.For($"telephone of {ward.Code}", isSecond ? 2 : 1).Below(1_000):000}",
        Hours = "10am to 10pm on most days. At other times leave a message.",
    };

    /// <summary>A post that somebody can hold.</summary>
    /// <param name="Number">From 0 among the posts of its kind in the team.</param>
    internal sealed record Seat(int Team, Guid Kind, int Number, DateOnly From);
}
