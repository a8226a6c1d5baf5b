using System.Text;
using Microsoft.EntityFrameworkCore;
using Wardbook.Store;

namespace Wardbook.Activity.Recording;

/// <summary>What is added to one total.</summary>
internal readonly record struct TotalRow(Step Step, string PlaceKind, string PlaceCode, DateOnly From, string Kind, Guid Team, long Halves, int Records)
{
    /// <summary>A statement takes some 32,000 values on SQLite.</summary>
    internal const int AtOnce = 2_000;

    /// <summary>As it is kept.</summary>
    public ActivityTotal Total => new() { Step = Step, PlaceKind = PlaceKind, PlaceCode = Places.PlaceCode.Parse(PlaceCode), From = From, Kind = Kind, Team = Team, Halves = Halves, Records = Records };

    /// <summary>A record in each total that it belongs to.</summary>
    /// <param name="times">1 to put it in, -1 to take it out.</param>
    public static IEnumerable<TotalRow> Of(ActivityRecord record, int times) =>
        Steps.Kept.Select(step => new TotalRow(step, record.PlaceKind, record.PlaceCode.Text, step.First(record.Day), record.Kind, record.Team ?? Guid.Empty, (long)record.Halves * times, times));

    /// <summary>One row for each total, none for what adds up to nothing, in the order of the key.</summary>
    public static List<TotalRow> Sum(IEnumerable<TotalRow> rows) =>
    [
        .. rows.GroupBy(row => row with { Halves = 0, Records = 0 })
            .Select(same => same.Key with { Halves = same.Sum(row => row.Halves), Records = same.Sum(row => row.Records) })
            .Where(row => row.Halves != 0 || row.Records != 0)
            .OrderBy(row => row.Step).ThenBy(row => row.PlaceKind, StringComparer.Ordinal).ThenBy(row => row.PlaceCode, StringComparer.Ordinal)
            .ThenBy(row => row.From).ThenBy(row => row.Kind, StringComparer.Ordinal).ThenBy(row => row.Team),
    ];

    /// <summary>Adds to the totals, whatever others add to the same ones at that moment.</summary>
    /// <param name="rows">In the order of <see cref="Sum"/>: where all writers keep to one order, no two wait for each other.</param>
    public static async Task Add(WardbookDb db, IReadOnlyList<TotalRow> rows, CancellationToken cancel)
    {
        foreach (var part in rows.Chunk(AtOnce))
        {
            var sql = new StringBuilder("""INSERT INTO "ActivityTotals" ("Step", "PlaceKind", "PlaceCode", "From", "Kind", "Team", "Halves", "Records") VALUES """);
            List<object> values = [];
            foreach (var total in part)
            {
                total.AppendTo(sql, values);
            }

            sql.Append("""
                 ON CONFLICT ("Step", "PlaceKind", "PlaceCode", "From", "Kind", "Team")
                DO UPDATE SET "Halves" = "ActivityTotals"."Halves" + excluded."Halves", "Records" = "ActivityTotals"."Records" + excluded."Records"
                """);
            await db.Database.ExecuteSqlRawAsync(sql.ToString(), values, cancel);
        }
    }

    /// <summary>One more row of a statement that inserts several, in the order in which the properties stand.</summary>
    internal void AppendTo(StringBuilder sql, List<object> values) => Append(sql, values, [(int)Step, PlaceKind, PlaceCode, From, Kind, Team, Halves, Records]);

    /// <summary>One more row of a statement that inserts several.</summary>
    internal static void Append(StringBuilder sql, List<object> values, object[] row)
    {
        sql.Append(values.Count == 0 ? "(" : ", (").AppendJoin(", ", Enumerable.Range(values.Count, row.Length).Select(number => $"{{{number}}}")).Append(')');
        values.AddRange(row);
    }

    public string InWords() => $"{Kind} in the {Step.ToString().ToLowerInvariant()} from {From:yyyy-MM-dd}: too {(Halves < 0 || (Halves == 0 && Records < 0) ? "great" : "small")} by {new Amount(Math.Abs(Halves))} in {Math.Abs(Records)} records";
}
