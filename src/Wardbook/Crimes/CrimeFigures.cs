using Wardbook.Measures;
using Wardbook.Periods;

namespace Wardbook.Crimes;

/// <summary>What is recorded in one area in some months, against the same months a year before. Anti-social behaviour stands apart: it is incidents, not crimes.</summary>
/// <param name="Window">The months asked for.</param>
/// <param name="Published">The months that there are; what lies between them and is not there is not known.</param>
/// <param name="Loaded">The categories that the series has in these months anywhere in the force. One that it has not is not known either.</param>
/// <param name="Dispersion">How much more than chance the changes of places like this differ.</param>
public sealed record CrimeFigures(
    CrimeWindow Window, IReadOnlySet<Month> Published, AreaCounts Counts, IReadOnlyList<CrimeCategory> Loaded, Dispersions Dispersion)
{
    public IReadOnlyList<Month> Months { get; } = [.. Window.Months.Where(Published.Contains)];

    /// <summary>The months that were published in both years: the only ones that can be compared.</summary>
    public IReadOnlyList<Month> Compared { get; } = [.. Window.Months.Where(month => Published.Contains(month) && Published.Contains(month.Plus(-12)))];

    public IReadOnlyList<short> CrimeCategories { get; } = [.. Loaded.Where(category => category.IsCrime).Select(category => category.Id)];

    public IReadOnlyList<short> IncidentCategories { get; } = [.. Loaded.Where(category => !category.IsCrime).Select(category => category.Id)];

    /// <summary>Missing when no crime is loaded for these months.</summary>
    public long? Crimes => Months.Count == 0 || CrimeCategories.Count == 0 ? null : Counts.In(Months, CrimeCategories);

    /// <summary>Anti-social behaviour; missing when it is not loaded for these months.</summary>
    public long? Incidents => Months.Count == 0 || IncidentCategories.Count == 0 ? null : Counts.In(Months, IncidentCategories);

    public Change? CrimeChange => ChangeOf(CrimeCategories, Dispersion.OfCrimes);

    public Change? IncidentChange => ChangeOf(IncidentCategories, Dispersion.OfIncidents);

    /// <summary>Every loaded kind of crime and, last, of incident; the commonest first.</summary>
    public IReadOnlyList<KindFigures> Kinds => [.. Loaded
        .Select(category => new KindFigures(category, Counts.In(Months, [category.Id]), ChangeOf([category.Id], Dispersion.Of(category.Id))))
        .OrderByDescending(kind => kind.Category.IsCrime).ThenByDescending(kind => kind.Count).ThenBy(kind => kind.Category.Name, StringComparer.Ordinal)];

    /// <summary>How many changes a table of kinds shows side by side.</summary>
    public int Among => Math.Max(1, Loaded.Count);

    /// <returns>What was counted in each published month from <paramref name="first"/> to <paramref name="last"/>.</returns>
    public IReadOnlyDictionary<Month, double> ByMonth(IReadOnlyList<short> categories, Month first, Month last) =>
        Month.From(first, last).Where(Published.Contains).ToDictionary(month => month, month => (double)Counts.In(month, categories));

    private Change? ChangeOf(IReadOnlyList<short> categories, double dispersion) => Compared.Count == 0 || categories.Count == 0
        ? null
        : new(Counts.In(Compared.Select(month => month.Plus(-12)), categories), Counts.In(Compared, categories), dispersion);
}

/// <param name="Count">In the window.</param>
/// <param name="Change">Missing when the year before was not published.</param>
public sealed record KindFigures(CrimeCategory Category, long Count, Change? Change);
