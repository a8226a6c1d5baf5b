using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Wardbook.Accounts.SignIn;
using Wardbook.Accounts.SignIn.Factors;
using Wardbook.Store;

namespace Wardbook.Accounts.Mine;

/// <summary>Makes a passkey on this device. The script asks the device; without scripts the page says what to use instead.</summary>
[SignedIn]
public sealed class NewPasskeyPage(WardbookDb db, Asker asker, TimeProvider clock, SignInManager<Account> signIn, UserManager<Account> accounts, Entrance entrance, Tries tries)
    : FactorPage(db, asker, clock, tries)
{
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>What the device made, as JSON.</summary>
    [BindProperty]
    public string? Credential { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Open(cancel) ?? Page();

    /// <summary>What the device is to make, for the script.</summary>
    public async Task<IActionResult> OnPostOptionsAsync(CancellationToken cancel) => await Open(cancel) is not null
        ? StatusCode(StatusCodes.Status401Unauthorized)
        : Content(await signIn.MakePasskeyCreationOptionsAsync(new() { Id = Mine.Id.ToString(), Name = Mine.Email, DisplayName = Mine.Name }), "application/json");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Open(cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        if (Credential is not { Length: > 0 and <= 40_000 })
        {
            ModelState.AddModelError("", "No passkey was made. It needs scripts, and a device that can");
            return Page();
        }

        var made = await signIn.PerformPasskeyAttestationAsync(Credential);
        if (!made.Succeeded || made.UserEntity.Id != Mine.Id.ToString())
        {
            Credential = null;
            ModelState.Remove(nameof(Credential));
            ModelState.AddModelError("", "That passkey could not be taken, or it was asked for too long ago. Try again");
            return Page();
        }

        var name = (Name ?? "").Trim();
        made.Passkey.Name = name.Length is 0 ? Devices.InWords(Request.Headers.UserAgent.ToString()) : name[..Math.Min(name.Length, Passkey.LongestName)];
        await accounts.AddOrUpdatePasskeyAsync(Mine, made.Passkey);
        await Change("A passkey was added.", cancel);
        if (!Here.Means.IsTwoFactors())
        {
            await entrance.Admit(Mine, Means.Passkey, cancel);
        }

        return LocalRedirect(Urls.Account + "#factors");
    }
}
