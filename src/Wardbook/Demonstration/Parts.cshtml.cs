using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Accounts.SignIn;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Demonstration;

/// <summary>Sign in as one of the parts. Outside the demonstration this page is not there: it has no address, and refuses if it had one.</summary>
[Public]
public sealed class PartsPage(WardbookDb db, Frame frame, PlaceTrees trees, Entrance entrance, TimeProvider clock) : PageModel
{
    public IReadOnlyList<(Part Part, string Place)> Parts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!frame.IsDemonstration)
        {
            return NotFound();
        }

        var tree = await trees.Current();
        Parts = [.. LondonParts.All.Select(part => (part, part.Place is { } place ? tree.NameOf(place) : "everything"))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int part, CancellationToken cancel)
    {
        if (!frame.IsDemonstration || LondonParts.All.FirstOrDefault(one => one.Number == part) is not { } chosen)
        {
            return NotFound();
        }

        await LondonParts.Keep(db, clock.GetUtcNow().UtcDateTime, cancel);
        var account = await db.Accounts.SingleAsync(row => row.EmailKey == chosen.Key, cancel);
        if (account.Closed is not null)
        {
            return NotFound();
        }

        await entrance.Admit(account, Means.Demonstration, cancel);
        return LocalRedirect(Urls.Account);
    }
}
