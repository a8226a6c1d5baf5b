using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.SignIn.Links;
using Wardbook.Store;

namespace Wardbook.Accounts.Administration.Invitations;

/// <summary>Invitations that nobody has answered yet.</summary>
[MayDo(Deed.ManagePeople)]
public sealed class InvitationsPage(WardbookDb db, PlaceTrees trees, TimeProvider clock) : PageModel
{
    private PlaceTree places = PlaceTree.Empty;

    public IReadOnlyList<Link> Waiting { get; private set; } = [];

    [TempData]
    public string? Done { get; set; }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public string Role(Link link) => $"{link.Role!.Value.InWords()}, {(link.Place is { } place ? places.NameOf(place) : "everything")}";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        places = await trees.Current();
        var now = Now;
        Waiting = await db.Links.AsNoTracking().Where(link => link.Kind == LinkKind.Invitation && link.Used == null && link.Expires > now).OrderBy(link => link.Expires).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid invitation, CancellationToken cancel)
    {
        if (await db.Links.SingleOrDefaultAsync(link => link.Id == invitation && link.Kind == LinkKind.Invitation && link.Used == null, cancel) is not { } link)
        {
            return NotFound();
        }

        link.Used = Now;
        await db.SaveChangesAsync(cancel);
        Done = "The invitation was taken back.";
        return LocalRedirect(Urls.Invitations);
    }
}
