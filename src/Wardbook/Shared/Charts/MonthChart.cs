using Wardbook.Periods;
using Wardbook.Shared.Tables;

namespace Wardbook.Shared.Charts;

/// <summary>Twelve months beside the same months a year before.</summary>
/// <param name="Counts">What was counted in each month; a month that is absent was not published, which is not zero.</param>
/// <param name="Last">The last month shown.</param>
public sealed record MonthChart(string Title, IReadOnlyDictionary<Month, double> Counts, Month Last)
{
    /// <summary>What is counted, in the plural.</summary>
    public string Things { get; init; } = "crimes";

    /// <summary>The top of a small drawing's scale, where several are to have the same; otherwise its own greatest month.</summary>
    public double? Top { get; init; }

    /// <summary>A page about this alone.</summary>
    public string? Href { get; init; }

    public IReadOnlyList<MonthPair> Months =>
        [.. Month.From(Last.Plus(-11), Last).Select(month => new MonthPair(month, Count(month), Count(month.Plus(-12))))];

    /// <summary>The sum of the twelve months, or <see langword="null"/> when one of them was not published.</summary>
    public double? ThisYear => Sum(Months.Select(month => month.Now));

    /// <summary>The sum of the twelve months before, or <see langword="null"/> when one of them was not published.</summary>
    public double? YearBefore => Sum(Months.Select(month => month.Before));

    /// <summary>What the drawing shows, for whoever does not see it.</summary>
    public string InWords => (ThisYear, YearBefore) switch
    {
        ({ } now, { } before) => $"{Numbers.InFigures(now)} {Things} in the 12 months to {Last.InWords()}, {Numbers.InFigures(before)} in the 12 months before.",
        ({ } now, null) => $"{Numbers.InFigures(now)} {Things} in the 12 months to {Last.InWords()}. Some of the months before were not published.",
        _ => $"Some of the 12 months to {Last.InWords()} were not published, so there is no total for the year.",
    };

    /// <summary>The same figures as a table.</summary>
    public Table Table => new Table<MonthPair>($"{Title}, by month", Months)
        .Text("month", "Month", pair => pair.Month)
        .Number("now", "This year", pair => pair.Now, absent: "not published")
        .Number("before", "Same month a year before", pair => pair.Before, absent: "not published");

    private double? Count(Month month) => Counts.TryGetValue(month, out var count) ? count : null;

    private static double? Sum(IEnumerable<double?> counts) => counts.Aggregate((double?)0, (sum, count) => sum + count);
}

/// <summary>A month and the same month a year before; <see langword="null"/> where nothing was published.</summary>
public sealed record MonthPair(Month Month, double? Now, double? Before);
