using Microsoft.AspNetCore.Mvc.ModelBinding;
using Wardbook.Shared.Forms;

namespace Wardbook.Priorities.Plans;

/// <summary>Who is to own something, as a form asks for it: an officer who is posted here today, or a partner in words.</summary>
public static class AskedOwner
{
    /// <returns>Null when nobody was chosen or it is wrong, which is said beside the field.</returns>
    public static Owner? Owner(this ModelStateDictionary state, Owners owners, (string Name, string? Typed) chosen, (string Name, string? Typed) partner)
    {
        if (string.IsNullOrEmpty(chosen.Typed))
        {
            state.AddModelError(chosen.Name, "Choose who owns it: an officer of the team, or a partner");
            return null;
        }

        if (chosen.Typed == Owners.APartner)
        {
            var words = state.Words(partner.Name, partner.Typed, Plans.Owner.LongestPartner, "Say which partner owns it");
            return words.Length == 0 ? null : new Owner(null, words.ReplaceLineEndings(" "));
        }

        if (Guid.TryParse(chosen.Typed, out var officer) && owners.MayOwn(officer))
        {
            return new Owner(officer, "");
        }

        state.AddModelError(chosen.Name, "Choose somebody who is posted to a team of this ward today, or a partner");
        return null;
    }

    /// <summary>As the two fields take it.</summary>
    public static (string Chosen, string Partner) InFields(this Owner owner) => owner.Officer is { } officer ? (officer.ToString(), "") : (Owners.APartner, owner.Partner);
}
