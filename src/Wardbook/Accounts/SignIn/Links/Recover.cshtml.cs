using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.SignIn.Factors;
using Wardbook.Shared.Mail;
using Wardbook.Store;

namespace Wardbook.Accounts.SignIn.Links;

/// <summary>Sends a link that sets a new password. What it says, and how long it takes, is the same whether anybody has the address or not.</summary>
[Public]
public sealed class RecoverPage(WardbookDb db, TimeProvider clock, SiteAddress site, Tries tries) : PageModel
{
    private const int MostLetters = 3;

    /// <summary>Longer than either way takes.</summary>
    private static readonly TimeSpan Always = TimeSpan.FromMilliseconds(400);

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty(SupportsGet = true, Name = "sent")]
    public bool Sent { get; set; }

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Sent = false;
        var began = Stopwatch.GetTimestamp();
        if (!Outbox.IsAddress(Email))
        {
            ModelState.AddModelError(nameof(Email), "Type a mail address, such as name@example.org");
            return Page();
        }

        await Send(Email!, cancel);
        var left = Always - Stopwatch.GetElapsedTime(began);
        await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, cancel);
        return LocalRedirect($"{Urls.Recover}?sent=true");
    }

    private async Task Send(string email, CancellationToken cancel)
    {
        var (now, key) = (clock.GetUtcNow().UtcDateTime, Account.KeyOf(email, db.Keys));
        var since = now - Tries.Window;
        var asked = await db.SignInTries.CountAsync(row => row.NameKey == key && row.Result == TryResult.LinkAsked && row.At > since, cancel);
        var account = await AccountStore.Find(db, email, cancel);
        tries.Keep(HttpContext, TryResult.LinkAsked, account?.Id, key);
        if (account is not null && asked < MostLetters)
        {
            await Link.TakeBack(db, LinkKind.Recovery, account.Id, now, cancel);
            var (token, hash) = Link.NewToken();
            var link = new Link { Id = Guid.CreateVersion7(), Kind = LinkKind.Recovery, TokenHash = hash, Made = now, Expires = now + Link.Lasts(LinkKind.Recovery), Account = account.Id };
            db.Links.Add(link);
            Outbox.Add(db, account.Email, "Set a new password for Wardbook", $"""
                {account.Name},

                Somebody asked for a new password for your account. If it was you, open this address within 15 minutes:

                {site.Of(Urls.RecoverBy(token))}

                It works once and ends every session of yours. If it was not you, do nothing: your password stays as it is.
                """, new(link.Expires, TimeSpan.Zero));
        }

        await db.SaveChangesAsync(cancel);
    }
}
