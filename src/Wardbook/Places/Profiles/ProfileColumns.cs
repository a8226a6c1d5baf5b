using System.Globalization;
using System.Text.RegularExpressions;
using Wardbook.Places.LookupFiles;

namespace Wardbook.Places.Profiles;

/// <summary>What the columns of a profile say: which has the codes, which have populations and of which year, which is the year itself.</summary>
internal static partial class ProfileColumns
{
    /// <summary>The current code goes before an old one.</summary>
    public static int CodeColumn(IReadOnlyList<string> header) => ColumnNames.Find(header, "NEWCODE", "GSSCODE", "WARDCODE", "WDCD", "LADCD", "AREACODE", "GEOGRAPHYCODE", "CODE", "CODES");

    /// <summary>The column with the year, in tables that have a row for each place and year.</summary>
    public static int YearColumn(IReadOnlyList<string> header) => ColumnNames.Find(header, "YEAR");

    /// <summary>Whether a column counts everybody who lives there; and the year in its name, if there is one.</summary>
    public static bool IsPopulation(string column, out int? year)
    {
        var match = AllResidents().Match(column.Replace('_', ' '));
        year = match.Success && match.Groups["year"].Value is { Length: 4 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
        return match.Success;
    }

    /// <summary>The last year in a column's name: 2014 in <c>Crime rate - 2014/15</c>.</summary>
    public static int? YearOf(string column) =>
        AnyYear().Matches(column) is { Count: > 0 } years ? int.Parse(years[^1].Value, CultureInfo.InvariantCulture) : null;

    /// <summary>Reads a figure. Pounds, per cent and thousands' commas are left out.</summary>
    /// <returns>Null when the publisher has none: blank, <c>n/a</c>, <c>-</c>, <c>NaN</c> and the like.</returns>
    /// <exception cref="FormatException">It is text.</exception>
    public static double? Figure(string field)
    {
        if (field is "" or "-" or "." or ".." or ":" or "*" || None.Contains(field.ToUpperInvariant()))
        {
            return null;
        }

        var bare = field.Replace(",", "", StringComparison.Ordinal).Trim('£', '%', ' ');
        return double.TryParse(bare, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw new FormatException();
    }

    private static readonly HashSet<string> None = ["N/A", "#N/A", "NA", "NAN", "NULL", "NONE", "#DIV/0!", "#VALUE!", "#REF!", "NOT AVAILABLE"];

    /// <summary><c>Population - 2015</c>, <c>POP2011</c>, <c>GLA Population Estimate 2017</c>, <c>...; Population Estimates and Projections; 2018</c>, <c>population</c>.</summary>
    [GeneratedRegex("^(.*; ?)?(gla )?(all )?(pop|population|residents|usual residents)( ?estimates?)?( ?(and|/) ?projections?)?[ ;:,(-]*(?<year>(19|20)[0-9]{2})?[ )]*$", RegexOptions.IgnoreCase)]
    private static partial Regex AllResidents();

    [GeneratedRegex("(?<![0-9])(19|20)[0-9]{2}(?![0-9])")]
    private static partial Regex AnyYear();
}
