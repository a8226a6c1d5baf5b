using Microsoft.EntityFrameworkCore;
using Wardbook.Store;

namespace Wardbook.Concerns.Categories;

/// <summary>What concerns are about, as the force has it. Categories that ended are in it, because old concerns have them.</summary>
public sealed record Catalogue(IReadOnlyList<ConcernCategory> Categories)
{
    private readonly Dictionary<string, ConcernCategory> byCode = Categories.ToDictionary(row => row.Code);

    /// <summary>What every new database has, until a force changes it.</summary>
    public static IReadOnlyList<ConcernCategory> First { get; } = [.. Rows().Select((row, number) => new ConcernCategory
    {
        Code = row[0],
        Parent = row[1].Length == 0 ? null : row[1],
        Name = row[2],
        IsNeverOffered = row[3] == "no",
        IsNeverPublic = row[4] == "no",
        Advice = row[5],
        Rank = (number + 1) * 10,
        From = new(1900, 1, 1),
    })];

    public static async Task<Catalogue> Find(WardbookDb db, CancellationToken cancel) =>
        new(await db.ConcernCategories.AsNoTracking().OrderBy(row => row.Rank).ThenBy(row => row.Name).ToListAsync(cancel));

    /// <returns>Null when there is no such category.</returns>
    public ConcernCategory? Of(string? code) => code is not null && byCode.TryGetValue(code, out var row) ? row : null;

    /// <summary>Such as <c>Drugs: dealing</c>; of one at the top, its name.</summary>
    public string NameOf(string code) => Of(code) switch
    {
        null => code,
        { Parent: { } parent } child when Of(parent) is { } above => $"{above.Name}: {char.ToLowerInvariant(child.Name[0])}{child.Name[1..]}",
        var top => top.Name,
    };

    /// <summary>What can be chosen on a day: the ends of the tree, each with what is above it, in the order of the tree.</summary>
    public IReadOnlyList<(ConcernCategory? Above, ConcernCategory Category)> Choices(DateOnly day)
    {
        var holding = Categories.Where(row => row.HoldsOn(day)).ToList();
        return
        [
            .. holding.Where(row => row.Parent is null || !holding.Exists(above => above.Code == row.Parent)).SelectMany(top =>
                holding.Where(row => row.Parent == top.Code).Select(row => ((ConcernCategory?)top, row)).DefaultIfEmpty((null, top))),
        ];
    }

    /// <summary>Semicolons between the fields, a first line of names, nothing quoted.</summary>
    private static List<string[]> Rows()
    {
        using var list = new StreamReader(typeof(Catalogue).Assembly.GetManifestResourceStream("Wardbook.Concerns.categories.csv")!);
        list.ReadLine();
        List<string[]> rows = [];
        while (list.ReadLine() is { } line)
        {
            rows.Add(line.Split(';'));
        }

        return rows;
    }
}
