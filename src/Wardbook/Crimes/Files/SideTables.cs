namespace Wardbook.Crimes.Files;

/// <summary>What police.uk publishes beside the crimes of a force's month: kept whole, a month at a time with its revisions, as the crimes are.</summary>
/// <remarks>They share the months' table under names of their own. They are no series of crime: nothing reports them as counts of crime.</remarks>
public static class SideTables
{
    /// <summary>What became of crimes. A row joins to a crime by its ID.</summary>
    public const string Outcomes = "police-uk-outcomes";

    /// <summary>Stop and search.</summary>
    public const string Stops = "police-uk-stops";

    public static IReadOnlyList<string> All { get; } = [Outcomes, Stops];

    public static bool Has(string series) => series is Outcomes or Stops;
}
