using Microsoft.AspNetCore.Mvc.ModelBinding;
using Wardbook.Periods;
using Wardbook.Shared;
using Wardbook.Shared.Forms;

namespace Wardbook.Activity.Totals;

/// <summary>Which totals somebody asked for.</summary>
/// <param name="Kind">The code of the kind that is looked at step by step; null for the one of which most was recorded.</param>
public sealed record AskedTotals(Step By, DaySpan Period, string? Kind)
{
    /// <summary>So many steps fit on a page.</summary>
    private const int MostDays = 92, MostWeeks = 106, MostYears = 10;

    public DateOnly Last => Period.Last!.Value;

    public static IReadOnlyList<Choice> Steps { get; } =
    [
        new(nameof(Step.Day), "Day"), new(nameof(Step.Week), "Week, from Monday"), new(nameof(Step.Month), "Month"), new(nameof(Step.Quarter), "Quarter"), new(nameof(Step.Year), "Financial year, from April"),
    ];

    /// <summary>What cannot be understood is said, and the financial year so far is shown.</summary>
    public static AskedTotals Read(ModelStateDictionary state, string? by, string? from, string? to, string? kind, DateOnly today)
    {
        state.Clear();
        var step = string.IsNullOrEmpty(by) ? Step.Month : Enum.TryParse<Step>(by, ignoreCase: true, out var one) && Enum.IsDefined(one) ? one : Step.Month;
        var first = state.Day("From", from) ?? FinancialYear.Of(today).FirstMonth.FirstDay;
        var last = state.Day("To", to) ?? today;
        var wrong = last > today ? ("To", $"{last.InWords()} is still to come: what was done is added up to today")
            : last < first ? ("To", "The last day must be on or after the first")
            : step is Step.Day && last.DayNumber - first.DayNumber >= MostDays ? ("From", $"By day at most {MostDays} days fit on a page: choose fewer, or go by week")
            : step is Step.Week && last.DayNumber - first.DayNumber >= MostWeeks * 7 ? ("From", $"By week at most {MostWeeks} weeks fit on a page: choose fewer, or go by month")
            : first < today.AddYears(-MostYears) ? ("From", $"At most {MostYears} years back: the first day must be {today.AddYears(-MostYears).InWords()} or later")
            : default;
        if (wrong.Item1 is not null)
        {
            state.AddModelError(wrong.Item1, wrong.Item2);
        }

        return state.IsValid ? new(step, new(first, last), string.IsNullOrEmpty(kind) ? null : kind)
            : new(Step.Month, new(FinancialYear.Of(today).FirstMonth.FirstDay, today), string.IsNullOrEmpty(kind) ? null : kind);
    }

    /// <summary>As an address has it.</summary>
    public string Query(string? kind = null) => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"?by={By}&from={Period.First:yyyy-MM-dd}&to={Last:yyyy-MM-dd}{((kind ?? Kind) is { } one ? $"&kind={Uri.EscapeDataString(one)}" : "")}");

    /// <summary>The periods that are asked for most.</summary>
    public static IReadOnlyList<(string Text, DateOnly From, DateOnly To)> Usual(DateOnly today)
    {
        var (year, quarter, month) = (FinancialYear.Of(today), Quarter.Of(today), Month.Of(today));
        return
        [
            ("This month", month.FirstDay, today),
            ("Last month", month.Plus(-1).FirstDay, month.Plus(-1).LastDay),
            ("This quarter", quarter.FirstMonth.FirstDay, today),
            ($"{year} so far", year.FirstMonth.FirstDay, today),
            ($"{year.Plus(-1)}", year.Plus(-1).FirstMonth.FirstDay, year.Plus(-1).LastMonth.LastDay),
            ("The last 12 months", today.AddYears(-1).AddDays(1), today),
        ];
    }

    /// <summary>A step as a row says it: <c>June 2026</c>, <c>15 to 21 June 2026</c>.</summary>
    public static string InWords(Step step, DaySpan piece) => step switch
    {
        _ when piece.Last == piece.First => piece.First.InWords(),
        Step.Month when piece == new DaySpan(step.First(piece.First), step.Last(piece.First)) => Month.Of(piece.First).InWords(),
        Step.Quarter when piece == new DaySpan(step.First(piece.First), step.Last(piece.First)) => Quarter.Of(piece.First).InWords(),
        Step.Year when piece == new DaySpan(step.First(piece.First), step.Last(piece.First)) => FinancialYear.Of(piece.First).ToString(),
        _ => piece.InWords(),
    };
}
