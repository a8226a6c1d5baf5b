using Wardbook.Places;

namespace Wardbook.Demonstration.Work;

/// <summary>Where a team meets people: a street of its ward, and what stands in it.</summary>
/// <param name="Street">Such as <c>Amberbrook Road</c>.</param>
internal sealed record Venue(string Street, Point At)
{
    private static readonly string[] Houses = ["Community hall", "Library", "Church hall", "School", "Day centre", "Tenants' hall", "Mosque", "Health centre"];

    public string Inside(Dice dice) => $"{Houses[dice.Below(Houses.Length)]}, {Street}";
}

/// <summary>The streets of the wards, as those of recorded crime.</summary>
internal sealed class Venues(IReadOnlyList<LondonStreets> streets)
{
    private const string Near = "On or near ";

    private readonly Venue[][] byWard = [.. streets.Select(of => of.List.Where(street => !LondonStreets.IsBusyPlace(street)).Select(street => new Venue(street.Name[Near.Length..], street.At)).ToArray())];

    public Venue Of(int ward, Dice dice) => byWard[ward][dice.Below(byWard[ward].Length)];
}
