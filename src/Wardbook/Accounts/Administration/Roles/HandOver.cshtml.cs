using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Administration.People;
using Wardbook.Accounts.SignIn;
using Wardbook.Store;

namespace Wardbook.Accounts.Administration.Roles;

/// <summary>A post passes from one person to another: one role ends the day before the other begins, in one step.</summary>
[MayDo(Deed.ManageRoles)]
[AsksAgain]
public sealed class HandOverPage(WardbookDb db, Asker asker, PlaceTrees trees, Appointments appointments, TimeProvider clock) : HeldRolePage(db, asker, trees)
{
    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public bool Checked { get; set; }

    public Account? Checking { get; private set; }

    public async Task<IActionResult> OnPostAsync(Guid id, string? step, CancellationToken cancel)
    {
        if (await Find(id, cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        var next = await FindNext(cancel);
        if (On is not { } on || on < Asker.Today || on <= Held.From || Held.IsOverAfter(on))
        {
            ModelState.AddModelError(nameof(On), "Their first day must be today or later, after the first day of who holds it now, and not after its last");
        }

        if (step == "change")
        {
            ModelState.Remove(nameof(To));
            To = next is null ? To : await TypedAs(next, cancel);
            return Page();
        }

        if (!ModelState.IsValid || next is null || !Checked)
        {
            Checking = ModelState.IsValid ? next : null;
            return Page();
        }

        if (await appointments.Make(Held.Account, Deed.ManageRoles, () => Pass(id, next.Id, cancel), cancel) is { } refusal)
        {
            ModelState.AddModelError("", refusal);
            return Page();
        }

        Done = $"The post passes to {next.Name} on {On:d MMMM yyyy}.";
        return LocalRedirect(Urls.Person(Held.Account));
    }

    private async Task<string?> Pass(Guid id, Guid to, CancellationToken cancel)
    {
        var held = await Db.HeldRoles.SingleAsync(row => row.Id == id, cancel);
        if (held.IsOverAfter(On!.Value))
        {
            return "This role is over already.";
        }

        Db.HeldRoles.Add(held.HandOver(to, On.Value, clock.GetUtcNow().UtcDateTime, Asker.Account));
        return null;
    }

    /// <summary>The name, where nobody else has it.</summary>
    private async Task<string> TypedAs(Account next, CancellationToken cancel) =>
        await Db.Accounts.CountAsync(account => account.Closed == null && account.Name == next.Name, cancel) == 1 ? next.Name : next.Email;

    /// <summary>By id from the page of checking, otherwise by name or address.</summary>
    private async Task<Account?> FindNext(CancellationToken cancel)
    {
        var asked = To?.Trim() ?? "";
        var (id, keys) = (Guid.TryParse(asked, out var given) ? given : Guid.Empty, Account.KeysOf(asked, Db.Keys));
        var found = await Db.Accounts.AsNoTracking().Where(account => account.Closed == null && (account.Id == id || account.Name == asked || keys.Contains(account.EmailKey))).Take(2).ToListAsync(cancel);
        var refusal = found.Count switch
        {
            0 => "There is nobody with that name or address. Invite them first",
            2 => "Two people have that name. Type the mail address",
            _ when found[0].Id == Held.Account => "They hold it already",
            _ when found[0].Id == Asker.Account => "Nobody gives a role to themselves. Another administrator can",
            _ => null,
        };
        if (refusal is not null)
        {
            ModelState.AddModelError(nameof(To), refusal);
            return null;
        }

        return found[0];
    }
}
