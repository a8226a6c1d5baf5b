using System.Globalization;
using Wardbook.Periods;

namespace Wardbook.Shared.Tables;

/// <summary>A table that a page, a CSV and a JSON file all show, so that they cannot disagree.</summary>
/// <example>
/// <code>
/// new Table&lt;WardCount&gt;("Wards of Camden", counts)
///     .Text("ward", "Ward", count =&gt; count.Name, href: count =&gt; Urls.Ward(count.Code))
///     .Number("crimes", "Crimes in 12 months", count =&gt; count.Crimes)
///     .Number("rate", "Per 1,000 people", count =&gt; count.Rate, decimals: 1);
/// </code>
/// </example>
public abstract record Table(string Caption)
{
    /// <summary>The name of the column it is in order of, after a minus sign when the greatest is first; <see langword="null"/> for the order it came in.</summary>
    public string? Order { get; init; }

    /// <summary>How many rows are passed over, when a page shows a part of a long table in its order.</summary>
    public int Skip { get; init; }

    /// <summary>How many rows a page shows; <see langword="null"/> for all.</summary>
    public int? Most { get; init; }

    public abstract IEnumerable<Heading> Headings { get; }

    /// <summary>The rows as cells, in order.</summary>
    public abstract IEnumerable<IReadOnlyList<Cell>> Cells { get; }

    public abstract bool IsEmpty { get; }

    /// <summary>In the order a reader asked for; an order it does not have is no order.</summary>
    public Table InOrder(string? asked) =>
        asked is not null && Headings.Any(heading => heading.Name == asked.TrimStart('-')) ? this with { Order = asked } : this with { Order = null };
}

/// <summary>A column as the table's first row shows it.</summary>
public sealed record Heading(string Name, string Text, bool IsNumber);

/// <summary>One cell.</summary>
/// <param name="Value">What a file holds.</param>
/// <param name="Text">What a page shows.</param>
public sealed record Cell(object? Value, string Text, string? Href);

/// <inheritdoc cref="Table"/>
public sealed record Table<T>(string Caption, IReadOnlyList<T> Rows) : Table(Caption)
{
    public IReadOnlyList<Column<T>> Columns { get; init; } = [];

    public override bool IsEmpty => Rows.Count == 0;

    public override IEnumerable<Heading> Headings => Columns.Select(column => new Heading(column.Name, column.Heading, column.IsNumber));

    public override IEnumerable<IReadOnlyList<Cell>> Cells =>
        Sorted().Skip(Skip).Take(Most ?? int.MaxValue).Select(row => Columns.Select(column => new Cell(column.Value(row), column.InWords(row), column.Href?.Invoke(row))).ToList());

    public Table<T> Text(string name, string heading, Func<T, object?> value, Func<T, string?>? href = null, string absent = "not known") =>
        this with { Columns = [.. Columns, new(name, heading, value) { Href = href, Absent = absent }] };

    public Table<T> Number(string name, string heading, Func<T, object?> value, int decimals = 0, string absent = "not known", Func<T, string?>? href = null) =>
        this with { Columns = [.. Columns, new(name, heading, value) { IsNumber = true, Decimals = decimals, Absent = absent, Href = href }] };

    /// <remarks>What is not known comes last whichever way round; equal rows keep the order they came in.</remarks>
    private IEnumerable<T> Sorted()
    {
        if (Order is null || Columns.FirstOrDefault(column => column.Name == Order.TrimStart('-')) is not { } by)
        {
            return Rows;
        }

        var known = Rows.OrderBy(row => by.Value(row) is null);
        return Order[0] == '-' ? known.ThenByDescending(by.Value, ByValue) : known.ThenBy(by.Value, ByValue);
    }

    private static readonly Comparer<object?> ByValue = Comparer<object?>.Create((left, right) => (left, right) switch
    {
        (string one, string other) => string.Compare(one, other, StringComparison.OrdinalIgnoreCase),
        (Month one, Month other) => one.CompareTo(other),
        (DateOnly one, DateOnly other) => one.CompareTo(other),
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        _ => Convert.ToDouble(left, CultureInfo.InvariantCulture)
            .CompareTo(Convert.ToDouble(right, CultureInfo.InvariantCulture)),
    });
}
