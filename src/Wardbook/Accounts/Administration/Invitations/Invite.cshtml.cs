using Microsoft.AspNetCore.Mvc;
using Wardbook.Accounts.Administration.People;
using Wardbook.Accounts.Administration.Roles;
using Wardbook.Accounts.SignIn;
using Wardbook.Accounts.SignIn.Factors;
using Wardbook.Accounts.SignIn.Links;
using Wardbook.Shared.Mail;
using Wardbook.Store;

namespace Wardbook.Accounts.Administration.Invitations;

/// <summary>Invites somebody by letter, with the role they will hold.</summary>
[MayDo(Deed.ManageRoles)]
[AsksAgain]
public sealed class InvitePage(WardbookDb db, Asker asker, PlaceTrees trees, Appointments appointments, SiteAddress site, TimeProvider clock) : AskedRolePage(asker, trees)
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ReadPlaces();
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > Account.LongestName)
        {
            ModelState.AddModelError(nameof(Name), $"Type the name, in at most {Account.LongestName} letters");
        }

        if (!Outbox.IsAddress(Email))
        {
            ModelState.AddModelError(nameof(Email), "Type a mail address, such as name@example.org");
        }
        else if (await AccountStore.Find(db, Email!, cancel) is { } there)
        {
            ModelState.AddModelError(nameof(Email), $"{there.Name} has an account with this address already. Give them the role on their page");
        }

        if (Read() is not { } asked)
        {
            return Page();
        }

        if (await appointments.Make(Asker.Account!.Value, Deed.ManageRoles, () => Send(asked), cancel) is { } refusal)
        {
            ModelState.AddModelError("", refusal);
            return Page();
        }

        Done = $"{Name!.Trim()} is invited.";
        return LocalRedirect(Urls.Invitations);
    }

    private Task<string?> Send(AskedRole asked)
    {
        var (now, (token, hash)) = (clock.GetUtcNow().UtcDateTime, Link.NewToken());
        var link = new Link
        {
            Id = Guid.CreateVersion7(),
            Kind = LinkKind.Invitation,
            TokenHash = hash,
            Made = now,
            Expires = now + Link.Lasts(LinkKind.Invitation),
            Email = Email!.Trim(),
            Name = Name!.Trim(),
            Role = asked.Role,
            PlaceKind = asked.Place?.Kind,
            PlaceCode = asked.Place?.Code,
            From = asked.From,
            To = asked.To,
            By = Asker.Account,
        };
        db.Links.Add(link);
        Outbox.Add(db, link.Email, "An account with Wardbook", $"""
            {link.Name},

            {Asker.Name} invites you to Wardbook as {asked.Role.InWords().ToLowerInvariant()}{(asked.Place is { } place ? $", {Places.NameOf(place)}" : "")}.

            Open this address within seven days to make your account. It works once:

            {site.Of(Urls.Join(token))}

            If you do not know what this is about, do nothing.
            """, new(link.Expires, TimeSpan.Zero));
        return Task.FromResult<string?>(null);
    }
}
