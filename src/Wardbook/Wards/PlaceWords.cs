using Wardbook.Crimes;
using Wardbook.Measures;
using Wardbook.Places;
using Wardbook.Shared;

namespace Wardbook.Wards;

/// <summary>Sentences about what is recorded in an area. Plain, short, and never surer than the figures.</summary>
public static class PlaceWords
{
    /// <summary>A place as it stands in a sentence: nothing is recorded in a police force, but in its area.</summary>
    public static string Spoken(string kind, string name) => kind == "force" ? $"the {name} area" : name;

    /// <summary>The first thing a reader is told.</summary>
    public static string Summary(string name, CrimeFigures figures)
    {
        var window = figures.Window.InWords();
        if (figures.Crimes is not { } crimes)
        {
            return $"No recorded crime is loaded for {name} in {window}.";
        }

        var things = figures.CrimeCategories.Count == 1 ? $"{Kind(figures)} offences" : crimes == 1 ? "crime" : "crimes";
        var now = $"{Numbers.InFigures(crimes)} {things} {(crimes == 1 ? "was" : "were")} recorded in {name} in {window}";
        return figures.CrimeChange is { } change && figures.Compared.Count == figures.Window.Length
            ? $"{now}, and {Numbers.InFigures(change.Before)} in the same months a year before. {Told(change)}"
            : $"{now}. The year before is not loaded, so there is nothing to compare with.";
    }

    /// <returns>What the change tells, without its numbers.</returns>
    public static string Told(Change change) => change.Verdict() switch
    {
        Verdict.Higher => "That is a rise that is unlikely to be chance.",
        Verdict.Lower => "That is a fall that is unlikely to be chance.",
        Verdict.TooFewToTell => "These are too few to tell whether anything changed.",
        _ => "We cannot tell this from no change.",
    };

    /// <returns>One or two words for a table.</returns>
    public static string InATable(Change? change, int among) => change is null ? "not known" : (change.Verdict(), change.Verdict(among)) switch
    {
        (Verdict.TooFewToTell, _) => "too few to tell",
        (Verdict.CannotTell, _) => "cannot tell",
        (Verdict.Higher, Verdict.CannotTell) => "perhaps more",
        (Verdict.Lower, Verdict.CannotTell) => "perhaps fewer",
        (Verdict.Higher, _) => "\u25B2 more",
        _ => "\u25BC fewer",
    };

    /// <summary>What is loaded when it is not everything; <see langword="null"/> when several kinds are.</summary>
    public static string? OnlyLoaded(CrimeFigures figures) => figures.Loaded switch
    {
        [] => null,
        [var only] => $"Only {only.Name.ToLowerInvariant()} is loaded for these months, so this is not all crime.",
        _ => null,
    };

    /// <summary>A series by its name; a table with who counted it.</summary>
    public static string SeriesName(CrimeSeries series) => series.HasRecords || series.Publisher.Length == 0 ? series.Name : $"{series.Name} ({series.Publisher})";

    /// <summary>Why a published table has nothing of a place, and what to do.</summary>
    public static string NotCounted(PlaceAbout about, CrimeSeries series) =>
        $"This table was counted by its publisher for areas of its own choice, and {about.Name} ({about.Code}) is not one of them. That is not the same as no crime. "
        + (about.Sets.Count > 1 ? "It may count the wards of another year: choose other boundaries below." : "It may count the wards of another year, which are not loaded here.");

    /// <summary>Months of the window that nobody published.</summary>
    public static string? NotPublished(CrimeFigures figures)
    {
        var missing = figures.Window.Months.Where(month => !figures.Published.Contains(month)).ToList();
        return missing.Count == 0 ? null
            : $"{string.Join(", ", missing.Select(month => month.InWords()))} {(missing.Count == 1 ? "is" : "are")} not loaded, so the figures are for {figures.Months.Count} months.";
    }

    public static string Ago(RelatedPlace place) => place.Share switch
    {
        >= 0.995 => "all of it",
        >= 0.95 => "nearly all of it",
        < 0.01 => "a sliver of it",
        var share => $"{Math.Round(share * 100)} in every 100 parts of its area",
    };

    /// <returns>Such as <c>2.1 square kilometres</c>.</returns>
    public static string Size(double hectares) => hectares <= 0 ? "not known" : $"{Numbers.InFigures(hectares / 100, hectares < 1_000 ? 1 : 0)} square kilometres";

    public static string SetName(BoundarySet set) => $"{KindWords.Plural(set.Kind)} from {set.From.InWords()}";

    private static string Kind(CrimeFigures figures) => figures.Loaded.First(category => category.IsCrime).Name.ToLowerInvariant();
}
