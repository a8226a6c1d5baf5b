using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Wardbook.Accounts.Personal.Retention;
using Wardbook.Accounts.SignIn;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Accounts.Administration.Personal;

/// <summary>Erases what is held about a person, once it was said what that is, somebody is sure, and has shown once more who they are.</summary>
[MayDo(Deed.KeepPersonalData)]
public sealed class ErasePersonPage(WardbookDb db, Asker asker, Askers askers, TimeProvider clock) : PageModel
{
    [BindProperty(Name = "sure")]
    public string? Sure { get; set; }

    public PersonalData Data { get; private set; } = null!;

    public IReadOnlyList<Link> Trail => [new("A person's data", Urls.FindPersonalData), new(Called.AsHeading(Data.Person.Name), Urls.PersonalData(Data.Person.Account)), new("Erase", null)];

    public async Task<IActionResult> OnGetAsync(Guid account, CancellationToken cancel) => await Find(account, cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid account, CancellationToken cancel)
    {
        if (await Find(account, cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        if (!string.Equals(Sure?.Trim(), "erase", StringComparison.OrdinalIgnoreCase))
        {
            ModelState.AddModelError("sure", "Type the word erase to go on, or leave everything as it is");
            return Page();
        }

        var erased = await Data.Erase(db, cancel);
        askers.Forget(account);
        return Redirect($"{Urls.PersonalData(account)}?erased={erased}");
    }

    /// <returns>Where to go instead: nowhere for an account that is open, because there is nothing to erase yet; null when the page may be shown.</returns>
    private async Task<IActionResult?> Find(Guid account, CancellationToken cancel)
    {
        if (await PersonalData.Find(db, account, cancel) is not { IsClosed: true } data)
        {
            return NotFound();
        }

        Data = data;
        return await ProvedLately.Is(db, asker.Session!, clock.GetUtcNow().UtcDateTime, cancel) ? null : LocalRedirect(Urls.SignInAgain(Urls.ErasePerson(account)));
    }
}
