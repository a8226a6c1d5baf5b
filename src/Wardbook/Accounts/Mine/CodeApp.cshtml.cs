using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Wardbook.Accounts.SignIn;
using Wardbook.Accounts.SignIn.Factors;
using Wardbook.Store;

namespace Wardbook.Accounts.Mine;

/// <summary>Adds, changes or removes the app that shows one-time codes. It counts only after a code of it was right.</summary>
[SignedIn]
public sealed class CodeAppPage(WardbookDb db, Asker asker, TimeProvider clock, IDataProtectionProvider protection, Entrance entrance, Tries tries)
    : FactorPage(db, asker, clock, tries)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The secret offered, between the page and its form: nobody can read or change it, and it is of use to this session alone.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    [BindProperty(SupportsGet = true, Name = "anew")]
    public bool Anew { get; set; }

    public string Secret { get; private set; } = "";

    private ITimeLimitedDataProtector Protector => protection.CreateProtector("secret of a code app", Here.Id.ToString()).ToTimeLimitedDataProtector();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await Open(cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        Offer(Codes.NewSecret());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Open(cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        try
        {
            Secret = Protector.Unprotect(Kept ?? "");
        }
        catch (CryptographicException)
        {
            Anew = true;
            Offer(Codes.NewSecret());
            ModelState.AddModelError(nameof(Code), "That took too long. Let the app read the new picture");
            return Page();
        }

        if (Codes.StepOf(Secret, Code ?? "", Moment, after: 0) is not { } step)
        {
            Anew = true;
            ModelState.AddModelError(nameof(Code), "That is not the code that the app should show. Is the clock of your phone right?");
            return Page();
        }

        (Mine.CodeSecret, Mine.LastCodeStep) = (Secret, step);
        await Change("A code app was added.", cancel);
        if (!Here.Means.IsTwoFactors())
        {
            await entrance.Admit(Mine, Means.PasswordAndCode, cancel);
        }

        return LocalRedirect(Urls.Account + "#factors");
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel)
    {
        if (await Open(cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        Mine.CodeSecret = null;
        await Change("The code app was removed.", cancel);
        return LocalRedirect(Urls.Account + "#factors");
    }

    private void Offer(string secret) => (Secret, Kept) = (secret, Protector.Protect(secret, Lasts));
}
