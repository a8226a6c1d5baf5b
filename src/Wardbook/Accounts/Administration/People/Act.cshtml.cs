using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.SignIn;
using Wardbook.Accounts.SignIn.Links;
using Wardbook.Shared.Mail;
using Wardbook.Store;

namespace Wardbook.Accounts.Administration.People;

/// <summary>Asks once more before something is done to an account, then does it.</summary>
[MayDo(Deed.ManagePeople)]
[AsksAgain]
public sealed class ActPage(WardbookDb db, Appointments appointments, Sessions sessions, SiteAddress site, TimeProvider clock, Asker asker) : PageModel
{
    [FromRoute]
    public string Act { get; set; } = "";

    public Account Person { get; private set; } = null!;

    [TempData]
    public string? Done { get; set; }

    public string Question => Act switch
    {
        "close" => $"Close the account of {Called.InWords(Person.Name)}?",
        "open" => $"Open the account of {Called.InWords(Person.Name)} again?",
        "end-sessions" => $"End every session of {Called.InWords(Person.Name)}?",
        _ => $"Let {Called.InWords(Person.Name)} start again?",
    };

    public string Meaning => Act switch
    {
        "close" => "Nobody can sign in with it any more, and every session ends. What was recorded stays. It can be opened again.",
        "open" => "They can sign in again as before, with the roles that hold today.",
        "end-sessions" => "They are signed out everywhere within a minute, and can sign in again.",
        _ => "A letter goes to them with a link, good once and for 24 hours. Using it removes their passkeys and their code app and sets a new password. Be sure that it is they who ask: telephone them.",
    };

    public string Answer => Act switch
    {
        "close" => "Close the account",
        "open" => "Open the account",
        "end-sessions" => "End the sessions",
        _ => "Send the link",
    };

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await Find(id, cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await Find(id, cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        if (await appointments.Make(id, Deed.ManagePeople, () => Do(id, cancel), cancel) is { } refusal)
        {
            ModelState.AddModelError("", refusal);
            return Page();
        }

        if (Act is "close" or "end-sessions")
        {
            await sessions.EndAll(id, but: null, cancel);
        }

        Done = Act switch { "close" => "The account is closed.", "open" => "The account is open again.", "end-sessions" => "Every session has ended.", _ => "The letter is on its way." };
        return LocalRedirect(id == asker.Account ? Urls.Home : Urls.Person(id));
    }

    private async Task<string?> Do(Guid id, CancellationToken cancel)
    {
        var person = await db.Accounts.SingleAsync(account => account.Id == id, cancel);
        switch (Act)
        {
            case "close":
                person.Closed = Now;
                break;
            case "open":
                person.Closed = null;
                break;
            case "start-again":
                await Link.TakeBack(db, LinkKind.NewStart, id, Now, cancel);
                var (token, hash) = Link.NewToken();
                db.Links.Add(new() { Id = Guid.CreateVersion7(), Kind = LinkKind.NewStart, TokenHash = hash, Made = Now, Expires = Now + Link.Lasts(LinkKind.NewStart), Account = id, By = asker.Account });
                Outbox.Add(db, person.Email, "Start again with Wardbook", $"""
                    {person.Name},

                    An administrator lets you start again. Open this address within 24 hours:

                    {site.Of(Urls.RecoverBy(token))}

                    It works once. It removes your passkeys and your code app and asks for a new password. If you did not ask for it, tell an administrator.
                    """, clock.GetUtcNow() + Link.Lasts(LinkKind.NewStart));
                break;
        }

        return null;
    }

    private async Task<IActionResult?> Find(Guid id, CancellationToken cancel)
    {
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, cancel) is not { } person)
        {
            return NotFound();
        }

        Person = person;
        // An account that was erased stays closed: nobody is behind it any more.
        var canBe = Act switch { "open" => person.Closed is not null && person.Name.Length > 0, "end-sessions" => true, "start-again" => person.Closed is null && person.Email.Length > 0, _ => person.Closed is null };
        return canBe ? null : NotFound();
    }
}
