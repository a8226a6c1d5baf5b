using System.Globalization;

namespace Wardbook.Measures;

/// <summary>What figures and their doubt say, in sentences for a public page.</summary>
/// <remarks>Counts rather than percentages, which readers take in better; what cannot be told is said to be so; the word "significant" is nowhere.</remarks>
public static class Words
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <param name="change">This year's months and last year's.</param>
    /// <param name="among">How many such changes the page shows: with many, chance alone makes one or two look real.</param>
    public static string Change(Change change, int among = 1) => change.Verdict() switch
    {
        Verdict.TooFewToTell => $"{Then(change)}. That is too few to tell whether anything changed.",
        Verdict.CannotTell => $"{Then(change)}. We cannot tell this from no change. {WouldShow(change)}",
        _ when change.Verdict(among) is Verdict.CannotTell =>
            $"{Moved(change)}. Of {Number(among)} figures like this, one or two change as much by chance, so watch what comes next.",
        _ => $"{Moved(change)}. A change this big is unlikely to be chance.",
    };

    /// <param name="comparison">The place and the rest.</param>
    /// <param name="rest">What the rest is called: <c>the rest of Hackney</c>.</param>
    /// <param name="among">How many such comparisons the page shows.</param>
    public static string Comparison(Comparison comparison, string rest, int among = 1)
    {
        var both = $"{PerThousand(comparison.Place.PerThousandAYear)} for every 1,000 people a year here, {PerThousand(comparison.Rest.PerThousandAYear)} in {rest}";
        return comparison.Verdict() switch
        {
            Verdict.TooFewToTell => $"Too few to compare with {rest}.",
            Verdict.CannotTell => $"{both}. We cannot tell these apart.",
            _ when comparison.Verdict(among) is Verdict.CannotTell =>
                $"{both}. Of {Number(among)} comparisons like this, one or two differ as much by chance.",
            Verdict.Higher => $"Higher than {rest}: {both}. A difference this big is unlikely to be chance.",
            _ => $"Lower than {rest}: {both}. A difference this big is unlikely to be chance.",
        };
    }

    /// <returns>Such as <c>62 for every 1,000 people a year, probably between 55 and 70</c>.</returns>
    public static string Rate(Rate rate)
    {
        var interval = rate.Interval();
        return $"{PerThousand(rate.PerThousandAYear)} for every 1,000 people a year, probably between {PerThousand(interval.Low)} and {PerThousand(interval.High)}";
    }

    private static string Then(Change change) => $"{Number(change.Before)} then, {Number(change.After)} now";

    private static string Moved(Change change) =>
        $"{(change.After > change.Before ? "Up" : "Down")} from {Number(change.Before)} to {Number(change.After)}";

    private static string WouldShow(Change change)
    {
        var (fall, rise) = change.WouldShow();
        return fall is { } low
            ? $"Only a rise to about {Number(rise)} or a fall to about {Number(low)} would show."
            : $"Only a rise to about {Number(rise)} would show.";
    }

    private static string Number(long count) => count.ToString("N0", British);

    /// <summary>Whole numbers from ten up: no decimal of a larger rate is certain.</summary>
    private static string PerThousand(double rate) => rate.ToString(rate < 9.95 ? "0.0" : "N0", British);
}
