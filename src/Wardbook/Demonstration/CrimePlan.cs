using System.Globalization;
using Wardbook.Periods;

namespace Wardbook.Demonstration;

/// <summary>How many records of each offence each ward has in each month, and how many of them bear a flag.</summary>
/// <remarks>
/// <para>Sums are settled first, for three groups of wards (the eight challenging ones, those around them, the rest), two years and the two parts
/// of a year (April to October, November to March), so that the published changes hold; then each record of a sum is thrown to a ward and a
/// month by weight.</para>
/// <para>Published (report to the Planning, Performance and Review Committee, 15 March 2007, paragraphs 18 and 19; report on equality and
/// diversity, 24 May 2007): see the constants. How large the sums are is made up, of the size the Met recorded then.</para>
/// </remarks>
public sealed class CrimePlan
{
    /// <summary>April to October 2006 against April to October 2005, violence against the person, in tenths of a per cent.</summary>
    private const int ViolenceInTheEight = -64, ViolenceAround = -48, ViolenceInTheForce = -66;

    /// <summary>The same months, murder, grievous bodily harm, rape and robbery of personal property: offences more, and tenths of a per cent.</summary>
    private const int SeriousMoreInTheEight = 1, SeriousInTheForce = -4;

    private const string Violence = "Violence against the person";
    private static readonly HashSet<string> Serious = ["Murder", "Grievous bodily harm", "Rape", "Robbery of personal property"];

    /// <summary>Parts of a year's records by month from April, in thousandths.</summary>
    private static readonly Dictionary<string, int[]> Seasons = new()
    {
        ["flat"] = [83, 85, 83, 85, 83, 82, 86, 83, 80, 83, 78, 89],
        ["summer"] = [82, 90, 92, 96, 90, 86, 86, 79, 75, 75, 70, 79],
        ["winter"] = [79, 80, 77, 79, 76, 78, 88, 92, 88, 90, 83, 90],
    };

    /// <summary>April to October are the first seven months of a financial year.</summary>
    private const int FirstPart = 7;

    private readonly int[][] group;
    private readonly WardWeights weights;
    private readonly int wards;

    private CrimePlan(IReadOnlyList<int> groupOf, WardWeights weights)
    {
        (this.weights, wards) = (weights, groupOf.Count);
        group = [.. Enumerable.Range(0, 3).Select(number => Enumerable.Range(0, wards).Where(ward => groupOf[ward] == number).ToArray())];
        Offences = [.. Rows("offences.csv").Select(Offence.OfRow)];
        Counts = new int[Offences.Count, Months, wards];
        Flagged = new int[Offences.Count, Months, Flags.Count];
    }

    public static Month First { get; } = new FinancialYear(2005).FirstMonth;

    /// <summary>Two financial years.</summary>
    public const int Months = 24;

    public static IReadOnlyList<string> Flags { get; } = [.. Rows("flags.csv").Select(row => row.Split(',')[0]).Distinct()];

    public IReadOnlyList<Offence> Offences { get; }

    /// <summary>By offence, month from <see cref="First"/> and ward.</summary>
    public int[,,] Counts { get; }

    /// <summary>By offence, month and flag: how many of all wards' records bear it.</summary>
    public int[,,] Flagged { get; }

    /// <param name="groupOf">Of each ward: 0 one of the eight, 1 around them, 2 elsewhere.</param>
    public static CrimePlan Make(IReadOnlyList<int> groupOf, WardWeights weights)
    {
        var plan = new CrimePlan(groupOf, weights);
        plan.Throw(plan.Sums());
        plan.Flag();
        return plan;
    }

    /// <summary>By offence, year, part of the year and group of wards.</summary>
    private int[,,,] Sums()
    {
        var sums = new int[Offences.Count, 2, 2, group.Length];
        for (var part = 0; part < 2; part++)
        {
            for (var number = 0; number < Offences.Count; number++)
            {
                var offence = Offences[number];
                var season = Seasons[offence.Season];
                var months = part == 0 ? season[..FirstPart] : season[FirstPart..];
                var before = (int)Math.Round(offence.Yearly * months.Sum() / (double)season.Sum());
                var byGroup = Apportion.Whole(before, [.. group.Select(some => some.Sum(ward => weights[offence.Spread][ward]))]);
                for (var of = 0; of < group.Length; of++)
                {
                    sums[number, 0, part, of] = byGroup[of];
                    sums[number, 1, part, of] = (int)Math.Round(byGroup[of] * (1000 + offence.Change) / 1000.0);
                }
            }
        }

        var violent = Numbers(offence => offence.Category == Violence && !Serious.Contains(offence.Name));
        var serious = Numbers(offence => Serious.Contains(offence.Name));
        var all = Numbers(offence => offence.Category == Violence);
        var seriousBefore = Before(sums, serious);
        Settle(sums, serious, [seriousBefore[0] + SeriousMoreInTheEight, Changed(seriousBefore[1], SeriousInTheForce)], Changed(seriousBefore.Sum(), SeriousInTheForce));

        // What murder and grievous bodily harm have become is settled; the rest of violence makes up the published change.
        var violentBefore = Before(sums, all);
        var settled = Numbers(offence => offence.Category == Violence && Serious.Contains(offence.Name));
        int After(int of) => settled.Sum(number => sums[number, 1, 0, of]);
        Settle(
            sums,
            violent,
            [Changed(violentBefore[0], ViolenceInTheEight) - After(0), Changed(violentBefore[1], ViolenceAround) - After(1)],
            Changed(violentBefore.Sum(), ViolenceInTheForce) - After(0) - After(1) - After(2));
        return sums;
    }

    private int[] Numbers(Func<Offence, bool> which) => [.. Enumerable.Range(0, Offences.Count).Where(number => which(Offences[number]))];

    private int[] Before(int[,,,] sums, int[] offences) => [.. group.Select((_, of) => offences.Sum(number => sums[number, 0, 0, of]))];

    private static int Changed(int before, int tenths) => (int)Math.Round(before * (1000 + tenths) / 1000.0);

    /// <summary>Shares out what these offences came to in April to October 2006, by group, so that they come to these sums.</summary>
    private static void Settle(int[,,,] sums, int[] offences, int[] after, int inTheForce)
    {
        int[] targets = [.. after, inTheForce - after.Sum()];
        for (var of = 0; of < targets.Length; of++)
        {
            var shares = Apportion.Whole(targets[of], [.. offences.Select(number => (double)sums[number, 1, 0, of])]);
            for (var number = 0; number < offences.Length; number++)
            {
                sums[offences[number], 1, 0, of] = shares[number];
            }
        }
    }

    private void Throw(int[,,,] sums)
    {
        Parallel.For(0, Offences.Count, number =>
        {
            var offence = Offences[number];
            var dice = Dice.For(offence.Name);
            for (var year = 0; year < 2; year++)
            {
                // A ward's luck lasts a year: real wards vary more than chance alone would make them.
                var luck = weights[offence.Spread].Select(weight => weight * Math.Max(0.3, 1 + (0.07 * dice.Bell()))).ToArray();
                for (var part = 0; part < 2; part++)
                {
                    var (from, to) = part == 0 ? (0, FirstPart) : (FirstPart, 12);
                    var months = Apportion.Steps(Seasons[offence.Season][from..to].Select(weight => (double)weight));
                    for (var of = 0; of < group.Length; of++)
                    {
                        var steps = Apportion.Steps(group[of].Select(ward => luck[ward]));
                        for (var record = sums[number, year, part, of]; record > 0; record--)
                        {
                            Counts[number, (year * 12) + from + Apportion.Pick(months, dice), group[of][Apportion.Pick(steps, dice)]]++;
                        }
                    }
                }
            }
        });
    }

    private void Flag()
    {
        var rows = Rows("flags.csv").Select(row => row.Split(',')).ToList();
        for (var flag = 0; flag < Flags.Count; flag++)
        {
            var parts = rows.Where(row => row[0] == Flags[flag]).ToList();
            for (var year = 0; year < 2; year++)
            {
                var byOffence = Apportion.Whole(Whole(parts[0][1 + year]), [.. parts.Select(part => (double)Whole(part[4]))]);
                for (var part = 0; part < parts.Count; part++)
                {
                    var number = Offences.Select(offence => offence.Name).ToList().IndexOf(parts[part][3]);
                    var months = Enumerable.Range(year * 12, 12).ToArray();
                    var byMonth = Apportion.Whole(byOffence[part], [.. months.Select(month => (double)Total(number, month))]);
                    for (var month = 0; month < 12; month++)
                    {
                        Flagged[number, months[month], flag] = byMonth[month];
                    }
                }
            }
        }
    }

    /// <summary>How many records of an offence all wards have in a month.</summary>
    public int Total(int offence, int month)
    {
        var total = 0;
        for (var ward = 0; ward < wards; ward++)
        {
            total += Counts[offence, month, ward];
        }

        return total;
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Rows(string table) => LondonFacts.Rows(table);

    /// <param name="Yearly">In 2005/06.</param>
    /// <param name="Change">To 2006/07, in tenths of a per cent, where nothing published says otherwise.</param>
    public sealed record Offence(string Category, string Name, int Yearly, int Change, string Spread, string Season)
    {
        public static Offence OfRow(string row)
        {
            var parts = row.Split(',');
            return new(parts[0], parts[1], Whole(parts[2]), Whole(parts[3]), parts[4], parts[5]);
        }
    }
}
