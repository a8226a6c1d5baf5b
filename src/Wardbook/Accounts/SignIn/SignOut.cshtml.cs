using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Store;

namespace Wardbook.Accounts.SignIn;

/// <summary>Ends the session on the server, whatever the device keeps.</summary>
[Public, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SignOutPage(WardbookDb db, Asker asker, Tries tries) : PageModel
{
    public bool IsSignedIn => asker.IsSignedIn;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (asker.Account is { } account)
        {
            tries.Keep(HttpContext, TryResult.SignedOut, account, await db.Accounts.Where(row => row.Id == account).Select(row => row.EmailKey).SingleAsync(cancel));
            await db.SaveChangesAsync(cancel);
            await HttpContext.SignOutAsync(SessionCookie.Scheme);
        }

        return LocalRedirect(Urls.SignOut);
    }
}
