using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Wardbook.Accounts.SignIn;
using Wardbook.Accounts.SignIn.Factors;
using Wardbook.Store;

namespace Wardbook.Accounts.Mine;

/// <summary>Sets or changes my password.</summary>
[SignedIn]
public sealed class PasswordPage(WardbookDb db, Asker asker, TimeProvider clock, IPasswordHasher<Account> hasher, Sessions sessions, Tries tries) : FactorPage(db, asker, clock, tries)
{
    [BindProperty]
    public string? Password { get; set; }

    public string Heading => Mine.PasswordHash is null ? "Choose a password" : "Choose a new password";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Open(cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Open(cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        if (Passwords.Fault(Password, Mine.Name, Mine.Email) is { } fault)
        {
            ModelState.AddModelError(nameof(Password), fault);
            return Page();
        }

        Mine.PasswordHash = hasher.HashPassword(Mine, Password!);
        await Change("Your password was changed.", cancel);
        await sessions.EndAll(Mine.Id, but: Here.Id, cancel);
        return LocalRedirect(Urls.Account + "#factors");
    }
}
