using Wardbook.Crimes;
using Wardbook.Measures;
using Wardbook.Shared.Charts;

namespace Wardbook.Wards;

/// <summary>An area's figures as a page sets them out: the same for a ward, a borough and an area somebody drew.</summary>
/// <param name="FileOf">The address of a table (its name, then <c>csv</c> or <c>json</c>).</param>
public sealed record Recorded(
    string Name, CrimeFigures Figures, Rate? Rate, int? Residents, People? People, IReadOnlyList<Whole> Against, Func<string, string, string> FileOf)
{
    /// <summary>Whether there are records behind the counts; otherwise a publisher counted them.</summary>
    public bool HasRecords { get; init; } = true;

    public MonthChart Crimes => Chart("Recorded crime", Figures.CrimeCategories, "crimes");

    public MonthChart Incidents => Chart("Anti-social behaviour", Figures.IncidentCategories, "incidents");

    public bool HasIncidents => Figures.Incidents is not null;

    /// <summary>Each kind of crime on a scale of its own.</summary>
    public IReadOnlyList<MonthChart> Kinds => [.. Figures.Kinds
        .Where(kind => kind.Category.IsCrime && (kind.Count > 0 || kind.Change is { Before: > 0 }))
        .Select(kind => Chart(kind.Category.Name, [kind.Category.Id], "crimes"))];

    /// <summary>Its rate beside the rest of what it is part of.</summary>
    public BarChart? Rates
    {
        get
        {
            var rests = Against.Select(whole => (whole.Place, With: whole.With(Rate))).Where(whole => whole.With is not null).ToList();
            return Rate is null || rests.Count == 0 ? null : new(
                $"Recorded crime for every 1,000 people a year, {Figures.Window.InWords()}", "For every 1,000",
                [Bar(Places.KindWords.Capital(Name), Rate) with { IsHere = true }, .. rests.Select(whole => Bar($"The rest of {PlaceWords.Spoken(whole.Place.Kind, whole.Place.Name)}", whole.With!.Rest))])
            {
                Decimals = 1,
            };
        }
    }

    /// <summary>What the comparisons tell, a sentence each.</summary>
    public IReadOnlyList<string> Comparisons => [.. Against
        .Select(whole => (Name: PlaceWords.Spoken(whole.Place.Kind, whole.Place.Name), With: whole.With(Rate)))
        .Where(whole => whole.With is not null)
        .Select(whole => Words.Comparison(whole.With!, $"the rest of {whole.Name}", Against.Count))];

    private static Bar Bar(string name, Rate rate) => new(name, rate.PerThousandAYear, rate.Interval().Low, rate.Interval().High);

    private MonthChart Chart(string title, IReadOnlyList<short> categories, string things) =>
        new(title, Figures.ByMonth(categories, Figures.Window.Last.Plus(-23), Figures.Window.Last), Figures.Window.Last) { Things = things };
}
