namespace Wardbook.Demonstration;

/// <summary>How much of each kind of crime a ward draws. Made up: more where more people live, in town centres, and towards the middle of London.</summary>
public sealed class WardWeights
{
    /// <summary>Charing Cross, from which London is measured.</summary>
    private const double MiddleLongitude = -0.1276, MiddleLatitude = 51.5074;

    /// <summary>Five kilometres: how far the middle of London reaches.</summary>
    private const double Inner = 5_000;

    /// <summary>Nobody else's violence comes near that of the challenging wards, which were chosen for theirs.</summary>
    private const double MostElsewhere = 3.3;

    private readonly Dictionary<string, double[]> bySpread;

    public WardWeights(LondonFacts facts, int[] people)
    {
        var dice = Dice.For("wards");
        var count = facts.Wards.Count;
        var (homes, centres, roads) = (new double[count], new double[count], new double[count]);
        for (var number = 0; number < count; number++)
        {
            var ward = facts.Wards[number];
            var nearness = Nearness(ward);
            var (draw, hardship) = (dice.Share(), dice.Share());
            homes[number] = people[number] * (0.6 + (0.5 * hardship) + (0.5 * nearness));
            centres[number] = 0.3 + (3 * draw * draw * draw * draw) + (4 * nearness * nearness * nearness) + (1.5 * nearness * draw);
            roads[number] = people[number] * (0.8 + (0.4 * dice.Share()) + (0.2 * nearness));
        }

        (homes, centres, roads) = (OfMean1(homes), OfMean1(centres), OfMean1(roads));
        var violence = OfMean1([.. homes.Select((home, number) => Math.Min((0.5 * home) + (0.5 * centres[number]), MostElsewhere))]);
        for (var eighth = 0; eighth < ChallengingWards.Codes.Count; eighth++)
        {
            var number = facts.Wards.Select(ward => ward.Code).ToList().IndexOf(ChallengingWards.Codes[eighth]);
            violence[number] = MostElsewhere + 0.7 + (0.1 * eighth);
        }

        bySpread = new() { ["homes"] = homes, ["centres"] = centres, ["roads"] = roads, ["violence"] = violence };
    }

    /// <param name="spread">As in the table of offences: homes, centres, roads, violence.</param>
    public IReadOnlyList<double> this[string spread] => bySpread[spread];

    private static double Nearness(WardFacts ward)
    {
        var east = (ward.Longitude - MiddleLongitude) * SchematicShapes.MetresPerLongitude / Inner;
        var north = (ward.Latitude - MiddleLatitude) * SchematicShapes.MetresPerLatitude / Inner;
        return 1 / (1 + (east * east) + (north * north));
    }

    private static double[] OfMean1(double[] weights)
    {
        var mean = weights.Sum() / weights.Length;
        return [.. weights.Select(weight => weight / mean)];
    }
}
