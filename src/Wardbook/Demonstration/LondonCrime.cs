using Wardbook.Crimes.Blocks;

namespace Wardbook.Demonstration;

/// <summary>Makes the records of a month out of the <see cref="CrimePlan"/>: ward by ward, each on a street of its ward.</summary>
/// <param name="streets">Of each ward.</param>
/// <param name="category">The number of each category the plan names.</param>
public sealed class LondonCrime(LondonFacts facts, CrimePlan plan, IReadOnlyList<LondonStreets> streets, IReadOnlyDictionary<string, short> category)
{
    private const string ForceName = "Metropolitan Police Service";

    /// <summary>Of so many records one has no location but its ward, as in published months.</summary>
    private const int OneWithoutPoint = 80;

    /// <summary>Where these happened is never told more closely than the ward.</summary>
    private static readonly HashSet<string> NeverLocated = ["Rape", "Other sexual offence"];

    /// <param name="month">From 0: see <see cref="CrimePlan.First"/>.</param>
    public CrimeMonthBuilder Month(int month)
    {
        var builder = new CrimeMonthBuilder(LondonPlaces.Force, CrimePlan.First.Plus(month));
        var dice = Dice.For("records", month);
        var flags = plan.Offences.Select((_, offence) => new FlagsLeft(plan, offence, month)).ToArray();
        for (var ward = 0; ward < facts.Wards.Count; ward++)
        {
            for (var offence = 0; offence < plan.Offences.Count; offence++)
            {
                for (var record = plan.Counts[offence, month, ward]; record > 0; record--)
                {
                    Add(builder, ward, plan.Offences[offence], flags[offence].Draw(dice), dice);
                }
            }
        }

        return builder;
    }

    private void Add(CrimeMonthBuilder builder, int ward, CrimePlan.Offence offence, string flag, Dice dice)
    {
        var number = category[offence.Category];
        if (NeverLocated.Contains(offence.Name) || dice.Below(OneWithoutPoint) == 0)
        {
            builder.Add(
                [], CrimePlaces.NoPoint, CrimePlaces.NoPoint, "No location", [], [], facts.Wards[ward].Code.Text,
                number, [], ForceName, ForceName, [], offence.Name, flag);
            return;
        }

        var street = streets[ward].List[Apportion.Pick(streets[ward].Steps, dice)];
        builder.Add(
            [], street.At.LongitudeE7, street.At.LatitudeE7, street.Name, [], [], facts.Wards[ward].Code.Text,
            number, [], ForceName, ForceName, [], offence.Name, flag);
    }

    /// <summary>Deals out the flags of a month's records of one offence so that in the end just so many bear each.</summary>
    /// <remarks>Selection sampling (Knuth, The Art of Computer Programming, volume 2, 3.4.2, algorithm S), for several flags at once; a record bears at most one.</remarks>
    private sealed class FlagsLeft
    {
        private readonly int[] left;
        private int records;

        public FlagsLeft(CrimePlan plan, int offence, int month)
        {
            left = [.. CrimePlan.Flags.Select((_, flag) => plan.Flagged[offence, month, flag])];
            records = plan.Total(offence, month);
        }

        public string Draw(Dice dice)
        {
            var draw = dice.Below(records--);
            for (var flag = 0; flag < left.Length; flag++)
            {
                if (draw < left[flag])
                {
                    left[flag]--;
                    return CrimePlan.Flags[flag];
                }

                draw -= left[flag];
            }

            return "";
        }
    }
}
