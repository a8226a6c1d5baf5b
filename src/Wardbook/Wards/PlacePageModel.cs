using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Wardbook.Crimes;
using Wardbook.Periods;
using Wardbook.Shared;
using Wardbook.Shared.Forms;

namespace Wardbook.Wards;

/// <summary>What the pages of a ward and of any other place have in common: what the reader chose, and the way back up.</summary>
public abstract class PlacePageModel(TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? First { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Last { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Wards { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Series { get; set; }

    public PlaceCrime Crime { get; protected set; } = null!;

    public PlaceAbout About => Crime.Place;

    /// <summary>What was understood of what the reader chose, to go with links to other places.</summary>
    public PlaceChoice Choice { get; private set; } = new();

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public IReadOnlyList<Link> Trail =>
    [
        .. About.Around.Reverse().Select(place => new Link(place.Name, Urls.PlaceOf(place.Kind, place.Code) + Choice.Query)),
        new(About.Name, null),
    ];

    public IReadOnlyList<Choice> MonthChoices => Crime.Months is not { } months ? [] :
        [.. months.Published.OrderDescending().Select(month => new Choice(month.ToString(), month.InWords()))];

    public IReadOnlyList<Choice> SetChoices =>
        [.. About.Sets.Select(set => new Choice(set.From.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), $"The {PlaceWords.SetName(set)}"))];

    public IReadOnlyList<Choice> SeriesChoices => Crime.Months is not { } months ? [] :
        [.. months.Others.Prepend(months.Series).OrderBy(series => series.Rank).Select(series => new Choice(series.Id, series.Name))];

    /// <summary>The figures as the page shows them; <see langword="null"/> when no crime is loaded.</summary>
    public Recorded? Recorded => Crime.Figures is { } figures
        ? new(PlaceWords.Spoken(About.Kind, About.Name), figures, Crime.Rate, Crime.People?.Of(About.Id), Crime.People, Crime.Against, FileOf) { HasRecords = Crime.Months!.Series.HasRecords }
        : null;

    public Limits? Limits => Crime is { Months: { } months, Figures: { } figures } ? Wardbook.Wards.Limits.Of(months, figures.Window, Nearby, Crime.Imports, Today) : null;

    /// <summary>What is known of the records near this place's border.</summary>
    protected virtual WardStreets? Nearby => null;

    /// <returns>The address of a table of this page as a file.</returns>
    public string FileOf(string table, string format) => $"{Urls.PlaceOf(About.Kind, About.Code)}.{format}{Choice.Of(("table", table))}";

    /// <summary>Reads the choice; what cannot be understood is said in words, and everything else still holds.</summary>
    protected PlaceChoice ReadChoice()
    {
        Choice = new(
            MonthOf(First, nameof(First)), MonthOf(Last, nameof(Last)),
            DayOf(Wards), string.IsNullOrWhiteSpace(Series) ? null : Series.Trim());
        return Choice;
    }

    /// <summary>What the form shows is what is shown.</summary>
    protected void ShowChoice()
    {
        if (Crime.Asked.Problem is { } problem)
        {
            ModelState.AddModelError(nameof(First), problem);
        }
        else if (Crime.Months is not null && ModelState.IsValid)
        {
            (First, Last) = (Crime.Asked.Window.First.ToString(), Crime.Asked.Window.Last.ToString());
            ModelState.Remove(nameof(First));
            ModelState.Remove(nameof(Last));
        }

        Wards = About.Set.From.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Series = Crime.Months?.Series.Id;
    }

    private Month? MonthOf(string? text, string name)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (Month.TryParse(text, out var month) && month.Year >= 1900)
        {
            return month;
        }

        ModelState.AddModelError(name, $"\u201C{text}\u201D is not a month. Give a year and a month, such as 2014-03.");
        return null;
    }

    private DateOnly? DayOf(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day))
        {
            return day;
        }

        ModelState.AddModelError(nameof(Wards), $"\u201C{text}\u201D is not a day. Give a year, a month and a day, such as 2014-05-22.");
        return null;
    }
}
