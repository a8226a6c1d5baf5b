using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Wardbook.Accounts.SignIn.Single;
using Wardbook.Shared;

namespace Wardbook.Accounts.SignIn;

/// <summary>Where people sign in: by passkey, or by mail address and password, to which a code is added on the next page.</summary>
[Public]
public sealed class SignInPage(Entrance entrance, Frame frame, Settings settings) : PageModel
{
    private const int Longest = 500;

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>What the device signed, as JSON.</summary>
    [BindProperty]
    public string? Credential { get; set; }

    /// <summary>Where to go afterwards: an address of our own, otherwise it is passed over.</summary>
    [BindProperty(SupportsGet = true, Name = "to")]
    public string? To { get; set; }

    /// <summary>Somebody who is signed in is asked once more.</summary>
    [BindProperty(SupportsGet = true, Name = "again")]
    public bool Again { get; set; }

    public bool IsSafe => entrance.IsSafe;

    public bool IsDemonstration => frame.IsDemonstration;

    /// <summary>The force's own sign-on, when there is one.</summary>
    public SingleSignOnSettings? SingleSignOn => settings.SingleSignOn;

    public string Heading => Again ? "Sign in again" : "Sign in";

    private string Next => Url.IsLocalUrl(To) ? To! : Urls.Account;

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!IsSafe)
        {
            return BadRequest();
        }

        if (string.IsNullOrWhiteSpace(Email) || Email.Length > Longest)
        {
            ModelState.AddModelError(nameof(Email), "Type your mail address");
        }

        if (string.IsNullOrEmpty(Password) || Password.Length > Longest)
        {
            ModelState.AddModelError(nameof(Password), "Type your password");
        }

        return ModelState.IsValid ? Answer(await entrance.WithPassword(Email!, Password!, cancel)) : Page();
    }

    /// <summary>What the device is to sign, for the script.</summary>
    public async Task<IActionResult> OnPostOptionsAsync() => Content(await entrance.PasskeyOptions(), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        if (!IsSafe || Credential is not { Length: > 0 and <= 20_000 })
        {
            return BadRequest();
        }

        if (await entrance.WithPasskey(Credential, cancel) == Entry.In)
        {
            return LocalRedirect(Next);
        }

        ModelState.AddModelError("", "That passkey is not known here, or it was asked for too long ago. Try again, or use your password");
        return Page();
    }

    private IActionResult Answer(Entry entry)
    {
        switch (entry)
        {
            case Entry.In:
                return LocalRedirect(Next);
            case Entry.CodeNeeded:
                return LocalRedirect(Urls.CodeFor(Next));
            case Entry.Busy:
                Response.Headers.RetryAfter = "60";
                return StatusCode(StatusCodes.Status429TooManyRequests);
            case Entry.Wait:
                ModelState.AddModelError(nameof(Email), "There were too many wrong tries. Wait a quarter of an hour, or use a passkey");
                break;
            default:
                ModelState.AddModelError(nameof(Email), "The mail address or the password is not right");
                break;
        }

        Password = null;
        ModelState.SetModelValue(nameof(Password), "", "");
        return Page();
    }
}
