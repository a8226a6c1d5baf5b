namespace Wardbook.Crimes;

/// <summary>Figures that were counted one way, and may be added to each other and to nothing else.</summary>
/// <remarks>police.uk rows, a force's own ward table and a list somebody kept are three series. A page shows one at a time and says which.</remarks>
public sealed class CrimeSeries
{
    /// <summary>The series of police.uk's own rows.</summary>
    public const string PoliceUk = "police-uk";

    /// <summary>How the ids of series begin whose offences and measures overlap, so that nothing of them can be added up.</summary>
    public const string Overlapping = "mps-dashboard";

    /// <summary>Text for addresses and commands: <c>police-uk</c>, <c>mps-ward-table</c>, <c>list-theft-2020</c>.</summary>
    public required string Id { get; init; }

    public required string Name { get; set; }

    /// <summary>Whether there are records behind the counts (points, streets), or only counts.</summary>
    public required bool HasRecords { get; init; }

    public string Publisher { get; set; } = "";

    public string Licence { get; set; } = "";

    /// <summary>Pages take the series with the lowest rank that has the months asked for.</summary>
    public int Rank { get; set; }
}
