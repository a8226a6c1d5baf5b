using Wardbook.Periods;

namespace Wardbook.Activity;

/// <summary>The steps by which activity is added up. The first three are kept; quarters and years are made of months. The numbers are in the database.</summary>
public enum Step
{
    Day = 1,

    /// <summary>From Monday to Sunday.</summary>
    Week = 2,

    Month = 3,

    /// <summary>Three months from January, April, July or October.</summary>
    Quarter = 4,

    /// <summary>The financial year, from April.</summary>
    Year = 5,
}

/// <summary>Which totals stand for which days.</summary>
public static class Steps
{
    /// <summary>Those of which totals are kept.</summary>
    public static IReadOnlyList<Step> Kept { get; } = [Step.Day, Step.Week, Step.Month];

    /// <summary>The first day of the step in which a day lies.</summary>
    public static DateOnly First(this Step step, DateOnly day) => step switch
    {
        Step.Day => day,
        Step.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        Step.Month => Month.Of(day).FirstDay,
        Step.Quarter => Quarter.Of(day).FirstMonth.FirstDay,
        Step.Year => FinancialYear.Of(day).FirstMonth.FirstDay,
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>The last day of the step in which a day lies.</summary>
    public static DateOnly Last(this Step step, DateOnly day) => step switch
    {
        Step.Day => day,
        Step.Week => step.First(day).AddDays(6),
        Step.Month => Month.Of(day).LastDay,
        Step.Quarter => Quarter.Of(day).LastMonth.LastDay,
        Step.Year => FinancialYear.Of(day).LastMonth.LastDay,
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>A period cut where one step ends and the next begins. The first and the last piece may be shorter than a step.</summary>
    /// <exception cref="ArgumentException">The period has no end.</exception>
    public static IReadOnlyList<DaySpan> Cut(this Step step, DaySpan period)
    {
        var end = EndOf(period);
        List<DaySpan> pieces = [];
        for (var first = period.First; first <= end; first = step.Last(first).AddDays(1))
        {
            pieces.Add(new(first, step.Last(first) is var last && last < end ? last : end));
        }

        return pieces;
    }

    /// <summary>The kept totals that together are a period, by the largest step that fits, and that can be cut by <paramref name="by"/>: whole months or weeks in the middle, days at the ends.</summary>
    /// <exception cref="ArgumentException">The period has no end.</exception>
    public static IReadOnlyList<Kept> Reads(this Step by, DaySpan period)
    {
        var end = EndOf(period);
        var large = by is Step.Quarter or Step.Year ? Step.Month : by;
        if (large is Step.Day)
        {
            return [new(Step.Day, period.First, end)];
        }

        var first = large.First(period.First) == period.First ? period.First : large.Last(period.First).AddDays(1);
        var last = large.Last(end) == end ? end : large.First(end).AddDays(-1);
        if (last < first)
        {
            return [new(Step.Day, period.First, end)];
        }

        return
        [
            .. first > period.First ? [new Kept(Step.Day, period.First, first.AddDays(-1))] : Array.Empty<Kept>(),
            new(large, first, large.First(last)),
            .. last < end ? [new Kept(Step.Day, last.AddDays(1), end)] : Array.Empty<Kept>(),
        ];
    }

    /// <summary>The fewest kept totals that together are a period, whatever it is cut by: whole months, whole weeks beside them, days at the ends.</summary>
    /// <inheritdoc cref="Reads" path="/exception"/>
    public static IReadOnlyList<Kept> Fewest(this DaySpan period) =>
        [.. Step.Month.Reads(period).SelectMany(kept => kept.Step is Step.Day ? Step.Week.Reads(new(kept.First, kept.Last)) : [kept])];

    private static DateOnly EndOf(DaySpan period) => period.Last ?? throw new ArgumentException("The period has no end.", nameof(period));
}

/// <summary>Totals of one step that begin on or between two days.</summary>
public readonly record struct Kept(Step Step, DateOnly First, DateOnly Last);
