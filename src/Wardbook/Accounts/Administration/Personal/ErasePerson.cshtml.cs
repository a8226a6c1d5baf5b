using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Wardbook.Accounts.Personal.Retention;
using Wardbook.Accounts.SignIn;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Accounts.Administration.Personal;

/// <summary>Erases what is held about a person, once it was said what that is, somebody is sure, and has shown once more who they are.</summary>
[MayDo(Deed.KeepPersonalData)]
[AsksAgain(Strictly = true)]
public sealed class ErasePersonPage(WardbookDb db, Askers askers) : PageModel
{
    [BindProperty(Name = "sure")]
    public string? Sure { get; set; }

    public PersonalData Data { get; private set; } = null!;

    public IReadOnlyList<Link> Trail => [new("A person's data", Urls.FindPersonalData), new(Called.AsHeading(Data.Person.Name), Urls.PersonalData(Data.Person.Account)), new("Erase", null)];

    public async Task<IActionResult> OnGetAsync(Guid account, CancellationToken cancel) => await Find(account, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid account, CancellationToken cancel)
    {
        if (!await Find(account, cancel))
        {
            return NotFound();
        }

        if (!string.Equals(Sure?.Trim(), "erase", StringComparison.OrdinalIgnoreCase))
        {
            ModelState.AddModelError("sure", "Type the word erase to go on, or leave everything as it is");
            return Page();
        }

        var erased = await Data.Erase(db, cancel);
        askers.Forget(account);
        return Redirect(Data.IsOutside ? Urls.FindPersonalData : $"{Urls.PersonalData(account)}?erased={erased}");
    }

    /// <returns>False also for an account that is open: there is nothing to erase yet.</returns>
    private async Task<bool> Find(Guid account, CancellationToken cancel)
    {
        if (await PersonalData.Find(db, account, cancel) is not { IsClosed: true } data)
        {
            return false;
        }

        Data = data;
        return true;
    }
}
