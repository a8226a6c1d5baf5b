using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Wardbook.Shared;

namespace Wardbook.Accounts.SignIn.Single;

/// <summary>Leads to the force's own sign-on, and says in words when nobody comes back from it signed in.</summary>
[Public]
public sealed class SingleSignOnPage(Settings settings, Asker asker, ILogger<SingleSignOnPage> log) : PageModel
{
    public string Said { get; private set; } = "";

    /// <param name="to">Where to go afterwards: an address of our own, otherwise it is passed over.</param>
    /// <param name="why">What went wrong on the way back.</param>
    /// <param name="join">Somebody who is signed in joins their account to their name there.</param>
    public async Task<IActionResult> OnGetAsync(string? to, string? why, bool join, CancellationToken cancel)
    {
        if (settings.SingleSignOn is not { } single)
        {
            return NotFound();
        }

        if (why is null)
        {
            try
            {
                var properties = new AuthenticationProperties { RedirectUri = to is not null && RedirectHttpResult.IsLocalUrl(to) ? to : Urls.Account };
                if (join && asker.Account is { } account)
                {
                    properties.Items[SingleSignOn.JoinItem] = account.ToString();
                }

                await HttpContext.ChallengeAsync(SingleSignOn.Scheme, properties);
                return new EmptyResult();
            }
            catch (Exception e) when (e is InvalidOperationException or HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
            {
                log.LogWarning("The single sign-on cannot be reached: {Reason}", e.Message);
                why = "away";
            }
        }

        Response.Headers.CacheControl = "no-store";
        Said = why switch
        {
            "away" => $"{single.Name} does not answer. Try again in a while, or sign in another way.",
            "group" => $"{single.Name} knows you, but none of the groups it names for you means a role here. Ask whoever keeps those groups.",
            "address" => "There is an account here with your mail address already. Sign in to it another way; then it can be joined to your name at the single sign-on.",
            "taken" => $"Your name at {single.Name} belongs to another account here. Ask an administrator.",
            _ => $"The sign-in by way of {single.Name} was broken off or took too long. Try again.",
        };
        return Page();
    }
}
