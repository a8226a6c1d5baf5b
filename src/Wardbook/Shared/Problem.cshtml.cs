using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Wardbook.Accounts;
using Wardbook.Shared.Forms;

namespace Wardbook.Shared;

/// <summary>What a reader sees when a page cannot be shown: plain words, what to do, and the reference under which the log has the rest.</summary>
[Public, IgnoreAntiforgeryToken, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ProblemPage(Asker asker) : PageModel
{
    public int Status { get; private set; }

    /// <summary>Stands in the log beside everything that happened for this request.</summary>
    public string Reference { get; private set; } = "";

    public string Heading => Status switch
    {
        400 when PlainText.WasTurnedAway(HttpContext) => PlainText.Heading,
        400 => "We could not understand that address",
        401 => "Sign in to see this page",
        403 => "This page is not open to you",
        404 => "There is no such page",
        429 => "Too many requests",
        503 => "Wardbook is busy",
        _ => "Something went wrong here",
    };

    public string Advice => Status switch
    {
        400 when PlainText.WasTurnedAway(HttpContext) => PlainText.Advice,
        400 => "A part of the address is not what this page expects.",
        401 => "This page is only for people who have signed in.",
        403 when LacksFactor => "Your role changes records, so it asks for a second way to show who you are. Until you have one it opens nothing.",
        403 => "You are signed in, but no role of yours opens this page.",
        404 => "Nothing is kept at this address.",
        429 => "More was asked from your network than we can answer at once. Wait a minute and try again.",
        503 => "Try again in a few minutes. Nothing that was saved is lost.",
        _ => "It is our fault, not yours. Nothing that was saved is lost. Try again in a few minutes.",
    };

    /// <summary>The role would do, and waits for a second factor.</summary>
    public bool LacksFactor => asker.LacksFactor;

    public void OnGet() => Show();

    /// <summary>A form that failed is shown its problem under the same method.</summary>
    public void OnPost() => Show();

    private void Show()
    {
        // Not bound: of a form that cannot be read nothing is, not even what stands in the address.
        Status = int.TryParse(RouteData.Values["status"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 400 and <= 599 ? status : 500;
        Response.StatusCode = Status;
        Reference = HttpContext.TraceIdentifier;
    }
}
