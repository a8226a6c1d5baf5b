using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NetTopologySuite.Geometries;
using Wardbook.Accounts;
using Wardbook.Periods;
using Wardbook.Shared.Charts;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Maps;
using Wardbook.Shared.Tables;
using Wardbook.Shared.Words;

namespace Wardbook.Shared;

/// <summary>Every part that pages are made of, drawn by the code that draws the pages, with made-up figures.</summary>
[Public]
public sealed class StyleGuidePage : PageModel
{
    private static readonly Month March = new(2026, 3);

    /// <summary>As the form sends it.</summary>
    [BindProperty(SupportsGet = true), StringLength(8, ErrorMessage = "A postcode has at most 8 letters and digits, such as SW1A 1AA")]
    public string? Postcode { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Order { get; set; } = "name";

    [BindProperty(SupportsGet = true)]
    public IReadOnlyList<string> Months { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Corners { get; set; }

    public IReadOnlyList<Link> Trail { get; } = [new("Home", "/"), new("Style guide", null)];

    public IReadOnlyList<Choice> Kinds { get; } = [new("", "All kinds"), new("burglary", "Burglary"), new("robbery", "Robbery")];

    public IReadOnlyList<Choice> Orders { get; } = [new("name", "By name"), new("rate", "By rate", "The highest first. Small wards swing more by chance.")];

    public Table Wards { get; } = new Table<Example>("Wards of an example borough, 12 months to March 2026",
        [new("Abbey", 1_204, 98.4), new("Riverside", 310, 24.1), new("Heath", 87, null), new("St John\u2019s", 642, 51.0)])
        .Text("ward", "Ward", ward => ward.Name, href: _ => "#tables")
        .Number("crimes", "Crimes", ward => ward.Crimes)
        .Number("rate", "Per 1,000 people", ward => ward.Rate, decimals: 1);

    public MonthChart Crimes { get; } = Chart("All recorded crime", 100);

    public IReadOnlyList<MonthChart> ByKind { get; } =
        [Chart("Burglary", 14), Chart("Robbery", 5), Chart("Vehicle crime", 22), Chart("Violence and sexual offences", 38), Chart("Shoplifting", 17), Chart("Drugs", 3)];

    public BarChart Rates { get; } = new("Recorded crime, 12 months to March 2026", "Crimes per 1,000 people",
        [new("Abbey", 98.4, 92.9, 104.1), new("Riverside", 24.1, 21.5, 27.0, IsHere: true), new("St John\u2019s", 51.0, 47.1, 55.2), new("Heath", null) { Absent = "no population" }])
    {
        NameHeading = "Ward",
        Decimals = 1,
        Reference = 56.2,
        ReferenceName = "The borough",
    };

    public IReadOnlyList<MapShape> Shapes { get; } =
    [
        new(Box(-0.14, 51.50, -0.12, 51.515), "Abbey", "level-5"), new(Box(-0.12, 51.50, -0.10, 51.515), "Heath", "level-1"),
        new(Box(-0.14, 51.485, -0.12, 51.50), "St John\u2019s", "level-3"), new(Box(-0.12, 51.485, -0.10, 51.50), "Riverside", "here"),
    ];

    public IReadOnlyList<string> Levels { get; } = ["Under 20", "20 to 39", "40 to 59", "60 to 79", "80 and over"];

    public SourceNote Source { get; } = new("data.police.uk", "Open Government Licence v3.0", new(2024, 4), March, new(2026, 4, 28))
    {
        LicenceHref = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
        NextExpected = "in late May 2026",
        Missing = [new(2024, 11)],
    };

    /// <summary>The shapes for the script's map.</summary>
    public FileContentResult OnGetShapes() => File(MapJson.Of(Shapes), MapJson.ContentType);

    private static Polygon Box(double west, double south, double east, double north) =>
        new(new LinearRing([new(west, south), new(east, south), new(east, north), new(west, north), new(west, south)]));

    // A year that rises and falls, and a November that nobody published.
    private static MonthChart Chart(string title, double middle) => new(title, Month.From(March.Plus(-23), March)
        .Where(month => month != new Month(2024, 11))
        .ToDictionary(month => month, month => Math.Round(middle * (1 + (0.25 * Math.Sin((month.Number + middle) * Math.PI / 6)) - (month.Year * 0.1 % 0.15)))), March);

    public sealed record Example(string Name, int Crimes, double? Rate);
}
