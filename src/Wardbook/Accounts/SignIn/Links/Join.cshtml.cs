using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.SignIn.Factors;
using Wardbook.Shared;
using Wardbook.Shared.Mail;
using Wardbook.Store;

namespace Wardbook.Accounts.SignIn.Links;

/// <summary>Makes an account from a link: the first administrator's, or one that somebody was invited to. Opening it uses nothing up; sending the form does.</summary>
[Public]
public sealed class JoinPage(WardbookDb db, TimeProvider clock, PlaceTrees trees, IPasswordHasher<Account> hasher, Entrance entrance) : PageModel
{
    [FromRoute]
    public string Token { get; set; } = "";

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Null when it opens nothing.</summary>
    public Link? Link { get; private set; }

    /// <summary>The role that comes with it, and where.</summary>
    public string? Role { get; private set; }

    public string Heading => Link switch
    {
        null => "This link does not work",
        { Kind: LinkKind.First } => "Make the first administrator",
        _ => "Make your account",
    };

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await FindLink(cancel);
        Name ??= Link?.Name;
        return Link is null ? NotThere() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await FindLink(cancel);
        if (Link is not { } link)
        {
            return NotThere();
        }

        var (name, email) = ((Name ?? "").Trim(), (link.Email ?? Email ?? "").Trim());
        if (name.Length is 0 or > Account.LongestName)
        {
            ModelState.AddModelError(nameof(Name), name.Length == 0 ? "Type your name" : $"The name must have at most {Account.LongestName} letters");
        }

        if (!Outbox.IsAddress(email))
        {
            ModelState.AddModelError(nameof(Email), "Type a mail address, such as name@example.org");
        }

        if (Passwords.Fault(Password, name, email) is { } fault)
        {
            ModelState.AddModelError(nameof(Password), fault);
        }

        // Whoever holds the link has the address, so this tells nobody anything about others.
        if (ModelState.IsValid && await AccountStore.Find(db, email, cancel) is not null)
        {
            ModelState.AddModelError(nameof(Email), "There is an account with this address already. Sign in with it");
        }

        return ModelState.IsValid && await Make(link, name, email, cancel) ? Redirect(Urls.Account) : Link is null ? NotThere() : Page();
    }

    private async Task<bool> Make(Link link, string name, string email, CancellationToken cancel)
    {
        var today = clock.Today();
        var account = new Account { Id = Guid.CreateVersion7(), Name = name, Email = email, EmailKey = Account.KeyOf(email, db.Keys), SecurityStamp = Guid.NewGuid().ToString("n"), Made = Now };
        account.PasswordHash = hasher.HashPassword(account, Password!);
        (link.Used, link.Account) = (Now, account.Id);
        db.Accounts.Add(account);
        db.HeldRoles.Add(link.Kind == LinkKind.First
            ? HeldRole.Give(account.Id, Accounts.Role.Administrator, null, today, null, Now, by: null)
            : HeldRole.Give(account.Id, link.Role!.Value, link.Place, link.From < today ? today : link.From!.Value, link.To, Now, link.By));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Used at the same moment in another window.
            db.ChangeTracker.Clear();
            await FindLink(cancel);
            return false;
        }

        await entrance.Admit(account, Means.Password, cancel);
        return true;
    }

    private async Task FindLink(CancellationToken cancel)
    {
        Link = await Link.Find(db, Token, LinkKind.First, Now, cancel) ?? await Link.Find(db, Token, LinkKind.Invitation, Now, cancel);
        if (Link is { Kind: LinkKind.First } && !await FirstAdministrator.IsMissing(db, clock.Today(), cancel))
        {
            Link = null;
        }

        if (Link is { Role: { } role } invited)
        {
            Role = invited.Place is { } place ? $"{role.InWords().ToLowerInvariant()}, {(await trees.Current()).NameOf(place)}" : role.InWords().ToLowerInvariant();
        }
    }

    private PageResult NotThere()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
