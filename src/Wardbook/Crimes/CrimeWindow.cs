using System.Globalization;
using Wardbook.Periods;

namespace Wardbook.Crimes;

/// <summary>The months that figures are about, both ends included; at most twelve, so that the same months a year before are other months.</summary>
public sealed record CrimeWindow
{
    public const int Longest = 12;

    /// <exception cref="ArgumentOutOfRangeException">The months are the wrong way round, or more than <see cref="Longest"/>.</exception>
    public CrimeWindow(Month first, Month last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(last.Since(first) + 1, Longest);
        (First, Last) = (first, last);
    }

    public Month First { get; }

    public Month Last { get; }

    public int Length => Last.Since(First) + 1;

    public IEnumerable<Month> Months => Month.From(First, Last);

    public CrimeWindow YearBefore => new(First.Plus(-12), Last.Plus(-12));

    public static CrimeWindow YearTo(Month last) => new(last.Plus(1 - Longest), last);

    /// <returns>Such as <c>the 12 months to March 2026</c>, <c>July to September 2025</c> or <c>March 2026</c>.</returns>
    public string InWords() => Length switch
    {
        1 => Last.InWords(),
        Longest => $"the 12 months to {Last.InWords()}",
        _ when First.Year == Last.Year => $"{First.FirstDay.ToString("MMMM", CultureInfo.GetCultureInfo("en-GB"))} to {Last.InWords()}",
        _ => $"{First.InWords()} to {Last.InWords()}",
    };
}
