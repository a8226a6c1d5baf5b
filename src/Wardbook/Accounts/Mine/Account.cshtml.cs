using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.SignIn;
using Wardbook.Accounts.SignIn.Factors;
using Wardbook.Accounts.SignIn.Single;
using Wardbook.Shared;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Accounts.Mine;

/// <summary>My account: what I am here, how I sign in, where I am signed in, and every try to get in by my name.</summary>
[SignedIn]
public sealed class AccountPage(WardbookDb db, Asker asker, Sessions sessions, PlaceTrees trees, Settings settings) : PageModel
{
    public Paging Paging { get; private set; } = Paging.None;

    public Account Mine { get; private set; } = null!;

    public bool HasMail => Mine.Email.Length > 0;

    public bool LacksFactor => asker.LacksFactor;

    /// <summary>What the force's own sign-on is called, when there is one and this account is not joined to it.</summary>
    public string? CanJoin { get; private set; }

    public Guid Here => asker.Session!.Id;

    public IReadOnlyList<HeldRole> Roles { get; private set; } = [];

    public PlaceTree Places { get; private set; } = PlaceTree.Empty;

    /// <summary>Those whose place was abolished, with what became of it.</summary>
    public IReadOnlyList<(HeldRole Held, BecameOf Became)> WithoutTheirPlace { get; private set; } = [];

    public IReadOnlyList<Passkey> Passkeys { get; private set; } = [];

    /// <summary>By what the force's own sign-on knows this person.</summary>
    public IReadOnlyList<OutsideName> OutsideNames { get; private set; } = [];

    /// <summary>As the force calls its sign-on, otherwise its address.</summary>
    public string NameOf(OutsideName name) => settings.SingleSignOn is { } single && single.Authority.ToString().TrimEnd('/') == name.Issuer.TrimEnd('/') ? single.Name
        : Uri.TryCreate(name.Issuer, UriKind.Absolute, out var issuer) ? issuer.Host : name.Issuer;

    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public IReadOnlyList<SignInTry> Tries { get; private set; } = [];

    public Table RoleList { get; private set; } = null!;

    public Table History => SignInHistory.Table(Tries);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var account = asker.Account!.Value;
        Mine = await db.Accounts.AsNoTracking().SingleAsync(row => row.Id == account, cancel);
        Roles = asker.Roles;
        Places = await trees.Current();
        RoleList = RoleLists.OfOne(Roles, Places);
        WithoutTheirPlace = [.. RoleLists.WithoutTheirPlace(Roles, Places, asker.Today)];
        Passkeys = await db.Passkeys.AsNoTracking().Where(passkey => passkey.Account == account).OrderBy(passkey => passkey.Made).ToListAsync(cancel);
        OutsideNames = await db.OutsideNames.AsNoTracking().Where(name => name.Account == account).ToListAsync(cancel);
        CanJoin = settings.SingleSignOn is { } single && OutsideNames.Count == 0 ? single.Name : null;
        Sessions = await sessions.List(account, Roles.Select(held => held.Role), cancel);
        (Tries, Paging) = await SignInHistory.List(db, account, Request, cancel);
    }

    public async Task<IActionResult> OnPostEndAsync(Guid session, CancellationToken cancel) =>
        await sessions.End(asker.Account!.Value, session, cancel) ? LocalRedirect(Urls.Account + "#sessions") : NotFound();

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancel)
    {
        await sessions.EndAll(asker.Account!.Value, but: Here, cancel);
        return LocalRedirect(Urls.Account + "#sessions");
    }
}
