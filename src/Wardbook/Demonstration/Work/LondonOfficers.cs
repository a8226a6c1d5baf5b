using System.Globalization;
using Wardbook.Places;
using Wardbook.Shared.Kinds;
using Wardbook.Teams;

namespace Wardbook.Demonstration.Work;

/// <summary>Fills the posts of the teams: who held each from the first day, who left in the year to 24 May 2007 and why, who came after them.</summary>
internal sealed class LondonOfficers(MadeIds ids, IReadOnlyList<Team> teams, IReadOnlyList<PlaceCode> wards)
{
    /// <summary>Sergeants who left and for whom nobody had come by the day of the report: of 630 posts 617 were filled.</summary>
    private const int SergeantsMissing = LondonTeams.Count - LondonTeams.Sergeants;

    /// <summary>Of the 61 officers who moved on; how many of each rank is ours.</summary>
    private const int SergeantsWhoLeft = 25;

    private static readonly DateOnly YearBegins = LondonTeams.Last.AddYears(-1).AddDays(1);

    private readonly Dice dice = Dice.For("officers");
    private int number = 1_000;

    public List<Officer> Officers { get; } = [];

    public List<Posting> Postings { get; } = [];

    public void Fill(IReadOnlyList<LondonTeams.Seat> seats)
    {
        var leaving = Leaving(seats);
        for (var seat = 0; seat < seats.Count; seat++)
        {
            var post = seats[seat];
            var first = Post(post, post.From, null, PartIn(post));
            if (!leaving.TryGetValue(seat, out var left))
            {
                continue;
            }

            first.End(left.On, left.Why);
            if (left.Next is { } next)
            {
                Post(post, next, first.Id, null);
            }
        }
    }

    /// <summary>Of the posts that were there from the first day, who moved on: each post at most once.</summary>
    private Dictionary<int, Left> Leaving(IReadOnlyList<LondonTeams.Seat> seats)
    {
        var order = Enumerable.Range(0, seats.Count).Where(seat => seats[seat].From == LondonTeams.First && PartIn(seats[seat]) is null)
            .Select(seat => (Seat: seat, Draw: dice.Next())).OrderBy(one => one.Draw).Select(one => one.Seat).ToList();
        int[] Of(Guid kind, int some) => [.. order.Where(seat => seats[seat].Kind == kind).Take(some)];
        var officers = LondonTeams.Leavers - LondonTeams.PcsosWhoLeft;
        Dictionary<int, Left> leaving = [];
        foreach (var (seat, at) in Of(LondonTeams.Sergeant, SergeantsWhoLeft).Select((seat, at) => (seat, at)))
        {
            leaving.Add(seat, at < SergeantsMissing
                ? new(LondonTeams.Last.AddDays(-1 - dice.Below(70)), Why(at % 3 == 0 ? "promoted" : "moved"), null)
                : Replaced(Why(at % 4 == 0 ? "retired" : "promoted")));
        }

        foreach (var seat in Of(LondonTeams.Constable, officers - SergeantsWhoLeft))
        {
            leaving.Add(seat, Replaced(Why(dice.Below(10) switch { 0 => "promoted", 1 or 2 => "left", _ => "moved" })));
        }

        foreach (var (seat, at) in Of(LondonTeams.Pcso, LondonTeams.PcsosWhoLeft).Select((seat, at) => (seat, at)))
        {
            leaving.Add(seat, Replaced(Why(at < LondonTeams.BecameConstables ? "became-constable" : dice.Below(3) == 0 ? "moved" : "left")));
        }

        return leaving;
    }

    /// <summary>Somebody comes one to seven weeks later, before the day of the report.</summary>
    private Left Replaced(Guid why)
    {
        var on = YearBegins.AddDays(dice.Below(305));
        return new(on, why, on.AddDays(8 + dice.Below(42)));
    }

    private static Guid Why(string slug) => LondonTeams.Kind(KindLists.PostingEnds, slug);

    private Posting Post(LondonTeams.Seat seat, DateOnly from, Guid? takenOverFrom, string? part)
    {
        var name = part ?? MadeNames.Draw(dice);
        var rank = seat.Kind == LondonTeams.Sergeant ? "PS" : seat.Kind == LondonTeams.Constable ? "PC" : "PCSO";

        // Community support officers are asked like everybody; one in four said no.
        var agrees = part is not null || seat.Kind != LondonTeams.Pcso || dice.Below(4) > 0;
        var officer = new Officer
        {
            Id = ids.Next(LondonTeams.Moment(from)),
            Name = name,
            Number = (seat.Kind == LondonTeams.Pcso ? "7" : "") + (++number).ToString(CultureInfo.InvariantCulture),
            PublicName = agrees ? $"{rank} {name}" : null,
            NameAgreed = agrees ? from : null,
        };
        var posting = new Posting
        {
            Id = ids.Next(LondonTeams.Moment(from)),
            Officer = officer.Id,
            Team = teams[seat.Team].Id,
            PostKind = seat.Kind,
            IsNamedContact = seat.Kind == LondonTeams.Sergeant || (seat.Kind == LondonTeams.Constable && seat.Number == 0),
            From = from,
            TakenOverFrom = takenOverFrom,
            Made = LondonTeams.Moment(from),
        };
        Officers.Add(officer);
        Postings.Add(posting);
        return posting;
    }

    /// <summary>Whoever signs in as one of the parts of the demonstration is found in the team of their ward.</summary>
    private string? PartIn(LondonTeams.Seat seat) => seat.Number > 0 ? null
        : LondonParts.All.FirstOrDefault(part => part.Place?.Code == wards[seat.Team] && part.PostKind == seat.Kind)?.OfficerName;

    /// <param name="On">The last day.</param>
    /// <param name="Next">The first day of whoever came after; null for nobody.</param>
    private sealed record Left(DateOnly On, Guid Why, DateOnly? Next);
}
