using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Record;
using Wardbook.Accounts.Record.Reading;
using Wardbook.Shared;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Accounts.Mine;

/// <summary>What was changed about whoever asks, in all or of one record. Of whoever else did it, it tells the role and no more.</summary>
[SignedIn]
public sealed class ChangesPage(WardbookDb db, Asker asker, PlaceTrees trees, IEnumerable<RecordNaming> namings) : PageModel
{
    public const int OnAPage = 50;

    private static readonly Happened[] Kinds = [Happened.Added, Happened.Changed, Happened.Removed, Happened.Erased];

    /// <summary>Null for everything.</summary>
    [FromRoute]
    public Guid? Id { get; set; }

    public IReadOnlyList<Change> Changes { get; private set; } = [];

    public Paging Paging { get; private set; } = Paging.None;

    public IReadOnlyList<Link> Trail => [new("My account", Urls.Account), new("What was changed", null)];

    /// <returns>Not found for a record that is not about whoever asks.</returns>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var me = asker.Account!.Value;
        var search = new RecordSearch(About: me, Key: Id?.ToString()) { Among = Kinds };
        var count = await search.Count(db, cancel);
        if (count == 0 && Id is not null)
        {
            return NotFound();
        }

        Paging = Paging.Of(Request, count, OnAPage);
        var entries = await search.List(db, Paging.Skip, OnAPage, cancel);
        var places = await trees.Current();
        var words = await EntryWords.Of(db, places, [.. namings], entries, cancel);
        var others = entries.Select(read => read.Entry.Account).OfType<Guid>().Where(account => account != me).Distinct().ToList();
        var roles = others.Count == 0 ? [] : await db.HeldRoles.AsNoTracking().Where(held => others.Contains(held.Account)).ToListAsync(cancel);
        Changes = [.. entries.Select(read => new Change(words.What(read), Who(read.Entry, me, roles), read.When, ChangesTagHelper.Fields(words.Fields(read, forWhom: true))))];
        return Page();
    }

    /// <summary>Such as <c>me</c>, <c>an administrator</c> or <c>Wardbook: single sign-on</c>.</summary>
    private static string Who(RecordEntry entry, Guid me, IReadOnlyList<HeldRole> roles)
    {
        if (entry.Account is not { } account)
        {
            // Who types commands on the server is named there, and is nobody's business here.
            return entry.Name.StartsWith("command line", StringComparison.Ordinal) ? "a command on the server" : entry.Name == "not signed in" ? "somebody who was not signed in" : entry.Name;
        }

        var day = DateOnly.FromDateTime(entry.At.InForceTime());
        var held = roles.Where(held => held.Account == account && held.From <= day && (held.To is null || held.To >= day) && (held.Ended is null || held.Ended >= entry.At)).Select(held => held.Role).ToList();
        var role = held.Contains(Role.Administrator) ? Role.Administrator : held.Order().Cast<Role?>().FirstOrDefault();
        return account == me ? "me" : role is not { } one ? "somebody else" : $"{("AEIOU".Contains(one.InWords()[0]) ? "an" : "a")} {one.InWords().ToLowerInvariant()}";
    }

    public sealed record Change(string What, string Who, string When, IHtmlContent Fields);
}
