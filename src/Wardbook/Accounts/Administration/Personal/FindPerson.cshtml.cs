using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Personal.Retention;
using Wardbook.Store;

namespace Wardbook.Accounts.Administration.Personal;

/// <summary>Finds whose data is asked for. Sent as a form, so that no name stands in an address.</summary>
[MayDo(Deed.KeepPersonalData)]
public sealed class FindPersonPage(WardbookDb db) : PageModel
{
    private const int MostFound = 20;

    [BindProperty(Name = "who")]
    public string? Who { get; set; }

    /// <summary>Null before anybody is looked for.</summary>
    public IReadOnlyList<Person>? Found { get; private set; }

    public async Task OnPostAsync(CancellationToken cancel)
    {
        var who = (Who ?? "").Trim();
        if (who.Length == 0)
        {
            ModelState.AddModelError("who", "Type a name, a part of one, or a mail address");
            return;
        }

        var found = (await PeopleByName.List(db, who, cancel)).Take(MostFound).Select(one => one.Id).ToList();
        if (found.Count == 0 && who.Contains('@', StringComparison.Ordinal) && await PersonalData.Outside(db, who, cancel) is { } outside)
        {
            Found = [outside];
            return;
        }

        if (found.Count == 0)
        {
            ModelState.AddModelError("who", "Nobody has this name or address. Whoever was erased is not found any more");
            return;
        }

        Found = [.. (await db.Accounts.AsNoTracking().Where(account => found.Contains(account.Id)).ToListAsync(cancel))
            .OrderBy(account => found.IndexOf(account.Id)).Select(account => new Person(account.Id, account.Name, account.Email))];
    }
}
