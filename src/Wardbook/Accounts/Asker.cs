using Wardbook.Places;
using Wardbook.Accounts.SignIn;
using Wardbook.Shared;

namespace Wardbook.Accounts;

/// <summary>Who is asking for this page, and what they may do. One for each request; nobody in particular for a command.</summary>
public sealed class Asker(IHttpContextAccessor request, PlaceTrees trees, TimeProvider clock)
{
    private SignedInAs? SignedIn => request.HttpContext?.Features.Get<SignedInAs>();

    public bool IsSignedIn => SignedIn is not null;

    /// <summary>Null when nobody is signed in.</summary>
    public Guid? Account => SignedIn?.Asker.Account;

    public string? Name => SignedIn?.Asker.Name;

    public Session? Session => SignedIn?.Session;

    /// <summary>The roles that hold today.</summary>
    public IReadOnlyList<HeldRole> Roles => SignedIn?.Asker.HoldsOn(Today) ?? [];

    /// <summary>Those of them that count in this session: who showed one factor alone holds no role that asks for two.</summary>
    private IEnumerable<HeldRole> Counting => SignedIn is { Session.Means: var means } ? Roles.Where(held => means.IsTwoFactors() || !RoleTable.NeedsSecondFactor(held.Role)) : [];

    /// <summary>Whether a role waits for a second factor.</summary>
    public bool LacksFactor => Counting.Count() < Roles.Count;

    /// <summary>The day it is where the force is.</summary>
    public DateOnly Today => clock.Today();

    /// <summary>Somewhere: whether to offer it at all.</summary>
    public bool May(Deed deed) => Counting.Any(held => RoleTable.Of(held.Role, deed) != Reach.Nowhere);

    /// <summary>In this place.</summary>
    public async ValueTask<bool> May(Deed deed, PlaceKey place)
    {
        if (!May(deed))
        {
            return false;
        }

        var tree = await trees.Current();
        return Counting.Any(held => RoleTable.Of(held.Role, deed) switch
        {
            Reach.Everywhere => true,
            Reach.Force => held.Place is not { } own || tree.Includes(own, place) || tree.AreOfOneForce(own, place),
            Reach.Own => held.Place is not { } own || tree.Includes(own, place),
            _ => false,
        });
    }

    /// <summary>In the place that an address names by its code alone. A code that names no place is nobody's.</summary>
    public async ValueTask<bool> May(Deed deed, PlaceCode code)
    {
        foreach (var place in (await trees.Current()).OfCode(code))
        {
            if (await May(deed, place))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>What the cookie of a request was found to be.</summary>
public sealed record SignedInAs(KnownAsker Asker, Session Session);
