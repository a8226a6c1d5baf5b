using Microsoft.EntityFrameworkCore;
using Wardbook.Store;

namespace Wardbook.Accounts.SignIn.Single;

/// <summary>Gives, renews and ends the roles that stand for groups, each time somebody signs in.</summary>
public static class GroupRoles
{
    /// <summary>Saves nothing. Roles that were given here by hand are not touched.</summary>
    /// <returns>Whether any role stands for a group now.</returns>
    public static async Task<bool> Settle(WardbookDb db, SingleSignOnSettings settings, Guid account, IReadOnlyCollection<string> groups, DateTime now, DateOnly today, CancellationToken cancel)
    {
        var wanted = settings.Groups.Where(one => groups.Contains(one.Group)).Distinct().ToList();
        var until = today.AddDays(settings.Lasts);
        var standing = await db.GroupHoldings.Where(holding => holding.Account == account)
            .Join(db.HeldRoles, holding => holding.Id, held => held.Id, (holding, held) => new { holding.Group, Held = held })
            .ToListAsync(cancel);
        foreach (var one in standing.Where(one => !one.Held.IsOverAfter(today)))
        {
            if (wanted.RemoveAll(want => want.Group == one.Group && want.Role == one.Held.Role && want.Place == one.Held.Place) > 0)
            {
                one.Held.To = until;
            }
            else
            {
                one.Held.EndNow(now, today);
            }
        }

        foreach (var want in wanted)
        {
            var held = HeldRole.Give(account, want.Role, want.Place, today, until, now, by: null);
            db.HeldRoles.Add(held);
            db.GroupHoldings.Add(new() { Id = held.Id, Account = account, Group = want.Group });
        }

        return settings.Groups.Any(one => groups.Contains(one.Group));
    }
}
