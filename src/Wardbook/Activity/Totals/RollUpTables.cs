using Wardbook.Charts;
using Wardbook.Shared;
using Wardbook.Shared.Charts;
using Wardbook.Shared.Tables;

namespace Wardbook.Activity.Totals;

/// <summary>The tables, charts and sentences of what was done: pages and files show the same.</summary>
public static class RollUpTables
{
    public const string Kinds = "kinds", Steps = "steps", Parts = "parts";

    /// <returns>Null when there is no table of this name.</returns>
    public static Table? Named(RollUp found, string name) => name switch
    {
        Kinds => OfKinds(found),
        Steps when found.Kind is not null => OfSteps(found),
        Parts when found.Kind is not null => OfParts(found),
        _ => null,
    };

    public static Table OfKinds(RollUp found) => new Table<KindTotal>($"What was done in {found.Name}, {found.Asked.Period.InWords()}", found.Kinds)
        .Text("kind", "Kind", row => found.Catalogue.NameOf(row.Kind, found.Asked.Last), href: row => $"{AddressOf(found)}{found.Asked.Query(row.Kind)}#steps")
        .Text("group", "For", row => found.Catalogue.Of(row.Kind)?.Kind.Group.InWords())
        .Number("amount", "How many", row => row.Amount.Value, decimals: found.Kinds.All(kind => kind.Amount.IsWhole) ? 0 : 1)
        .Number("records", "Records", row => row.Records)
        .Number("per_head", "For each person posted", row => found.Bases.Heads is > 0 and var heads ? row.Amount.Value / heads : null, decimals: 1, absent: "nobody posted")
        .Number("per_1000_people", "Per 1,000 people", row => found.Bases.People is > 0 and var people ? row.Amount.Value * 1_000 / people : null, decimals: 1);

    public static Table OfSteps(RollUp found) => new Table<StepTotal>($"{NameOf(found)} in {found.Name}, step by step", found.Steps)
        .Text("when", "When", row => AskedTotals.InWords(found.Asked.By, row.Days))
        .Text("from", "From", row => row.Days.First)
        .Text("to", "To", row => row.Days.Last)
        .Number("amount", Capital(found.Kind!.On(found.Asked.Last).Many), row => row.Amount?.Value, decimals: found.Steps.All(step => step.Amount?.IsWhole ?? true) ? 0 : 1, absent: "nothing was recorded yet");

    /// <summary>The same as a page shows it, where the days are said once.</summary>
    public static Table OfStepsInShort(RollUp found)
    {
        var table = (Table<StepTotal>)OfSteps(found);
        return table with { Columns = [.. table.Columns.Where(column => column.Name is "when" or "amount")] };
    }

    public static Table OfParts(RollUp found)
    {
        var table = new Table<PartTotal>($"{NameOf(found)} by {(found.IsWard ? "team" : "ward")}, {found.Asked.Period.InWords()}", found.Parts)
            .Text("name", found.IsWard ? "Team" : "Ward", row => row.Name, href: row => row.Href)
            .Number("amount", Capital(found.Kind!.On(found.Asked.Last).Many), row => row.Amount.Value, decimals: found.Parts.All(part => part.Amount.IsWhole) ? 0 : 1)
            .Number("heads", "People posted on average", row => row.Heads, decimals: 1, absent: "nobody posted")
            .Number("per_head", "For each of them", row => row.PerHead, decimals: 1, absent: "not known");
        return found.IsWard ? table : table
            .Number("per_1000_people", "Per 1,000 people", row => row.PerThousand, decimals: 1)
            .Number("low", "Limits from", row => row.Point is { } point ? Math.Max(0, point.Outer.Low) : null, decimals: 1, absent: "not compared")
            .Number("high", "to", row => row.Point?.Outer.High, decimals: 1, absent: "not compared")
            .Text("says", "Among the others", row => Says(row.Point));
    }

    /// <summary>Whether a ward can be told apart from the others.</summary>
    public static string Says(FunnelPoint? point) => point switch
    {
        null => "not compared",
        { StandsOut: false } => "cannot be told apart",
        { Judged: > 0 } => "more than chance and habit explain",
        _ => "fewer than chance and habit explain",
    };

    public static string NameOf(RollUp found) => found.Kind!.NameOn(found.Asked.Last);

    /// <summary>The base of every figure, said once.</summary>
    public static string Base(RollUp found)
    {
        var heads = found.Bases.Heads is > 0 and var posted ? $"For each person posted: on average {Numbers.InFigures(posted, 1)} {(Math.Abs(posted - 1) < 0.05 ? "person was" : "people were")} posted {found.Asked.Period.InWords()}, by postings; heads, not hours." : $"Nobody is recorded as posted {found.Asked.Period.InWords()}, so there is no figure for each person.";
        var people = found.Bases.People is { } residents ? $"Per 1,000 people: {Numbers.InFigures(residents)} residents in {found.Bases.Years}; whoever comes for the day is not among them." : $"How many people live {(found.IsWard ? "here" : "in every one of these wards")} is not loaded, so there is no figure per 1,000 people.";
        return $"{heads} {people}";
    }

    /// <returns>Null when there are fewer than twelve whole steps.</returns>
    public static StepChart? ChartOf(RollUp found) => found.Chart is not { } chart ? null : new(
        $"{NameOf(found)} by {found.Asked.By.ToString().ToLowerInvariant()}",
        Unusual(found.Asked.By, chart) is { Count: > 0 } unusual
            ? $"Not usual: {string.Join(", ", unusual)}. Worth asking why. Usual is what the first {OverTime.Learnt} of these were like."
            : $"Each lies within what is usual, going by the first {OverTime.Learnt}. Ups and downs like these come by chance and habit and say nothing.",
        [.. chart.OverTime.Points.Zip(chart.Firsts, (point, first) => new ChartStep(StepName(found.Asked.By, first), point.Value, point.Low, point.High, point.IsUnusual, InWords(point)))],
        chart.OverTime.Centre, OverTime.Learnt);

    /// <returns>Null when there is nothing to compare.</returns>
    public static FunnelChart? FunnelOf(RollUp found)
    {
        var compared = found.Parts.Where(part => part.Point is not null).ToList();
        if (compared.Count == 0)
        {
            return null;
        }

        var outside = compared.Where(part => part.Point!.StandsOut).ToList();
        return new(
            $"{NameOf(found)} for each person posted, by ward",
            (outside.Count, outside.Count <= 5) switch
            {
                (0, _) => $"None of the {compared.Count} wards can be told apart from the others: differences like these come by chance, and by what teams differ in anyway.",
                (_, true) => $"{string.Join(", ", outside.Select(part => part.Name))}: {(outside.Count == 1 ? "this ward stands" : "these wards stand")} out. The other {compared.Count - outside.Count} cannot be told apart.",
                var (many, _) => $"{many} wards stand out. The other {compared.Count - many} cannot be told apart.",
            } + (compared.Count >= 100 ? $" By chance alone about {Math.Round(compared.Count * 0.002, MidpointRounding.AwayFromZero):0} in {compared.Count} would." : ""),
            "People posted", "For each of them",
            [.. compared.Select(part => new FunnelDot(part.Name, part.Heads!.Value, part.Point!.Figure, Math.Max(0, part.Point.Outer.Low), part.Point.Outer.High, part.Point.StandsOut))],
            compared.Sum(part => part.Amount.Value) / compared.Sum(part => part.Heads!.Value));
    }

    public static string AddressOf(RollUp found) => found.IsWard ? Urls.ActivityTotals(found.Place.Code) : Urls.PlaceActivity(found.Place.Code);

    private static List<string> Unusual(Step by, ChartOfSteps chart) =>
        [.. chart.OverTime.Points.Zip(chart.Firsts, (point, first) => (Point: point, First: first)).Where(one => one.Point.IsUnusual).Select(one => $"{StepName(by, one.First)} ({Plain(one.Point)})")];

    private static string StepName(Step by, DateOnly first) => AskedTotals.InWords(by, new(first, by.Last(first)));

    private static string Plain(PointInTime point) => !point.IsHigh && !point.IsLow ? $"{Numbers.InFigures(point.Value, point.Value == Math.Round(point.Value) ? 0 : 1)}, the last of a run that chance seldom makes"
        : $"{Numbers.InFigures(point.Value, point.Value == Math.Round(point.Value) ? 0 : 1)}, usually {Numbers.InFigures(Math.Ceiling(point.Low))} to {Numbers.InFigures(Math.Floor(point.High))}";

    private static string InWords(PointInTime point) => point.IsHigh ? "more than usual" : point.IsLow ? "fewer than usual" : point.IsUnusual ? "the last of a run that chance seldom makes" : "usual";

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
