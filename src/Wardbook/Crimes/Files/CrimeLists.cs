namespace Wardbook.Crimes.Files;

/// <summary>The lists that come with Wardbook: semicolons between the fields, a first line of names, nothing quoted.</summary>
internal static class CrimeLists
{
    public static IEnumerable<string[]> Rows(string name)
    {
        using var list = new StreamReader(typeof(CrimeLists).Assembly.GetManifestResourceStream($"Wardbook.Crimes.{name}")!);
        list.ReadLine();
        while (list.ReadLine() is { } line)
        {
            yield return line.Split(';');
        }
    }
}
