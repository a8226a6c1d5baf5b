using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Wardbook.Accounts;
using Wardbook.Crimes;
using Wardbook.Places;
using Wardbook.Store;

namespace Wardbook.Wards;

/// <summary>Which ward am I in? One answer leads straight to the ward; near a border the neighbour is offered; several are listed; none is said in words.</summary>
[Public]
public sealed class FindPage(WardbookDb db, LoadedSets sets, StreetNames streets) : PageModel
{
    /// <summary>A map point is at most about this far from the place it stands for, and a phone's guess is often no better.</summary>
    private const int Longest = 100;

    /// <summary>What was typed.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Asked { get; set; }

    /// <summary>Where a map was pressed or a phone is.</summary>
    [BindProperty(SupportsGet = true, Name = "at")]
    public string? At { get; set; }

    public WhichWard? Answer { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var asked = (string.IsNullOrWhiteSpace(At) ? Asked : At)?.Trim();
        if (Request.Query.ContainsKey("q") && string.IsNullOrWhiteSpace(asked))
        {
            ModelState.AddModelError("q", "Type a postcode, the name of a ward, or a street");
        }

        if (string.IsNullOrWhiteSpace(asked))
        {
            return Page();
        }

        if (asked.Length > Longest)
        {
            ModelState.AddModelError("q", $"That is too long. Type a postcode, the name of a ward, or a street, in at most {Longest} letters");
            return Page();
        }

        Answer = await WhichWard.Find(db, sets, asked, null, WhichWard.NearMetres, streets.Find, cancel);
        if (Answer.Wards is [{ Near.Count: 0 } only])
        {
            return Redirect(Urls.PlaceOf(only.Place.Kind, only.Place.Code));
        }

        if (Answer.Wards.Count == 0)
        {
            ModelState.AddModelError("q", Answer.Words);
        }

        return Page();
    }

    public string AroundHere => Answer?.Point is { } point
        ? string.Create(CultureInfo.InvariantCulture, $"{Urls.Area}?around={point.Latitude:0.#####},{point.Longitude:0.#####}")
        : Urls.Area;
}
