using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.SignIn;
using Wardbook.Accounts.SignIn.Factors;
using Wardbook.Store;

namespace Wardbook.Accounts.Mine;

/// <summary>Removes one of my passkeys. Somebody else's is not found.</summary>
[SignedIn]
public sealed class RemovePasskeyPage(WardbookDb db, Asker asker, TimeProvider clock, Tries tries) : FactorPage(db, asker, clock, tries)
{
    [FromRoute]
    public Guid Id { get; set; }

    public Passkey Passkey { get; private set; } = null!;

    public bool IsLast { get; private set; }

    public bool WouldLockOut => IsLast && Mine.PasswordHash is null;

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => WithPasskey(() => Task.FromResult<IActionResult>(Page()), cancel);

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => WithPasskey(
        async () =>
        {
            if (WouldLockOut)
            {
                return Page();
            }

            Db.Passkeys.Remove(Passkey);
            await Change($"The passkey {Passkey.Name} was removed.", cancel);
            return LocalRedirect(Urls.Account + "#factors");
        },
        cancel);

    private async Task<IActionResult> WithPasskey(Func<Task<IActionResult>> then, CancellationToken cancel)
    {
        var mine = await Db.Passkeys.Where(passkey => passkey.Account == Here.Account).ToListAsync(cancel);
        if (mine.Find(passkey => passkey.Id == Id) is not { } found)
        {
            return NotFound();
        }

        (Passkey, IsLast) = (found, mine.Count == 1);
        return await Open(cancel) ?? await then();
    }
}
