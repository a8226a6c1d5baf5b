using Microsoft.EntityFrameworkCore;
using Wardbook.Crimes;
using Wardbook.Measures;
using Wardbook.Periods;
using Wardbook.Places;
using Wardbook.Sources;
using Wardbook.Store;

namespace Wardbook.Wards;

/// <summary>What is recorded in a place: what its page, its files and a comparison all show.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="People">Who lives there; <see langword="null"/> when no figures are loaded.</param>
/// <param name="Months"><see langword="null"/> when no month of crime is loaded for its force.</param>
/// <param name="Figures"><see langword="null"/> then, and when its publisher counted it on other areas: see <see cref="IsNotCounted"/>.</param>
/// <param name="Against">The borough and the force around it, with their own figures.</param>
/// <param name="Within">What it has in it (a borough's wards), with their totals.</param>
/// <param name="Imports">The imports that brought the months shown.</param>
public sealed record PlaceCrime(
    PlaceAbout Place, People? People, ShownMonths? Months, CrimeFigures? Figures, MonthsAsked Asked,
    IReadOnlyList<Whole> Against, IReadOnlyList<PlaceRow> Within, IReadOnlyList<Import> Imports)
{
    /// <summary>Whether the series is a table that its publisher counted and that has nothing under this place's code or name: nobody knows that it is zero.</summary>
    public bool IsNotCounted => Months is not null && Figures is null;

    /// <summary>Per 1,000 residents a year; missing when nobody knows how many live there.</summary>
    public Rate? Rate => Figures is { Crimes: { } crimes, Months.Count: > 0 and var months } && People?.Of(Place.Id) is > 0 and var residents
        ? new(crimes, residents, months) : null;

    /// <param name="asked">Months, series and boundaries as the reader chose them.</param>
    /// <returns><see langword="null"/> when there is no such place. Sixteen queries at most, however many places there are; three or four when others have asked for places around it.</returns>
    public static async Task<PlaceCrime?> Find(
        WardbookDb db, ReadOnce once, PlaceCode code, bool isWard, PlaceChoice asked, CancellationToken cancel, PlaceDetail detail = PlaceDetail.Whole) =>
        await PlaceAbout.Find(db, once, code, isWard, asked.Wards, cancel, detail) is { } place ? await Of(db, once, place, asked, cancel) : null;

    private static async Task<PlaceCrime> Of(WardbookDb db, ReadOnce once, PlaceAbout place, PlaceChoice asked, CancellationToken cancel)
    {
        var months = await once.Get(
            ("months", place.Force, asked.Series, asked.Last ?? asked.First),
            () => ShownMonths.Find(db, place.Force, asked.Series, asked.Last ?? asked.First, withRecords: false, cancel),
            cancel);
        if (months is not { Last: { } last, First: { } first })
        {
            var living = await People.Find(db, once, place.Set, place.Id, place.Set.From.Year, cancel);
            return new(place, living, null, null, MonthsAsked.None, [], [.. place.Within.Select(one => new PlaceRow(one, living?.Of(one.Id), null))], []);
        }

        var window = MonthsAsked.Choose(asked.First, asked.Last, first, last);
        var people = await People.Find(db, once, place.Set, place.Id, window.Window.Last.Year, cancel);
        var categories = await once.Get("categories", () => db.CrimeCategories.AsNoTracking().ToListAsync(cancel), cancel);
        var chain = place.Around.Select(one => one.Id).Prepend(place.Id).ToList();
        var counts = await CountsByPlace.Find(db, months, chain, window.ChartFirst, window.Window.Last, cancel);

        // Beside it, for what is usual; in it, for its list; a force has nothing beside it, so what is in it says what is usual.
        Task<IReadOnlyList<PlaceTotal>> In(IReadOnlyList<int> parents) => once.Get(
            ("totals", months.Series.Id, window.Window, string.Join(',', parents)), () => CountsByPlace.ListWithin(db, months, parents, window.Window, cancel), cancel);
        var beside = place.Beside.Count > 0 ? await In(place.Beside) : [];
        var within = place.Within.Count > 0 || beside.Count == 0 ? await In(place.Inner) : [];
        var dispersion = Dispersions.Between(beside.Count > 0 ? beside : within, categories);

        bool IsCounted(int id) => months.Series.HasRecords || counts[id].All.Any();
        var loaded = Loaded(counts[chain.FindLast(IsCounted) is > 0 and var whole ? whole : chain[^1]], window.Window, categories);
        CrimeFigures Figures(AreaCounts of) => new(window.Window, months.Published, of, loaded, dispersion);
        var figures = Figures(counts[place.Id]);
        var imports = months.In(window.Window).Concat(months.In(window.Window.YearBefore)).Select(month => month.Import).Distinct().ToArray();

        return new(
            place, people, months, IsCounted(place.Id) ? figures : null, window,
            [.. place.Around.Where(one => one.Kind != "cluster" && IsCounted(one.Id)).Select(one => new Whole(one, people?.Of(one.Id), Figures(counts[one.Id])))],
            [.. place.Within.Select(one => new PlaceRow(one, people?.Of(one.Id), CountsOf(one.Id, within, figures, months.Series)))],
            [.. (await once.Get(("imports", string.Join(',', imports.Order())), () => db.Imports.AsNoTracking().Where(import => imports.Contains(import.Id)).ToListAsync(cancel), cancel)).OrderByDescending(import => import.Started)]);
    }

    /// <summary>What is not recorded anywhere in the whole force in these months was not loaded: nobody knows that it is zero.</summary>
    internal static IReadOnlyList<CrimeCategory> Loaded(AreaCounts whole, CrimeWindow window, IReadOnlyList<CrimeCategory> categories)
    {
        var there = whole.All
            .Where(count => count.Month >= window.YearBefore.First && count.Month <= window.Last)
            .Select(count => count.Category)
            .ToHashSet();
        return [.. categories.Where(category => there.Contains(category.Id))];
    }

    /// <returns><see langword="null"/> when a table has nothing of the place.</returns>
    private static RowCounts? CountsOf(int place, IReadOnlyList<PlaceTotal> totals, CrimeFigures whole, CrimeSeries series)
    {
        var own = totals.Where(total => total.PlaceId == place).ToList();
        if (own.Count == 0 && !series.HasRecords)
        {
            return null;
        }

        long Sum(IReadOnlyList<short> categories, bool isNow) =>
            own.Where(total => total.IsNow == isNow && categories.Contains(total.Category)).Sum(total => (long)total.Count);

        var canCompare = whole.Compared.Count == whole.Window.Length;
        return new(
            whole.Crimes is null ? null : Sum(whole.CrimeCategories, true),
            whole.Incidents is null ? null : Sum(whole.IncidentCategories, true),
            whole.Crimes is null || !canCompare ? null : new(Sum(whole.CrimeCategories, false), Sum(whole.CrimeCategories, true), whole.Dispersion.OfCrimes),
            whole.Months.Count);
    }
}

/// <summary>A place that another is part of, with its own figures.</summary>
public sealed record Whole(PlaceInSet Place, int? People, CrimeFigures Figures)
{
    public Rate? Rate => Figures is { Crimes: { } crimes, Months.Count: > 0 and var months } && People is > 0 and var people ? new(crimes, people, months) : null;

    /// <returns>A place in it against the rest of it; <see langword="null"/> when that cannot be told.</returns>
    public Comparison? With(Rate? place) => place is not null && Rate is { } whole && place.Months == whole.Months && place.Count <= whole.Count && place.Population < whole.Population
        ? Comparison.WithRestOf(place, whole, Figures.Dispersion.OfCrimes)
        : null;
}

/// <summary>One line of a list of places.</summary>
/// <param name="Counts"><see langword="null"/> when no month of crime is loaded, or none that counts this place.</param>
public sealed record PlaceRow(DrawnPlace Place, int? People, RowCounts? Counts)
{
    public Rate? Rate => Counts is { Crimes: { } crimes, Months: > 0 and var months } && People is > 0 and var people ? new(crimes, people, months) : null;
}

/// <param name="Change">Missing when some of the months were not published in both years.</param>
public sealed record RowCounts(long? Crimes, long? Incidents, Change? Change, int Months);

/// <summary>The months that are shown for those asked for, and why they are not the same.</summary>
/// <param name="Problem">In words; <see langword="null"/> when nothing is wrong with what was asked for.</param>
public sealed record MonthsAsked(CrimeWindow Window, Month ChartFirst, string? Problem)
{
    public static MonthsAsked None { get; } = new(new(default, default), default, null);

    /// <param name="from">The first month published.</param>
    /// <param name="to">The last month published.</param>
    public static MonthsAsked Choose(Month? first, Month? last, Month from, Month to)
    {
        if (first is null && last is null)
        {
            return Of(UsualYear(from, to), null);
        }

        var (begin, end) = (first ?? Max(last!.Value.Plus(1 - CrimeWindow.Longest), from), last ?? Min(first!.Value.Plus(CrimeWindow.Longest - 1), to));
        var problem = end < begin ? $"The last month, {end.InWords()}, is before the first, {begin.InWords()}."
            : end.Since(begin) >= CrimeWindow.Longest ? $"{begin.InWords()} to {end.InWords()} is more than 12 months. Choose at most 12, because they are compared with the same months a year before."
            : end > to ? $"{end.InWords()} is not loaded. The last month here is {to.InWords()}."
            : begin < from ? $"{begin.InWords()} is not loaded. The first month here is {from.InWords()}."
            : null;
        return problem is null ? Of(new(begin, end), null) : Of(UsualYear(from, to), problem);
    }

    private static MonthsAsked Of(CrimeWindow window, string? problem) =>
        new(window, window.Last.Plus(1 - (2 * CrimeWindow.Longest)), problem);

    /// <summary>The last twelve months; fewer when fewer are loaded.</summary>
    private static CrimeWindow UsualYear(Month from, Month to) => new(Max(from, to.Plus(1 - CrimeWindow.Longest)), to);

    private static Month Max(Month one, Month other) => one > other ? one : other;

    private static Month Min(Month one, Month other) => one < other ? one : other;
}
