using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc;
using Wardbook.Accounts;
using Wardbook.Crimes.Blocks;
using Wardbook.Places;
using Wardbook.Store;

namespace Wardbook.Wards;

/// <summary>Draw your own area, or look around a place: the same figures as a ward's, counted from the records, as a link that can be shared.</summary>
[Public]
public sealed class AreaPage(WardbookDb db, LoadedSets sets, UnpackedMonths unpacked, TimeProvider clock) : PageModel
{
    /// <summary>Corners as a reader types or draws them.</summary>
    [BindProperty(SupportsGet = true, Name = "corners")]
    public string? Corners { get; set; }

    /// <summary>Corners as an address holds them.</summary>
    [BindProperty(SupportsGet = true, Name = "shape")]
    public string? Shape { get; set; }

    /// <summary>A place to look around: a point, or anything that tells which.</summary>
    [BindProperty(SupportsGet = true, Name = "around")]
    public string? Around { get; set; }

    public DrawnArea? Area { get; private set; }

    public AreaCrime? Crime { get; private set; }

    public PlaceChoice Choice { get; private set; } = new();

    public string Name => Area?.Around is null ? "this area" : $"the {DrawnArea.Metres} metres around this place";

    public string Address => Urls.Area + Choice.Of(Area!.Address);

    public Recorded? Recorded => Crime?.Figures is { } figures ? new(Name, figures, null, null, null, [], FileOf) : null;

    public Limits? Limits => Crime is { Months: { } months, Figures: { } figures }
        ? Wardbook.Wards.Limits.Of(months, figures.Window, null, Crime.Imports, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))
        : null;

    public string FileOf(string table, string format) => $"{Urls.Area}.{format}{Choice.Of(Area!.Address, ("table", table))}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (PlaceFiles.ChoiceOf(Request) is not { } choice)
        {
            ModelState.AddModelError("", "The months or boundaries in the address could not be understood. Months are such as 2014-03, boundaries a day such as 2014-05-22.");
            choice = new();
        }

        Choice = choice;
        var (name, problem) = ("", (string?)null);
        if (!string.IsNullOrWhiteSpace(Corners))
        {
            name = "corners";
            if (DrawnArea.OfText(Corners, out problem) is { } drawn)
            {
                // What was drawn becomes the short address that can be shared.
                return Redirect(Urls.Area + Choice.Of(drawn.Address));
            }
        }
        else if (!string.IsNullOrWhiteSpace(Shape))
        {
            Area = DrawnArea.OfShape(Shape, out problem);
        }
        else if (!string.IsNullOrWhiteSpace(Around))
        {
            (name, var point) = ("around", Around.Trim());
            var which = await WhichWard.Find(db, sets, point, choice.Wards, 0, null, cancel);
            Area = which.Point is { } at
                ? DrawnArea.OfPoint(string.Create(CultureInfo.InvariantCulture, $"{at.Latitude:0.#######},{at.Longitude:0.#######}"), out problem)
                : null;
            problem ??= Area is null ? (which.Wards.Count > 0 ? $"\u201C{point}\u201D is a whole ward or borough, not a place. Give a postcode, or a latitude and a longitude." : which.Words) : null;
        }

        if (Area is not null)
        {
            Crime = await AreaCrime.Find(db, sets, unpacked, Area, Choice, cancel);
            problem = Crime is null ? "That lies in none of the wards that are loaded. It may be in the sea, or policed by a force whose wards nobody has loaded." : Crime.Asked.Problem;
            Corners = string.Join('\n', Area.Corners.Select(corner => string.Create(CultureInfo.InvariantCulture, $"{corner.Latitude:0.#####},{corner.Longitude:0.#####}")));
        }

        if (problem is not null)
        {
            ModelState.AddModelError(name, problem);
        }

        return Page();
    }
}
