using System.Security.Claims;

namespace Wardbook.Accounts.Record;

/// <summary>Who makes a change, as the record of change keeps it.</summary>
/// <param name="Account">Null when nobody is signed in, and for commands and Wardbook's own work.</param>
/// <param name="Name">Kept only where there is no account: a person's name is read from the account, so that it can be erased there.</param>
/// <param name="Page">The address of the page, without what was asked behind the question mark.</param>
public sealed record Author(Guid? Account, string Name, Guid? Session = null, string? Page = null)
{
    /// <summary>The claim that holds the id of the session.</summary>
    public const string SessionClaim = "session";

    /// <summary>The program by itself: what is due, what is swept.</summary>
    public static Author Wardbook { get; } = new(null, "Wardbook");

    /// <summary>Whoever types commands on the machine.</summary>
    public static Author CommandLine { get; } = new(null, $"command line, as {Environment.UserName}");

    /// <summary>Something that Wardbook does by itself, such as <c>nightly retention</c>.</summary>
    public static Author Job(string name) => new(null, $"Wardbook: {name}");

    /// <summary>Whoever asked for a page.</summary>
    /// <returns><see cref="Wardbook"/> when no page is asked for.</returns>
    public static Author Of(HttpContext? context)
    {
        if (context is null)
        {
            return Wardbook;
        }

        var person = context.User;
        var page = context.Request.PathBase + context.Request.Path;
        return new(
            Id(person, ClaimTypes.NameIdentifier),
            person.Identity?.IsAuthenticated is true ? person.FindFirstValue(ClaimTypes.Name) ?? "" : "not signed in",
            Id(person, SessionClaim),
            page.Value is { Length: > 200 } value ? value[..200] : page.Value);
    }

    private static Guid? Id(ClaimsPrincipal person, string claim) => Guid.TryParse(person.FindFirstValue(claim), out var id) ? id : null;
}
