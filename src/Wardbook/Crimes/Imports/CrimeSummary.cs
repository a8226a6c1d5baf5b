using System.Globalization;
using Wardbook.Crimes.Files;

namespace Wardbook.Crimes.Imports;

/// <summary>Says what an import of crime brought, a sentence a line.</summary>
public static class CrimeSummary
{
    public static string Of(CrimeStaging staging)
    {
        var lines = new List<string>();
        foreach (var months in staging.Staged.GroupBy(month => month.Series).OrderBy(months => months.Key, StringComparer.Ordinal))
        {
            lines.Add(Brought(months.Key, [.. months], staging.OfFigures.Contains(months.Key)));
            if (months.Sum(month => (long)month.WithoutPoint + month.RepeatedIds + month.IdenticalRows) > 0)
            {
                lines.Add(Say($"Of these {months.Sum(month => (long)month.WithoutPoint):N0} have no location, {months.Sum(month => (long)month.RepeatedIds):N0} repeat an ID of their month and {months.Sum(month => (long)month.IdenticalRows):N0} equal another row in every column. All are kept, as the publisher counts them."));
            }
        }

        if (staging.Unchanged > 0)
        {
            lines.Add(Say($"{staging.Unchanged:N0} {(staging.Unchanged == 1 ? "month was" : "months were")} there already, just so, and {(staging.Unchanged == 1 ? "was" : "were")} left alone."));
        }

        lines.AddRange(staging.Older.OrderBy(older => (older.Shown.Series, older.Shown.Force, older.Shown.Month)).Select(older =>
            Say($"{Whose(older.Shown.Series, older.Shown.Force)} {older.Shown.Month}: this is an older edition than the one shown ({(older.Revision is { } revision ? $"it equals revision {revision}, which revision {older.Shown.Revision} replaced" : "it was published earlier")}), and was left out. To show it all the same: --newest.")));
        lines.AddRange(staging.Staged.Where(month => month.Revision > 1).OrderBy(month => (month.Series, month.Force, month.Month)).Select(Changed));
        return string.Join('\n', lines);
    }

    /// <summary>A series, with its force when it has several: <c>police-uk metropolitan</c>.</summary>
    public static string Whose(string series, string force) => force.Length == 0 ? series : $"{series} {force}";

    /// <summary>What a revision changed of the one before.</summary>
    public static string Changed(CrimeMonth month) => SideTables.Has(month.Series)
        ? Say($"{Whose(month.Series, month.Force)} {month.Month}: revision {month.Revision}: {month.Added:N0} rows added, {month.Gone:N0} gone.")
        : Say($"{Whose(month.Series, month.Force)} {month.Month}: revision {month.Revision}: {month.Added:N0} added, {month.Gone:N0} gone, {month.Moved:N0} moved, {month.OutcomeChanged:N0} with another outcome, {month.Changed:N0} otherwise changed.");

    private static string Brought(string series, List<CrimeMonth> months, bool areFigures)
    {
        var forces = months.Select(month => month.Force).Where(force => force.Length > 0).Distinct().Order().ToList();
        var whose = forces.Count switch { 0 => "", <= 5 => $" of {string.Join(", ", forces)}", _ => Say($" of {forces.Count} forces") };
        var what = series switch { SideTables.Outcomes => "outcomes", SideTables.Stops => "stops and searches", _ => areFigures ? "figures" : "rows" };
        var (first, last) = (months.Min(month => month.Month), months.Max(month => month.Month));
        return Say($"{series}: {months.Sum(month => (long)month.Rows):N0} {what} in {months.Count:N0} {(months.Count == 1 ? "month" : "months")}{whose}, {(first == last ? first : $"{first} to {last}")}.");
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.GetCultureInfo("en-GB"));
}
