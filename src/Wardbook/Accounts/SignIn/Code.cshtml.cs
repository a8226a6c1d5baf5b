using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Wardbook.Accounts.SignIn;

/// <summary>The second step of signing in with a password.</summary>
[Public]
public sealed class CodePage(Entrance entrance) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true, Name = "to")]
    public string? To { get; set; }

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Code is not { Length: > 0 and <= 20 } code)
        {
            ModelState.AddModelError(nameof(Code), "Type the six digits that the app shows");
            return Page();
        }

        var entry = await entrance.WithCode(code, cancel);
        if (entry is null or Entry.In)
        {
            return LocalRedirect(entry is null ? Urls.SignInFor(To) : Url.IsLocalUrl(To) ? To! : Urls.Account);
        }

        ModelState.AddModelError(nameof(Code), entry is Entry.Wait
            ? "There were too many wrong tries. Wait a quarter of an hour, or use a passkey"
            : "That is not the code, or it was used already. Wait for the next one");
        ModelState.SetModelValue(nameof(Code), "", "");
        return Page();
    }
}
