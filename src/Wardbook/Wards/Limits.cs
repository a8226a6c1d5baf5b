using Wardbook.Crimes.Counting;
using Wardbook.Crimes;
using Wardbook.Periods;
using Wardbook.Shared.Words;
using Wardbook.Shared;
using Wardbook.Sources;

namespace Wardbook.Wards;

/// <summary>What figures can and cannot say, and where they come from.</summary>
public sealed record Limits(IReadOnlyList<string> Sentences, IReadOnlyList<SourceNote> Sources)
{
    /// <summary>How long after a month its publisher brings it out, as a rule: police.uk, about two months.</summary>
    private const int MonthsUntilPublished = 2;

    /// <param name="streets">With what is near the border of this very place; <see langword="null"/> where that is not known.</param>
    public static Limits Of(ShownMonths months, CrimeWindow window, WardStreets? streets, IReadOnlyList<Import> imports, DateOnly today)
    {
        var own = months.In(window).Where(month => month.Force == months.Force || month.Force.Length == 0).ToList();
        own = own.Count > 0 ? own : [.. months.In(window)];
        var rows = own.Sum(month => (long)month.Rows);
        List<string> sentences = ["These are crimes that somebody reported and the police recorded. What is not reported is not here, so a rise can mean more crime or more reporting."];
        if (months.Series.HasRecords)
        {
            sentences.Add("Each record is moved to one of a fixed list of map points by its publisher, so \u201Con or near\u201D a street is as close as it gets. No figure here is about one address.");
        }

        else
        {
            sentences.Add($"{(months.Series.Publisher.Length > 0 ? months.Series.Publisher : "The publisher")} counted these itself and publishes only the counts, so there are no streets and no points on a map. It sorts crimes into kinds of its own. These figures are never added to those of another series.");
            sentences.Add("A borough here is the sum of its wards where the table has every one of them, and otherwise what the table has under the borough\u2019s name. A force is everything in the table, also what is in no ward.");
        }

        if (streets is { AtPoints: > 0 })
        {
            sentences.Add($"{Numbers.InFigures(streets.NearBorder)} of the {Numbers.InFigures(streets.AtPoints)} records here lie within {CrimeCounter.BorderMetres} metres of the border. Some of them may belong to a neighbour, and some of a neighbour\u2019s may belong here.");
        }

        if (own.Sum(month => (long)month.WithoutPoint) is > 0 and var without)
        {
            sentences.Add($"Of the force\u2019s {Numbers.InFigures(rows)} records in these months, {Numbers.InFigures(without)} have no location. They are in no ward unless their publisher says which.");
        }

        if (own.Sum(month => (long)month.RepeatedIds) is > 0 and var repeated)
        {
            sentences.Add($"{Numbers.InFigures(repeated)} of the force\u2019s records repeat the ID of another, because one crime can have several outcomes. They are counted as their publisher counts them: every row once.");
        }

        if (own.Where(month => month.Revision > 1).ToList() is { Count: > 0 } later)
        {
            sentences.Add($"{(later.Count == 1 ? $"{later[0].Month.InWords()} was" : $"{later.Count} of these months were")} published again with changes. The latest edition is shown; the earlier ones are kept.");
        }
        else
        {
            sentences.Add("A month can be published again with changes. Then the later edition is shown here and the earlier one is kept.");
        }

        return new(sentences, SourcesOf(months, window, imports, today));
    }

    private static IReadOnlyList<SourceNote> SourcesOf(ShownMonths months, CrimeWindow window, IReadOnlyList<Import> imports, DateOnly today)
    {
        if (months.Last is not { } last || imports.Count == 0)
        {
            return [];
        }

        var missing = window.YearBefore.Months.Concat(window.Months).Where(month => !months.Published.Contains(month) && month >= months.First).ToList();
        var next = last.Plus(1);
        var isDue = next.Plus(MonthsUntilPublished).LastDay >= today;
        return [new(
            imports[0].Publisher.Length > 0 ? imports[0].Publisher : months.Series.Publisher is { Length: > 0 } publisher ? publisher : "not stated",
            imports[0].Licence.Length > 0 ? imports[0].Licence : months.Series.Licence is { Length: > 0 } licence ? licence : "licence that its publisher states",
            Max(window.YearBefore.First, months.First!.Value), window.Last,
            DateOnly.FromDateTime((imports[0].Finished ?? imports[0].Started).UtcDateTime))
        {
            Missing = missing,
            ImportHref = Urls.Source(imports[0].Id),
            NextExpected = isDue && months.Series.HasRecords ? $"about the end of {next.Plus(MonthsUntilPublished).InWords()}, for {next.InWords()}" : null,
        }];
    }

    private static Month Max(Month one, Month other) => one > other ? one : other;
}
