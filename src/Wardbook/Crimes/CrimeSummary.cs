using System.Globalization;

namespace Wardbook.Crimes;

/// <summary>Says what an import of crime brought, a sentence a line.</summary>
public static class CrimeSummary
{
    public static string Of(CrimeStaging staging)
    {
        var lines = new List<string>();
        var months = staging.Staged;
        if (months.Count > 0)
        {
            lines.Add(Say($"{months.Sum(month => (long)month.Rows):N0} rows in {months.Count:N0} {(months.Count == 1 ? "month" : "months")} of {Forces(staging)}, {months.Min(month => month.Month)} to {months.Max(month => month.Month)}."));
            lines.Add(Say($"{months.Sum(month => (long)month.WithoutPoint):N0} rows have no location; {months.Sum(month => (long)month.RepeatedIds):N0} repeat an ID of their month; {months.Sum(month => (long)month.IdenticalRows):N0} equal another row in every column. All are counted, as the publisher counts them."));
        }

        if (staging.Unchanged > 0)
        {
            lines.Add(Say($"{staging.Unchanged:N0} {(staging.Unchanged == 1 ? "month was" : "months were")} there already, just so, and {(staging.Unchanged == 1 ? "was" : "were")} left alone."));
        }

        lines.AddRange(months.Where(month => month.Revision > 1).OrderBy(month => (month.Force, month.Month)).Select(month =>
            Say($"{month.Force} {month.Month}: revision {month.Revision}: {month.Added:N0} rows added, {month.Gone:N0} gone, {month.Moved:N0} moved, {month.OutcomeChanged:N0} with another outcome.")));
        return string.Join('\n', lines);
    }

    private static string Forces(CrimeStaging staging)
    {
        var forces = staging.Staged.Select(month => month.Force).Distinct().Order().ToList();
        return forces.Count <= 5 ? string.Join(", ", forces) : Say($"{forces.Count} forces");
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.GetCultureInfo("en-GB"));
}
