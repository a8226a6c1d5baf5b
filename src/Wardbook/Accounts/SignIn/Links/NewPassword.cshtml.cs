using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.SignIn.Factors;
using Wardbook.Store;

namespace Wardbook.Accounts.SignIn.Links;

/// <summary>
/// Sets a new password from a link. It signs nobody in, and takes no other factor away: who has a code app or a passkey still needs it. A link that an
/// administrator gave lets somebody start again who has lost those.
/// </summary>
[Public]
public sealed class NewPasswordPage(WardbookDb db, TimeProvider clock, IPasswordHasher<Account> hasher, Sessions sessions, Tries tries) : PageModel
{
    [FromRoute]
    public string Token { get; set; } = "";

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Null when it opens nothing.</summary>
    public Link? Link { get; private set; }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Find(cancel) is null ? NotThere() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Find(cancel) is not { } account)
        {
            return NotThere();
        }

        if (Passwords.Fault(Password, account.Name, account.Email) is { } fault)
        {
            ModelState.AddModelError(nameof(Password), fault);
            return Page();
        }

        Link!.Used = Now;
        (account.PasswordHash, account.SecurityStamp) = (hasher.HashPassword(account, Password!), Guid.NewGuid().ToString("n"));
        if (Link.Kind == LinkKind.NewStart)
        {
            account.CodeSecret = null;
            db.Passkeys.RemoveRange(await db.Passkeys.Where(passkey => passkey.Account == account.Id).ToListAsync(cancel));
        }

        Notice.Tell(db, account, Link.Kind == LinkKind.NewStart ? "Your password was set anew and your passkeys and code app were removed." : "Your password was changed with a link that was sent to you.", Now);
        tries.Keep(HttpContext, TryResult.LinkUsed, account.Id, account.EmailKey);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            Link = null;
            return NotThere();
        }

        await sessions.EndAll(account.Id, but: null, cancel);
        return LocalRedirect(Urls.SignIn);
    }

    private async Task<Account?> Find(CancellationToken cancel)
    {
        Link = await Link.Find(db, Token, LinkKind.Recovery, Now, cancel) ?? await Link.Find(db, Token, LinkKind.NewStart, Now, cancel);
        var account = Link is null ? null : await db.Accounts.SingleOrDefaultAsync(row => row.Id == Link.Account && row.Closed == null, cancel);
        Link = account is null ? null : Link;
        return account;
    }

    private PageResult NotThere()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
