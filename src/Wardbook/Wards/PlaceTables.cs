using Wardbook.Crimes;
using Wardbook.Measures;
using Wardbook.Periods;
using Wardbook.Places;
using Wardbook.Shared.Tables;

namespace Wardbook.Wards;

/// <summary>The tables of a place: a page shows them, and the same address ending in .csv or .json is them.</summary>
public static class PlaceTables
{
    public const string Kinds = "kinds", Months = "months", Against = "against", Within = "within", Neighbours = "neighbours", Streets = "streets";

    /// <returns><see langword="null"/> when a place has no table of this name. Streets are read apart.</returns>
    public static Table? Named(PlaceCrime place, string name) => name switch
    {
        Kinds => place.Figures is { } figures ? OfKinds(place.Place.Name, figures) : null,
        Months => place.Figures is { } figures ? OfMonths(place.Place.Name, figures, place.Asked.ChartFirst) : null,
        Against => place.Figures is not null ? OfAgainst(place) : null,
        Within => place.Within.Count > 0 ? OfWithin(place, new()) : null,
        Neighbours => OfNeighbours(place.Place, new()),
        _ => null,
    };

    /// <summary>Anti-social behaviour stands last, and there is no sum of it with crimes.</summary>
    public static Table OfKinds(string name, CrimeFigures figures) => new Table<KindFigures>($"{KindWords.Capital(name)} by kind, {figures.Window.InWords()}", figures.Kinds)
        .Text("kind", "Kind", kind => kind.Category.IsCrime ? kind.Category.Name : $"{kind.Category.Name} (incidents, not crimes)")
        .Number("count", figures.Window.Length == 1 ? "This month" : "These months", kind => kind.Count)
        .Number("year_before", "A year before", kind => kind.Change?.Before, absent: "not loaded")
        .Text("change", "More or fewer?", kind => kind.Change is null ? null : PlaceWords.InATable(kind.Change, figures.Among), absent: "not known");

    /// <summary>Two years of months: those of the chart and the year before them.</summary>
    public static Table OfMonths(string name, CrimeFigures figures, Month first) => figures.Loaded.Aggregate(new Table<Month>(
            $"{KindWords.Capital(name)} by month, {first.InWords()} to {figures.Window.Last.InWords()}", [.. Month.From(first, figures.Window.Last)])
        .Text("month", "Month", month => month)
        .Number("crimes", "Crimes", month => Published(month, figures, figures.CrimeCategories), absent: "not loaded")
        .Number("incidents", "Anti-social behaviour", month => Published(month, figures, figures.IncidentCategories), absent: "not loaded"),
        (table, category) => table.Number(category.Slug, category.Name, month => Published(month, figures, [category.Id]), absent: "not loaded"));

    public static Table OfAgainst(PlaceCrime place) => new Table<(string Name, PlaceCode Code, long? Crimes, long? Incidents, int? People, Rate? Rate)>(
            $"{place.Place.Name} against what is around it, {place.Figures!.Window.InWords()}",
            [
                (place.Place.Name, place.Place.Code, place.Figures.Crimes, place.Figures.Incidents, place.People?.Of(place.Place.Id), place.Rate),
                .. place.Against.Select(whole => (whole.Place.Name, whole.Place.Code, whole.Figures.Crimes, whole.Figures.Incidents, whole.People, whole.Rate)),
            ])
        .Text("place", "Place", row => row.Name)
        .Text("code", "Code", row => row.Code.Text)
        .Number("crimes", "Crimes", row => row.Crimes)
        .Number("incidents", "Anti-social behaviour", row => row.Incidents, absent: "not loaded")
        .Number("people", "People", row => row.People)
        .Number("rate", "Crimes per 1,000 people a year", row => row.Rate?.PerThousandAYear, decimals: 1)
        .Number("rate_low", "Likely from", row => row.Rate?.Interval().Low, decimals: 1)
        .Number("rate_high", "to", row => row.Rate?.Interval().High, decimals: 1);

    public static Table OfWithin(PlaceCrime place, PlaceChoice choice)
    {
        var kind = place.Within.Count > 0 ? place.Within[0].Place.Kind : "place";
        var months = place.Figures is null ? "" : $", {place.Figures.Window.InWords()}";
        return OfRows($"{KindWords.Capital(KindWords.Plural(kind))} of {place.Place.Name}{months}", KindWords.Capital(kind), place.Within, choice);
    }

    /// <summary>Every ward, also where boroughs stand between.</summary>
    public static Table OfWards(PlaceCrime place, PlaceChoice choice) =>
        OfRows($"Wards of {place.Place.Name}{(place.Months is null ? "" : $", {place.Asked.Window.InWords()}")}", "Ward", place.Within, choice);

    public static Table OfRows(string caption, string kind, IReadOnlyList<PlaceRow> rows, PlaceChoice choice) => new Table<PlaceRow>(caption, rows)
        .Text("name", kind, row => row.Place.Name, href: row => Urls.PlaceOf(row.Place.Kind, row.Place.Code) + choice.Query)
        .Text("code", "Code", row => row.Place.Code.Text)
        .Number("crimes", "Crimes", row => row.Counts?.Crimes)
        .Number("year_before", "A year before", row => row.Counts?.Change?.Before, absent: "not loaded")
        .Text("change", "More or fewer?", row => row.Counts?.Change is { } change ? PlaceWords.InATable(change, Math.Max(1, rows.Count)) : null)
        .Number("rate", "Per 1,000 people a year", row => row.Rate?.PerThousandAYear, decimals: 1)
        .Number("incidents", "Anti-social behaviour", row => row.Counts?.Incidents, absent: "not loaded")
        .Number("people", "People", row => row.People);

    public static Table OfNeighbours(PlaceAbout place, PlaceChoice choice) => new Table<DrawnPlace>($"Beside {place.Name}", place.Neighbours)
        .Text("name", "Name", one => one.Name, href: one => Urls.PlaceOf(one.Kind, one.Code) + choice.Query)
        .Text("code", "Code", one => one.Code.Text)
        .Number("hectares", "Hectares", one => one.Hectares);

    public static Table OfStreets(string name, CrimeWindow window, IReadOnlyList<Street> streets, bool hasIncidents)
    {
        var table = new Table<Street>($"Where in {name}, {window.InWords()}", streets)
            .Text("place", "Place", street => street.Name.Length == 0 ? null : street.Name, absent: "no place named")
            .Number("crimes", "Crimes", street => street.Crimes);
        return hasIncidents ? table.Number("incidents", "Anti-social behaviour", street => street.Incidents) : table;
    }

    private static object? Published(Month month, CrimeFigures figures, IReadOnlyList<short> categories) =>
        figures.Published.Contains(month) && categories.Count > 0 ? figures.Counts.In(month, categories) : null;
}
