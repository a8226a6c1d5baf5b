using Microsoft.EntityFrameworkCore;
using Wardbook.Crimes.Files;
using Wardbook.Crimes.Imports;
using Wardbook.Store;

namespace Wardbook.Crimes;

/// <summary>The series that are known by name, from the list that comes with Wardbook; and what a series of somebody's own is called.</summary>
public static class CrimeSeriesList
{
    /// <summary>Lists come after everything a publisher made for this.</summary>
    public const int RankOfLists = 100;

    private static readonly Dictionary<string, CrimeSeries> Known = CrimeLists.Rows("series.csv")
        .Select(row => new CrimeSeries { Id = row[0], Name = row[1], HasRecords = row[2] == "yes", Rank = int.Parse(row[3], null), Publisher = row[4], Licence = row[5] })
        .ToDictionary(series => series.Id);

    /// <summary>Who published a series, when that is known.</summary>
    public static (string Publisher, string Licence) PublisherOf(string series) =>
        Known.TryGetValue(SideTables.Has(series) ? CrimeSeries.PoliceUk : series, out var known) ? (known.Publisher, known.Licence) : ("", "");

    /// <summary>Adds to the database those of these series that it does not have.</summary>
    /// <exception cref="Refusal">Records were read for a series of figures, or figures for one of records.</exception>
    public static async Task Keep(WardbookDb db, CrimeStaging staging, string publisher, string licence, CancellationToken cancel)
    {
        var wanted = staging.Staged.Select(month => month.Series).Where(series => !SideTables.Has(series)).Distinct().ToList();
        var there = await db.CrimeSeries.AsNoTracking().Where(series => wanted.Contains(series.Id)).ToListAsync(cancel);
        if (there.Find(series => series.HasRecords == staging.OfFigures.Contains(series.Id)) is { } other)
        {
            throw new Refusal($"The series {other.Id} holds {(other.HasRecords ? "records" : "figures")}, and these are {(other.HasRecords ? "figures" : "records")}. Give them a series of their own: --series NAME.");
        }

        foreach (var id in wanted.Except(there.Select(series => series.Id)))
        {
            var known = Known.GetValueOrDefault(id);
            db.CrimeSeries.Add(new()
            {
                Id = id,
                Name = known?.Name ?? Named(id),
                HasRecords = !staging.OfFigures.Contains(id),
                Rank = known?.Rank ?? RankOfLists,
                Publisher = known?.Publisher ?? publisher,
                Licence = known?.Licence ?? licence,
            });
        }
    }

    /// <summary><c>list-london-crimes</c> is London crimes.</summary>
    private static string Named(string id)
    {
        var words = id[(id.IndexOf('-', StringComparison.Ordinal) + 1)..].Replace('-', ' ');
        return words.Length == 0 ? id : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
