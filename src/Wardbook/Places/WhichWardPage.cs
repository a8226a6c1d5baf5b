using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Wardbook.Store;

namespace Wardbook.Places;

/// <summary>Asks which ward somebody means. One answer leads straight on; near a border the neighbour is offered; several are listed; none is said in words.</summary>
/// <param name="streets">Finds streets by name.</param>
public abstract class WhichWardPage(WardbookDb db, LoadedSets sets, Func<string, CancellationToken, Task<IReadOnlyList<StreetAt>>> streets) : PageModel
{
    private const int Longest = 100;

    /// <summary>What was typed.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Asked { get; set; }

    /// <summary>Where a map was pressed or a phone is.</summary>
    [BindProperty(SupportsGet = true, Name = "at")]
    public string? At { get; set; }

    public WhichWard? Answer { get; private set; }

    /// <summary>Where the only answer leads.</summary>
    protected abstract string Onward(PlaceInSet ward);

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

        Answer = await WhichWard.Find(db, sets, asked, null, WhichWard.NearMetres, streets, cancel);
        if (Answer.Wards is [{ Near.Count: 0 } only])
        {
            return Redirect(Onward(only.Place));
        }

        if (Answer.Wards.Count == 0)
        {
            ModelState.AddModelError("q", Answer.Words);
        }

        return Page();
    }
}
