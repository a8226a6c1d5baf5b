using Microsoft.EntityFrameworkCore;
using Wardbook.Periods;
using Wardbook.Store;

namespace Wardbook.Crimes.Reports;

/// <summary>The one series a report takes, and what a person should know about that choice.</summary>
public sealed record SeriesChoice(CrimeSeries Series, IReadOnlyList<string> Words)
{
    /// <summary>The series that was named; otherwise of those with records that have any of these months the first by rank, of equals the largest; otherwise a published table that has.</summary>
    /// <exception cref="Refusal">There is no such series, or none has anything.</exception>
    public static async Task<SeriesChoice> Find(WardbookDb db, string? named, Month first, Month last, CancellationToken cancel)
    {
        var all = await db.CrimeSeries.AsNoTracking().ToListAsync(cancel);
        var months = (await db.CrimeMonths.AsNoTracking()
                .Where(month => month.Shown && month.Month >= first && month.Month <= last)
                .Select(month => new { month.Series, month.Month, month.Rows })
                .ToListAsync(cancel))
            .GroupBy(month => month.Series)
            .ToDictionary(group => group.Key, group => (Months: group.Select(month => month.Month).Distinct().Count(), Rows: group.Sum(month => (long)month.Rows)));
        if (named is not null)
        {
            return all.Find(series => series.Id == named) is { } asked
                ? new(asked, [])
                : throw new Refusal($"There is no series {named}. There {(all.Count == 0 ? "is none" : $"is {string.Join(", ", all.OrderBy(series => series.Rank).Select(series => series.Id))}")}.");
        }

        var having = all.Where(series => months.ContainsKey(series.Id)).OrderBy(series => !series.HasRecords).ThenBy(series => series.Rank).ThenByDescending(series => months[series.Id].Rows).ToList();
        if (having.Count == 0)
        {
            throw new Refusal($"There is no recorded crime from {first} to {last}.");
        }

        var (chosen, wanted) = (having[0], last.Since(first) + 1);
        var words = new List<string>();
        if (all.Exists(series => series.Rank < chosen.Rank && series.HasRecords) || having.Count > 1 || months[chosen.Id].Months < wanted)
        {
            words.Add($"Counted in {chosen.Id}, which has {months[chosen.Id].Months} of these {wanted} {(wanted == 1 ? "month" : "months")}."
                + (having.Count > 1 ? $" Also there, never added to it: {string.Join(", ", having.Skip(1).Select(series => $"{series.Id} ({months[series.Id].Months})"))}. Choose by --series." : ""));
        }

        return new(chosen, words);
    }
}
