namespace Wardbook.Demonstration;

/// <summary>How many people live in each ward. Made up, so that 87 wards have more than 14,000 and all of them some 7.5 million.</summary>
/// <remarks>The 87 are published (such wards got three more community support officers); which wards they are is ours.</remarks>
public static class LondonPeople
{
    public const int LargeWards = 87;

    private const int Large = 14_000;

    /// <returns>In the order of the wards.</returns>
    public static int[] Of(LondonFacts facts)
    {
        var leaning = facts.Boroughs.ToDictionary(borough => borough.Code, borough => Dice.For($"people of {borough.Code}").Bell());
        var dice = Dice.For("people");
        var crowding = facts.Wards.Select(ward => (0.7 * leaning[ward.Borough]) + dice.Bell()).ToArray();
        var order = Enumerable.Range(0, facts.Wards.Count).OrderBy(ward => crowding[ward]).ToArray();
        var people = new int[order.Length];
        var ordinary = order.Length - LargeWards;
        for (var rank = 0; rank < order.Length; rank++)
        {
            people[order[rank]] = rank < ordinary ? Ordinary(rank / (ordinary - 1.0)) : LargeOne((rank - ordinary + 1.0) / LargeWards);
        }

        return people;
    }

    private static int Ordinary(double part) => 7_200 + (int)((Large - 40 - 7_200) * ((0.75 * Math.Sqrt(part)) + (0.25 * part)));

    private static int LargeOne(double part) => Large + 30 + (int)(4_600 * part * part);
}
