using Microsoft.AspNetCore.Mvc.ModelBinding;
using Wardbook.Shared.Forms;

namespace Wardbook.Accounts.Administration.Roles;

/// <summary>A role, a place and days, as somebody typed them; read once, with words for what is wrong.</summary>
public sealed record AskedRole(Role Role, PlaceKey? Place, DateOnly From, DateOnly? To)
{
    public static IReadOnlyList<Choice> Roles { get; } = [new("", "Choose a role"), .. RoleTable.Roles.Select(role => new Choice(role.ToString(), role.InWords()))];

    /// <returns>Null when something is wrong; what, is in <paramref name="state"/> beside its field.</returns>
    public static AskedRole? Read(ModelStateDictionary state, PlaceTree places, DateOnly today, string? role, string? place, DateOnly? from, DateOnly? to)
    {
        var typed = place?.Trim() ?? "";
        PlaceKey? where = null;
        if (!Enum.TryParse<Role>(role, out var asked) || !Enum.IsDefined(asked))
        {
            state.AddModelError("Role", "Choose a role");
        }
        else if (!RoleTable.IsForEverything(asked))
        {
            var found = places.Find(typed);
            if (found.Count != 1)
            {
                state.AddModelError("Place", typed.Length == 0 ? "Type the place for which the role is held"
                    : found.Count == 0 ? $"There is no place called {typed}. Type it as its page has it, such as Brixton Hill ward, or its code"
                    : $"Several places are called {typed}. Type one of these: {string.Join(", ", found.Take(6).Select(one => $"{one} ({places.NameOf(one)})"))}");
            }
            else
            {
                where = found[0];
            }
        }

        if (to < (from ?? today))
        {
            state.AddModelError("To", "The last day must not be before the first");
        }

        return state.IsValid ? new(asked, where, from ?? today, to) : null;
    }
}
