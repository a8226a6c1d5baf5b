using Wardbook.Sources;

namespace Wardbook.Crimes.Files;

/// <summary>The kinds of file that an import of crime knows. Told apart by the header, never by the file's name.</summary>
public static class CrimeFileKinds
{
    /// <summary>Reads a file of whatever kind it is.</summary>
    /// <returns>The months in it; null when it is of no kind that is known.</returns>
    /// <exception cref="Refusal">It is of a known kind, and lacks what cannot be done without.</exception>
    public static IEnumerable<MonthRead>? Read(TextTable table, CrimeReading reading, CancellationToken cancel)
    {
        var mapping = ListFile.MappingFor(table, reading);
        var asList = mapping is not null || reading.Options.Map.Count > 0;
        return asList ? ListFile.Read(table, reading, mapping, cancel)
            : StreetFile.Is(table) ? StreetFile.Read(table, reading, cancel)
                .Select(builder => new RecordsRead(CrimeSeries.PoliceUk, builder))
            : SideTableFile.IsOutcomes(table) || SideTableFile.IsStops(table) ? SideTableFile.Read(table, reading, cancel)
            : DashboardFile.Is(table) ? DashboardFile.Read(table, reading, cancel)
            : WideFile.Is(table) ? WideFile.Read(table, reading, cancel)
            : ListFile.Is(table, reading, mapping) ? ListFile.Read(table, reading, mapping, cancel)
            : null;
    }
}
