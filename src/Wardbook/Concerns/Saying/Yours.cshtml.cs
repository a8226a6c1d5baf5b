using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Concerns.Categories;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Concerns.Saying;

/// <summary>The private page of whoever said something: what they said and what became of it. Its address is the only key to it.</summary>
[Public]
public sealed class YoursPage(WardbookDb db, PlaceTrees trees, Settings settings, TimeProvider clock) : PageModel
{
    private ConcernLink? link;

    [FromRoute]
    public string Token { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "sent")]
    public bool Sent { get; set; }

    /// <summary>Null when the address opens nothing.</summary>
    public Concern? Concern { get; private set; }

    public string PlaceName { get; private set; } = "";

    public string Category { get; private set; } = "";

    public bool HasReach { get; private set; }

    public Advice Advice => Advice.Of(settings);

    /// <summary>Whoever came by a letter has the address it went to, and may say so.</summary>
    public bool CanConfirm => link is { Proves: true } && Concern is { Verified: null };

    public string Where => Concern! switch
    {
        { Where: SaidWhere.Street, Street: { } street } => street,
        { Where: SaidWhere.Pin } => "A place on the map",
        { Where: SaidWhere.Street } => "A street",
        _ => $"All over {PlaceName}",
    };

    public string InWords => Concern!.State switch
    {
        ConcernState.New when Concern.IsHeld => "It waits to be looked at.",
        ConcernState.New => $"The team of {PlaceName} has it and has not answered yet.",
        ConcernState.TakenUp => $"The team of {PlaceName} has taken it up.",
        _ => $"It was {Concern.State.InWords()}.",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Find(cancel) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await Find(cancel))
        {
            return NotThere();
        }

        if (CanConfirm)
        {
            (Concern!.Verified, Concern.IsHeld) = (clock.GetUtcNow().UtcDateTime, false);
            await db.SaveChangesAsync(cancel);
        }

        return Redirect(Urls.YourConcern(Token));
    }

    private async Task<bool> Find(CancellationToken cancel)
    {
        // What one person is shown by a secret address is kept nowhere on the way, and no list of pages has it.
        (Response.Headers.CacheControl, Response.Headers["X-Robots-Tag"], Response.Headers["Referrer-Policy"]) = ("no-store, private", "noindex", "no-referrer");
        var hash = SayKey.HashOf(Token);
        link = await db.ConcernLinks.AsNoTracking().SingleOrDefaultAsync(row => row.TokenHash == hash, cancel);
        Concern = link is null ? null : await db.Concerns.SingleOrDefaultAsync(row => row.Id == link.Concern, cancel);
        if (Concern is null)
        {
            return false;
        }

        PlaceName = (await trees.Current()).NameOf(Concern.Place);
        Category = (await Catalogue.Find(db, cancel)).NameOf(Concern.Category);
        HasReach = await db.ConcernReaches.AnyAsync(row => row.Concern == Concern.Id, cancel);
        return true;
    }

    private PageResult NotThere()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
