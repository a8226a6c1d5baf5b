using Wardbook.Crimes;
using Wardbook.Places;
using Wardbook.Shared.Charts;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Wards;

/// <summary>Places side by side: the same months, the same series, the same boundaries.</summary>
/// <param name="Missing">What was asked for and is not there.</param>
public sealed record ComparedPlaces(IReadOnlyList<PlaceCrime> Places, IReadOnlyList<string> Missing)
{
    /// <summary>As many as a table can hold and a person can look at.</summary>
    public const int Most = 12;

    public CrimeFigures? Figures => Places.Select(place => place.Figures).FirstOrDefault(figures => figures is not null);

    /// <summary>Those that the figures come from: one, unless the places are of different forces.</summary>
    public IReadOnlyList<CrimeSeries> Series => [.. Places.Select(place => place.Months?.Series).OfType<CrimeSeries>().DistinctBy(series => series.Id)];

    public IReadOnlyList<PlaceRow> Rows => [.. Places.Select(place => new PlaceRow(
        new(place.Place.Id, place.Place.Code, place.Place.Name, place.Place.Kind, place.Place.Hectares, place.Place.Sketch),
        place.People?.Of(place.Place.Id),
        place.Figures is { } figures ? new(figures.Crimes, figures.Incidents, figures.Compared.Count == figures.Window.Length ? figures.CrimeChange : null, figures.Months.Count) : null))];

    public Table Table(PlaceChoice choice) =>
        PlaceTables.OfRows(Figures is { } figures ? $"Side by side, {figures.Window.InWords()}" : "Side by side", "Place", Rows, choice);

    /// <summary>The same scale for all, so that a taller bar is more crime.</summary>
    public IReadOnlyList<MonthChart> Charts
    {
        get
        {
            var charts = Places.Where(place => place.Figures is not null).Select(place => (place, Figures: place.Figures!)).Select(each => new MonthChart(
                each.place.Place.Name,
                each.Figures.ByMonth(each.Figures.CrimeCategories, each.place.Asked.ChartFirst, each.Figures.Window.Last),
                each.Figures.Window.Last)
            {
                Href = Urls.PlaceOf(each.place.Place.Kind, each.place.Place.Code),
            }).ToList();
            var top = charts.SelectMany(chart => chart.Months).Max(month => Math.Max(month.Now ?? 0, month.Before ?? 0) as double?) ?? 0;
            return [.. charts.Select(chart => chart with { Top = top })];
        }
    }

    /// <param name="codes">Codes of wards or other places, in the order they are to stand.</param>
    public static async Task<ComparedPlaces> Find(WardbookDb db, ReadOnce once, IReadOnlyList<string> codes, PlaceChoice choice, CancellationToken cancel)
    {
        var (found, missing) = (new List<PlaceCrime>(), new List<string>());
        foreach (var text in codes.Select(code => code.Trim()).Where(code => code.Length > 0).Distinct().Take(Most))
        {
            var place = PlaceCode.TryParse(text, out var code)
                ? await PlaceCrime.Find(db, once, code, isWard: true, choice, cancel, PlaceDetail.Alone) ?? await PlaceCrime.Find(db, once, code, isWard: false, choice, cancel, PlaceDetail.Alone)
                : null;
            if (place is null)
            {
                missing.Add(text);
            }
            else
            {
                found.Add(place);
            }
        }

        return new(found, missing);
    }
}
