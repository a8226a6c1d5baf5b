using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Accounts.SignIn.Links;

/// <summary>Nobody has a password that comes with the program. While there is no administrator, a start prints a link with which one is made.</summary>
public static class FirstAdministrator
{
    /// <summary>Whether nobody can give roles: there is no administrator whose account is open and whose role has not ended.</summary>
    public static async Task<bool> IsMissing(WardbookDb db, DateOnly today, CancellationToken cancel) =>
        !(await db.HeldRoles.AsNoTracking()
            .Where(held => held.Role == Role.Administrator && db.Accounts.Any(account => account.Id == held.Account && account.Closed == null))
            .ToListAsync(cancel))
        .Any(held => !held.IsOverAfter(today));

    /// <summary>A new link; earlier ones open nothing any more.</summary>
    /// <returns>The secret part of its address.</returns>
    public static async Task<string> MakeLink(WardbookDb db, DateTime now, CancellationToken cancel)
    {
        await Link.TakeBack(db, LinkKind.First, null, now, cancel);
        var (token, hash) = Link.NewToken();
        db.Links.Add(new() { Id = Guid.CreateVersion7(), Kind = LinkKind.First, TokenHash = hash, Made = now, Expires = now + Link.Lasts(LinkKind.First) });
        await db.SaveChangesAsync(cancel);
        return token;
    }

    /// <summary>At a start: tells whoever sees the terminal how to become the administrator, if there is none.</summary>
    public static async Task Offer(Database database, Terminal terminal, Uri at, CancellationToken cancel)
    {
        await using var db = database.Open();
        if (await IsMissing(db, terminal.Clock.Today(), cancel))
        {
            var token = await MakeLink(db, terminal.Clock.GetUtcNow().UtcDateTime, cancel);
            terminal.Messages.WriteLine("There is no administrator yet. This link makes one, once, within 24 hours:");
            terminal.Messages.WriteLine(new Uri(at, Urls.Join(token)).ToString());
        }
    }

    public static Command Command()
    {
        var make = new Command("first-link", """
            Print a link that makes the first administrator. Refused while there is one.

            Example:
              wardbook accounts first-link --database london.db
            """);
        make.SetAction(async (parsed, cancel) =>
        {
            var terminal = Terminal.Here;
            await using var database = Terminal.Named(parsed);
            await database.MakeReady(cancel);
            await using var db = database.Open();
            if (!await IsMissing(db, terminal.Clock.Today(), cancel))
            {
                throw new Refusal("There is an administrator. Administrators invite others on the page of people.");
            }

            var token = await MakeLink(db, terminal.Clock.GetUtcNow().UtcDateTime, cancel);
            terminal.Output.WriteLine(new Uri(terminal.Settings.Address ?? SiteAddress.First([terminal.Settings.Urls ?? Serve.UsualAddress]), Urls.Join(token)));
            return 0;
        });
        return new("accounts", "Accounts of people, where it cannot be done on a page.") { make };
    }
}
