using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Wardbook.Crimes.Blocks;
using Wardbook.Crimes.Imports;
using Wardbook.Periods;
using Wardbook.Store;

namespace Wardbook.Crimes.Files;

/// <summary>A force's month of outcomes or stops as it is read: every column as written, the IDs apart (see <see cref="CrimeIds"/>).</summary>
/// <param name="idColumn">Which column holds the crime's ID; -1 when none does.</param>
public sealed class SideTableRead(string series, string force, Month month, IReadOnlyList<string> names, int idColumn) : MonthRead(series, force, month)
{
    private readonly List<string>[] columns = [.. names.Select(_ => new List<string>())];
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup = new HashSet<string>().GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly CrimeIds ids = new();

    public override int Rows => ids.Count;

    public override int RepeatedIds => idColumn < 0 ? 0 : Ids().Where(id => id.Length > 0).GroupBy(id => id).Sum(same => same.Count() - 1);

    public override int IdenticalRows => Wholes(Text(), Ids()).GroupBy(whole => whole).Sum(same => same.Count() - 1);

    /// <summary>Adds the row the reader stands on.</summary>
    public void Add(Func<int, ReadOnlySpan<char>> field)
    {
        ids.Add(idColumn < 0 ? [] : field(idColumn));
        for (var column = 0; column < columns.Length; column++)
        {
            columns[column].Add(column == idColumn ? "" : Once(field(column)));
        }
    }

    public override async Task<CrimeChanges> Since(CrimeMonth earlier, WardbookDb db, CancellationToken cancel)
    {
        var block = await db.CrimeBlocks.AsNoTracking().SingleAsync(block => block.MonthId == earlier.Id, cancel);
        var left = new Dictionary<string, int>();
        foreach (var whole in Wholes(await TextColumns.Read(block.Rows), CrimeIds.Unpack(block.Ids, earlier.Rows)))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(left, whole, out _)++;
        }

        var added = 0;
        foreach (var whole in Wholes(Text(), Ids()))
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(left, whole, out _);
            (added, count) = count > 0 ? (added, count - 1) : (added + 1, count);
        }

        return new(added, left.Values.Sum(), 0, 0, 0);
    }

    public override async Task<CrimeBlock?> Pack(int monthId) =>
        new() { MonthId = monthId, Places = [], Rows = await Text().Write(), Ids = ids.Pack() };

    private TextColumns Text() => new(names, [.. columns.Select(column => column.ToArray())]);

    private string[] Ids() => CrimeIds.Unpack(ids.Pack(), ids.Count);

    private static IEnumerable<string> Wholes(TextColumns text, string[] ids) =>
        Enumerable.Range(0, text.Rows).Select(row => string.Join('\u001F', text.Columns.Select(column => column[row]).Prepend(ids[row])));

    /// <summary>The same few words stand in most rows: one string for each.</summary>
    private string Once(ReadOnlySpan<char> text)
    {
        if (!lookup.TryGetValue(text, out var one))
        {
            lookup.Add(text);
            lookup.TryGetValue(text, out one);
        }

        return one!;
    }
}
