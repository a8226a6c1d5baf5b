using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wardbook.Store;

namespace Wardbook.Activity;

/// <summary>What teams count, as the force has it. Kinds that ended are in it, because old records have them.</summary>
/// <param name="Kinds">In their order, each with its names, the earliest first.</param>
public sealed record ActivityCatalogue(IReadOnlyList<NamedKind> Kinds)
{
    /// <summary>For as long as anybody asks about.</summary>
    public static readonly DateOnly Ever = new(1900, 1, 1);

    private readonly Dictionary<string, NamedKind> byCode = Kinds.ToDictionary(kind => kind.Code);

    /// <summary>What every new database has, until a force changes it.</summary>
    public static IReadOnlyList<(ActivityKind Kind, ActivityKindName Name)> First { get; } = [.. Rows().Select((row, number) => (
        new ActivityKind
        {
            Code = row[0],
            Group = Enum.Parse<ActivityGroup>(row[1]),
            HasHalves = row[5] == "yes",
            AskAbove = int.Parse(row[6], CultureInfo.InvariantCulture),
            IsReferenceOnly = row[7] == "yes",
            IsPublic = row[8] == "yes",
            Rank = (number + 1) * 10,
            From = Ever,
        },
        new ActivityKindName
        {
            Id = new(30, (short)(number + 1), 0, 0x80, 0, 0x57, 0x41, 0x52, 0x44, 0, 1),
            Kind = row[0],
            From = Ever,
            Name = row[2],
            One = row[3],
            Many = row[4],
            Made = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        }))];

    public static async Task<ActivityCatalogue> Find(WardbookDb db, CancellationToken cancel)
    {
        var names = (await db.ActivityKindNames.AsNoTracking().OrderBy(name => name.From).ThenBy(name => name.Made).ToListAsync(cancel)).ToLookup(name => name.Kind);
        var kinds = await db.ActivityKinds.AsNoTracking().OrderBy(kind => kind.Rank).ThenBy(kind => kind.Code).ToListAsync(cancel);
        return new([.. kinds.Select(kind => new NamedKind(kind, [.. names[kind.Code]]))]);
    }

    /// <returns>Null when there is no such kind.</returns>
    public NamedKind? Of(string? code) => code is not null && byCode.TryGetValue(code, out var kind) ? kind : null;

    /// <summary>What can be recorded of a day.</summary>
    public IReadOnlyList<NamedKind> On(DateOnly day) => [.. Kinds.Where(kind => kind.Kind.HoldsOn(day))];

    /// <summary>Such as <c>3 arrests</c>, with the words of that day.</summary>
    public string InWords(string code, Amount amount, DateOnly day) => Of(code) is { } kind ? amount.Of(kind.On(day).One, kind.On(day).Many) : $"{amount.InFigures()} {code}";

    public string NameOf(string code, DateOnly day) => Of(code)?.NameOn(day) ?? code;

    public int RankOf(string code) => Of(code)?.Kind.Rank ?? int.MaxValue;

    /// <summary>Semicolons between the fields, a first line of names, nothing quoted.</summary>
    private static List<string[]> Rows()
    {
        using var list = new StreamReader(typeof(ActivityCatalogue).Assembly.GetManifestResourceStream("Wardbook.Activity.kinds.csv")!);
        list.ReadLine();
        List<string[]> rows = [];
        while (list.ReadLine() is { } line)
        {
            rows.Add(line.Split(';'));
        }

        return rows;
    }
}

/// <summary>A kind with what it is called, and was.</summary>
/// <param name="Names">The earliest first; at least one.</param>
public sealed record NamedKind(ActivityKind Kind, IReadOnlyList<ActivityKindName> Names)
{
    public string Code => Kind.Code;

    /// <summary>What it is called on a day; before its first name, by that.</summary>
    public ActivityKindName On(DateOnly day) => Names.LastOrDefault(name => name.From <= day) ?? Names[0];

    public string NameOn(DateOnly day) => On(day).Name;

    /// <summary>Such as <c>counted until 31 March 2026</c>; null when it can be recorded of the day.</summary>
    public string? WhyNot(DateOnly day) => Kind.HoldsOn(day) ? null
        : day < Kind.From ? $"counted from {Shared.Numbers.InWords(Kind.From)} on"
        : $"counted until {Shared.Numbers.InWords(Kind.To!.Value)}";
}
