using System.Runtime.InteropServices;
using Wardbook.Crimes.Blocks;

namespace Wardbook.Crimes.Imports;

/// <summary>What a later edition of a month changed: rows that are new, gone, at another point, or with another last outcome.</summary>
/// <param name="Changed">
/// Rows of the same ID with another category, street name or area at the same point and with the same outcome; in a series of counts, figures that differ.
/// </param>
public sealed record CrimeChanges(int Added, int Gone, int Moved, int OutcomeChanged, int Changed)
{
    public bool None => this is { Added: 0, Gone: 0, Moved: 0, OutcomeChanged: 0, Changed: 0 };

    /// <summary>Rows are matched by ID; those without one by all that is published of them. The order of rows does not matter.</summary>
    public static CrimeChanges Between(Edition earlier, Edition later)
    {
        var waiting = new Dictionary<string, List<Record>>(earlier.Rows.Count);
        var anonymous = new Dictionary<Record, int>();
        for (var row = 0; row < earlier.Rows.Count; row++)
        {
            var record = earlier.Record(row);
            if (earlier.Ids[row].Length == 0)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(anonymous, record, out _)++;
            }
            else
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(waiting, earlier.Ids[row], out _) ??= []).Add(record);
            }
        }

        var (added, moved, outcomeChanged, other) = (0, 0, 0, 0);
        var unmatched = new List<(string Id, Record Record)>();
        for (var row = 0; row < later.Rows.Count; row++)
        {
            var record = later.Record(row);
            var id = later.Ids[row];
            if (id.Length == 0)
            {
                ref var left = ref CollectionsMarshal.GetValueRefOrNullRef(anonymous, record);
                if (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref left) || left == 0)
                {
                    added++;
                }
                else
                {
                    left--;
                }
            }
            else if (!waiting.TryGetValue(id, out var same) || !same.Remove(record))
            {
                unmatched.Add((id, record));
            }
        }

        // What is left of the same ID is the same record, changed.
        foreach (var (id, record) in unmatched)
        {
            if (!waiting.TryGetValue(id, out var same) || same.Count == 0)
            {
                added++;
                continue;
            }

            var before = same[0];
            same.RemoveAt(0);
            var hasMoved = (before.Longitude, before.Latitude) != (record.Longitude, record.Latitude);
            var hasOutcome = before.Outcome != record.Outcome;
            moved += hasMoved ? 1 : 0;
            outcomeChanged += hasOutcome ? 1 : 0;
            other += hasMoved || hasOutcome ? 0 : 1;
        }

        return new(added, anonymous.Values.Sum() + waiting.Values.Sum(same => same.Count), moved, outcomeChanged, other);
    }

    /// <summary>All that is published of a row but its ID.</summary>
    public readonly record struct Record(
        int Longitude, int Latitude, string Location, string Lsoa, string Ward, int Category, string Outcome, string ReportedBy, string FallsWithin, string Context,
        string Offence, string Flags);

    /// <summary>A month's records as one edition has them.</summary>
    public sealed record Edition(CrimePlaces Places, CrimeRows Rows, string[] Ids)
    {
        public Record Record(int row)
        {
            var at = Rows.Place[row];
            return new(Places.LongitudeE7[at], Places.LatitudeE7[at], Places.Location[at], Places.Lsoa[at], Places.Ward[at], Rows.Category[row],
                Rows.Names[Rows.Outcome[row]], Rows.Names[Rows.ReportedBy[row]], Rows.Names[Rows.FallsWithin[row]], Rows.Names[Rows.Context[row]],
                Rows.Offence is { } offence ? Rows.Names[offence[row]] : "", Rows.Flags is { } flags ? Rows.Names[flags[row]] : "");
        }
    }
}
