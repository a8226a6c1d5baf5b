namespace Wardbook.Places.LookupFiles;

/// <summary>Column names of publishers, compared without case, blanks and signs.</summary>
internal static class ColumnNames
{
    /// <summary>Letters and digits, in capitals: <c>LSOA21CD</c>, <c>WARDCODE</c>.</summary>
    public static string Bare(string column) => new([.. column.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);

    /// <summary>The same without digits, so that vintages are one: <c>WD25CD</c> is <c>WDCD</c>.</summary>
    public static string WithoutYear(string column) => new([.. Bare(column).Where(char.IsAsciiLetter)]);

    /// <returns>Where the first of these names stands in the header; -1 when none does.</returns>
    public static int Find(IReadOnlyList<string> header, params string[] names)
    {
        foreach (var name in names)
        {
            for (var column = 0; column < header.Count; column++)
            {
                if (Bare(header[column]) == name || WithoutYear(header[column]) == name)
                {
                    return column;
                }
            }
        }

        return -1;
    }
}
