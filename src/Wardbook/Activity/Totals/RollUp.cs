using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Charts;
using Wardbook.Periods;
using Wardbook.Places;
using Wardbook.Store;

namespace Wardbook.Activity.Totals;

/// <summary>What was done in a place in a period: by kind, step by step, and by its wards or teams. Pages and files begin with this.</summary>
/// <param name="Wards">Those whose records are added up, also such as were abolished since.</param>
/// <param name="Begins">The month of the first record of the place; null when nothing was ever recorded.</param>
/// <param name="Kind">The kind that is looked at step by step; null when nothing was recorded.</param>
/// <param name="Parts">The wards of a place, or the teams of a ward that has several.</param>
public sealed record RollUp(
    PlaceKey Place, string Name, AskedTotals Asked, ActivityCatalogue Catalogue, IReadOnlyList<PlaceKey> Wards, DateOnly? Begins, Bases Bases,
    IReadOnlyList<KindTotal> Kinds, NamedKind? Kind, IReadOnlyList<StepTotal> Steps, ChartOfSteps? Chart, IReadOnlyList<PartTotal> Parts)
{
    /// <summary>So many whole steps a chart looks back.</summary>
    private static int ChartSteps(Step by) => by switch { Step.Day => 28, Step.Week => 26, Step.Month => 24, Step.Quarter => 16, _ => 0 };

    public bool IsWard => Place.Kind == "ward";

    /// <summary>The wards of a place as the boundaries have them, and those that were there before.</summary>
    public static IReadOnlyList<PlaceKey> WardsOf(PlaceTree tree, PlaceKey place) => place.Kind == "ward" ? [place]
        : [.. tree.Places.Where(one => one.Kind == "ward" && (tree.Includes(place, one) || (place.Kind == "force" && tree.AreOfOneForce(place, one))))];

    /// <summary>A fixed number of queries, whatever the place.</summary>
    public static async Task<RollUp> Find(WardbookDb db, PlaceTree tree, PlaceKey place, AskedTotals asked, DateOnly today, CancellationToken cancel)
    {
        var wards = WardsOf(tree, place);
        var codes = wards.Select(ward => ward.Code).ToList();
        var catalogue = await ActivityCatalogue.Find(db, cancel);
        var sums = place.Kind == "ward" ? PlaceSums.OfWard(place.Code) : await PlaceSums.Of(db, codes, cancel);
        var all = await sums.Find(db, asked.By, asked.Period, null, cancel);
        var kinds = all.GroupBy(sum => sum.Kind).Select(sum => new KindTotal(sum.Key, new(sum.Sum(row => row.Halves)), sum.Sum(row => row.Records)))
            .Where(row => row.Records > 0).OrderBy(row => catalogue.RankOf(row.Kind)).ThenBy(row => row.Kind, StringComparer.Ordinal).ToList();
        var kind = catalogue.Of(asked.Kind) ?? catalogue.Of(kinds.MaxBy(row => row.Records)?.Kind);
        var begins = await sums.Begins(db, cancel);
        var there = wards.Where(ward => tree.WhatBecameOf(ward, asked.Last) is null).ToList();
        var bases = await Bases.Find(db, there, asked.Period, cancel);
        if (kind is null)
        {
            return new(place, tree.NameOf(place), asked, catalogue, wards, begins, bases, kinds, null, [], null, []);
        }

        // The chart looks further back than the period, so that it has something to learn from.
        var since = asked.By.First(asked.Last);
        for (var step = 0; step < ChartSteps(asked.By); step++)
        {
            since = asked.By.First(since.AddDays(-1));
        }

        var steps = BySteps(asked.By, all.Where(sum => sum.Kind == kind.Code));
        var series = new DaySpan(since < asked.Period.First ? since : asked.By.First(asked.Period.First), asked.Last);
        var back = series.First == asked.Period.First ? steps : BySteps(asked.By, await sums.Find(db, asked.By, series, kind.Code, cancel));
        return new(
            place, tree.NameOf(place), asked, catalogue, wards, begins, bases, kinds, kind,
            [.. asked.By.Cut(asked.Period).Select(piece => new StepTotal(piece, begins is null || piece.Last < begins ? null : steps.GetValueOrDefault(asked.By.First(piece.First))))],
            ChartOf(asked, kind, back, begins, since, today),
            place.Kind == "ward" ? await Teams(db, codes, kind, asked, bases, cancel) : await WardParts(db, tree, wards, codes, kind, asked, bases, cancel));
    }

    private static Dictionary<DateOnly, Amount> BySteps(Step by, IEnumerable<PlaceSum> sums) =>
        sums.GroupBy(sum => by.First(sum.From)).ToDictionary(step => step.Key, step => new Amount(step.Sum(row => row.Halves)));

    private static ChartOfSteps? ChartOf(AskedTotals asked, NamedKind kind, Dictionary<DateOnly, Amount> rows, DateOnly? begins, DateOnly since, DateOnly today)
    {
        if (begins is not { } beginning || ChartSteps(asked.By) == 0)
        {
            return null;
        }

        // Whole steps alone: neither the one that runs, nor those of the month in which recording began.
        List<DateOnly> firsts = [];
        var whole = beginning.AddMonths(1);
        for (var first = since; asked.By.Last(first) <= asked.Last; first = asked.By.Last(first).AddDays(1))
        {
            if (first >= whole && first >= kind.Kind.From && asked.By.Last(first) < today)
            {
                firsts.Add(first);
            }
        }

        return OverTime.Of([.. firsts.Select(first => rows.GetValueOrDefault(first))]) is { } chart ? new(chart, firsts) : null;
    }

    private static async Task<IReadOnlyList<PartTotal>> Teams(WardbookDb db, List<PlaceCode> codes, NamedKind kind, AskedTotals asked, Bases bases, CancellationToken cancel)
    {
        var rows = await PlaceSums.OfWards(db, codes, asked.Period.Fewest()).Where(total => total.Kind == kind.Code).GroupBy(total => total.Team)
            .Select(team => new { Team = team.Key, Halves = team.Sum(total => total.Halves), Records = team.Sum(total => total.Records) }).ToListAsync(cancel);
        var names = await db.Teams.Where(team => codes.Contains(team.PlaceCode)).ToDictionaryAsync(team => team.Id, team => team.Name, cancel);
        return rows.Count(row => row.Records > 0) < 2 ? []
            : [.. rows.Select(row => new PartTotal("", names.GetValueOrDefault(row.Team, "No team"), null, new(row.Halves), row.Records, bases.HeadsOf(row.Team), null, null)).OrderBy(part => part.Name, StringComparer.Ordinal)];
    }

    private static async Task<IReadOnlyList<PartTotal>> WardParts(WardbookDb db, PlaceTree tree, IReadOnlyList<PlaceKey> wards, List<PlaceCode> codes, NamedKind kind, AskedTotals asked, Bases bases, CancellationToken cancel)
    {
        var rows = await PlaceSums.OfWards(db, codes, asked.Period.Fewest()).Where(total => total.Kind == kind.Code).GroupBy(total => total.PlaceCode)
            .Select(ward => new { Ward = ward.Key, Halves = ward.Sum(total => total.Halves), Records = ward.Sum(total => total.Records) }).ToDictionaryAsync(row => row.Ward, cancel);
        var parts = wards.Where(ward => rows.ContainsKey(ward.Code) || tree.WhatBecameOf(ward, asked.Last) is null)
            .Select(ward => new PartTotal(ward.Code.Text, tree.NameOf(ward), Urls.ActivityTotals(ward.Code) + asked.Query(kind.Code), new(rows.GetValueOrDefault(ward.Code)?.Halves ?? 0), rows.GetValueOrDefault(ward.Code)?.Records ?? 0,
                bases.HeadsOf(ward.Code), bases.PeopleOf(ward.Code), null))
            .OrderBy(part => part.Name, StringComparer.Ordinal).ToList();
        return Among.Funnel([.. parts.Select(part => (part.Amount, part.Heads))]) is { } points ? [.. parts.Zip(points, (part, point) => part with { Point = point })] : parts;
    }
}

/// <summary>How much of one kind.</summary>
public sealed record KindTotal(string Kind, Amount Amount, int Records);

/// <summary>How much of the kind in one step, or the part of it that lies in the period.</summary>
/// <param name="Amount">Null before anything was ever recorded: silence is not nought.</param>
public sealed record StepTotal(DaySpan Days, Amount? Amount);

/// <summary>How much of the kind in one ward, or by one team.</summary>
/// <param name="Heads">Posted on average; null when nobody was.</param>
/// <param name="Point">Where it lies among the others; null when it is not compared.</param>
public sealed record PartTotal(string Code, string Name, string? Href, Amount Amount, int Records, double? Heads, int? People, FunnelPoint? Point)
{
    public double? PerHead => Heads is { } heads ? Amount.Value / heads : null;

    public double? PerThousand => People is > 0 and var people ? Amount.Value * 1_000 / people : null;
}

/// <summary>A chart with the first days of its steps.</summary>
public sealed record ChartOfSteps(OverTime OverTime, IReadOnlyList<DateOnly> Firsts);
