using System.Globalization;
using Wardbook.Periods;

namespace Wardbook.Shared.Tables;

/// <summary>One column of a table: what it is called in an address and a file, what it is called on a page, and what stands in it.</summary>
/// <param name="Name">Short and fixed: files and links rely on it.</param>
/// <param name="Value">A text, number, day or month; <see langword="null"/> when it is not known, which is not zero.</param>
public sealed record Column<T>(string Name, string Heading, Func<T, object?> Value)
{
    /// <summary>Numbers stand at the right, under each other.</summary>
    public bool IsNumber { get; init; }

    /// <summary>How many decimals a page shows; a file has them all.</summary>
    public int Decimals { get; init; }

    public Func<T, string?>? Href { get; init; }

    /// <summary>What a page says where there is no value.</summary>
    public string Absent { get; init; } = "not known";

    public string InWords(T row) => Value(row) switch
    {
        null => Absent,
        string text => text,
        DateOnly day => day.InWords(),
        Month month => month.InWords(),
        var number when IsNumber => Numbers.InFigures(Convert.ToDouble(number, CultureInfo.InvariantCulture), Decimals),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };
}
