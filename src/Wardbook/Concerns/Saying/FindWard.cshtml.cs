using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Wardbook.Accounts;
using Wardbook.Places;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Concerns.Saying;

/// <summary>Finds the ward that somebody wants to say something about, and leads to its form.</summary>
[Public]
public sealed class FindWardPage(WardbookDb db, LoadedSets sets, KnownStreets streets, Settings settings) : PageModel
{
    private const int Longest = 100;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Asked { get; set; }

    /// <summary>Where a map was pressed or a phone is.</summary>
    [BindProperty(SupportsGet = true, Name = "at")]
    public string? At { get; set; }

    public WhichWard? Answer { get; private set; }

    public Advice Advice => Advice.Of(settings);

    /// <summary>The wards that the answer names, and those on the other side of a border that is near.</summary>
    public IReadOnlyList<PlaceInSet> Offered => Answer is null ? [] : [.. Answer.Wards.SelectMany(found => found.Near.Select(near => near.Place).Prepend(found.Place))];

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
            return Redirect(Urls.SayIn(only.Place.Code));
        }

        if (Answer.Wards.Count == 0)
        {
            ModelState.AddModelError("q", Answer.Words);
        }

        return Page();
    }
}
