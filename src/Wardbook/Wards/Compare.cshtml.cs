using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Places;
using Wardbook.Shared.Charts;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Wards;

/// <summary>Any wards, boroughs or forces side by side.</summary>
[Public]
public sealed class ComparePage(WardbookDb db, ReadOnce once) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "place")]
    public string[]? Codes { get; set; }

    /// <summary>One more, by its name or code.</summary>
    [BindProperty(SupportsGet = true, Name = "add")]
    public string? Add { get; set; }

    public ComparedPlaces Compared { get; private set; } = new([], []);

    public PlaceChoice Choice { get; private set; } = new();

    /// <summary>The places that what was typed may mean.</summary>
    public IReadOnlyList<DrawnPlace> Meant { get; private set; } = [];

    public Table Table => Compared.Table(Choice);

    public BarChart? Rates => Compared.Rows.Any(row => row.Rate is not null) ? new(
        $"Recorded crime for every 1,000 people a year, {Compared.Figures!.Window.InWords()}", "For every 1,000",
        [.. Compared.Rows.Select(row => new Bar(row.Place.Name, row.Rate?.PerThousandAYear, row.Rate?.Interval().Low, row.Rate?.Interval().High, Urls.PlaceOf(row.Place.Kind, row.Place.Code) + Choice.Query))])
    {
        Decimals = 1,
    } : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (PlaceFiles.ChoiceOf(Request) is not { } choice)
        {
            ModelState.AddModelError("", "The months or boundaries in the address could not be understood. Months are such as 2014-03, boundaries a day such as 2014-05-22.");
            choice = new();
        }

        Choice = choice;
        if (!string.IsNullOrWhiteSpace(Add) && await Understand(Add.Trim(), cancel) is { } more)
        {
            return Redirect(AddressOf([.. Codes ?? [], more]));
        }

        if ((Codes ?? []).Distinct().Count() > ComparedPlaces.Most)
        {
            ModelState.AddModelError("", $"At most {ComparedPlaces.Most} places can stand side by side. The first {ComparedPlaces.Most} are shown.");
        }

        Compared = await ComparedPlaces.Find(db, once, Codes ?? [], choice, cancel);
        foreach (var missing in Compared.Missing)
        {
            ModelState.AddModelError("", $"There is no place with the code {missing}.");
        }

        return Page();
    }

    public string AddressOf(IEnumerable<string> codes) => Urls.Compare + Choice.Of(codes.Distinct().Select(code => ("place", code)));

    public string Without(PlaceCode code) => AddressOf(Compared.Places.Select(place => place.Place.Code.Text).Where(text => text != code.Text));

    public string FileOf(string format) => $"{Urls.Compare}.{format}{Choice.Of(Compared.Places.Select(place => ("place", place.Place.Code.Text)))}";

    /// <returns>The code, when what was typed means one place.</returns>
    private async Task<string?> Understand(string typed, CancellationToken cancel)
    {
        var sets = await BoundarySets.Holding(db, Choice.Wards, cancel);
        var like = typed.ToLowerInvariant();
        var code = PlaceCode.TryParse(typed, out var parsed) ? parsed : default;
        var wards = await db.BoundarySets.Where(set => sets.Contains(set.Id) && set.Kind == "ward").Select(set => set.Id).ToListAsync(cancel);
#pragma warning disable CA1304, CA1311, CA1862 // Translated to the database's own lower().
        Meant = await db.Places
            .Where(place => wards.Contains(place.SetId) && (place.Name.ToLower() == like || place.Code == code))
            .OrderBy(place => place.Name).ThenBy(place => place.Code)
            .Select(place => new DrawnPlace(place.Id, place.Code, place.Name + " (" + (db.Places.Where(up => up.Id == place.ParentId).Select(up => up.Name).FirstOrDefault() ?? place.Kind) + ")", place.Kind, place.Hectares, null))
            .Take(20)
            .ToListAsync(cancel);
#pragma warning restore
        if (Meant.Count == 0)
        {
            ModelState.AddModelError("add", $"There is no ward or borough called \u201C{typed}\u201D. Check how it is spelt, or give its code.");
        }

        return Meant is [var one] ? one.Code.Text : null;
    }
}
