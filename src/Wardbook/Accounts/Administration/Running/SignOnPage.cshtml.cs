using Microsoft.AspNetCore.Mvc.RazorPages;
using Wardbook.Accounts.SignIn.Single;
using Wardbook.Shared;
using Wardbook.Shared.Tables;

namespace Wardbook.Accounts.Administration.Running;

/// <summary>How the force's own sign-on is joined, and what its groups mean.</summary>
[MayDo(Deed.ManageSettings)]
public sealed class SignOnPage(Settings settings, PlaceTrees places) : PageModel
{
    private PlaceTree tree = PlaceTree.Empty;

    public SingleSignOnSettings? SignOn => settings.SingleSignOn;

    public Table Table => new Table<GroupRole>("What groups mean", SignOn!.Groups)
        .Text("group", "Group", one => one.Group)
        .Text("role", "Role", one => one.Role.InWords())
        .Text("place", "Place", one => one.Place is { } place ? tree.NameOf(place) : "everything");

    public async Task OnGetAsync() => tree = await places.Current();
}
