using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.SignIn;
using Wardbook.Store;

namespace Wardbook.Accounts.Mine;

/// <summary>A page on which somebody changes how they sign in: only shortly after they have shown, by the strongest means they have, who they are.</summary>
public abstract class FactorPage(WardbookDb db, Asker asker, TimeProvider clock, Tries tries) : PageModel
{
    public Account Mine { get; private set; } = null!;

    protected WardbookDb Db => db;

    protected Session Here => asker.Session!;

    protected DateTimeOffset Moment => clock.GetUtcNow();

    /// <returns>Where to go instead; null when the page may be shown.</returns>
    protected async Task<IActionResult?> Open(CancellationToken cancel)
    {
        Mine = await db.Accounts.SingleAsync(account => account.Id == asker.Account, cancel);
        if (Mine.Email.Length == 0)
        {
            // A part of the demonstration signs in by one press and has nothing to change.
            return NotFound();
        }

        return await ProvedLately.Is(db, asker.Session!, Moment.UtcDateTime, cancel) ? null
            : HttpMethods.IsGet(Request.Method) ? LocalRedirect(Urls.SignInAgain(Request.Path)) : LocalRedirect(Urls.SignInAgain(Urls.Account));
    }

    /// <summary>Saves a change of a factor: what was issued before is worth nothing, the person is told, and it stands in their history.</summary>
    /// <param name="what">A sentence, such as <c>A passkey was added.</c></param>
    protected async Task Change(string what, CancellationToken cancel)
    {
        Mine.SecurityStamp = Guid.NewGuid().ToString("n");
        Notice.Tell(db, Mine, what, Moment.UtcDateTime);
        tries.Keep(HttpContext, TryResult.FactorChanged, Mine.Id, Mine.EmailKey);
        await db.SaveChangesAsync(cancel);
    }
}
