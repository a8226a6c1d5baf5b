using System.Security.Claims;

namespace Wardbook.Accounts.Record;

/// <summary>Who makes a change, as the record of change keeps it.</summary>
/// <param name="Account">Null when nobody is signed in, and for commands and Wardbook's own work.</param>
/// <param name="Name">Kept only where there is no account: a person's name is read from the account, so that it can be erased there.</param>
/// <param name="Page">The address of the page. What stands in it for a long text is left out: that may be a secret link.</param>
public sealed record Author(Guid? Account, string Name, Guid? Session = null, string? Page = null)
{
    /// <summary>The claim that holds the id of the session.</summary>
    public const string SessionClaim = "session";

    /// <summary>Codes of places and the like are shorter; what is longer and no id may be a secret.</summary>
    private const int LongestCode = 20;

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
        return new(
            Id(person, ClaimTypes.NameIdentifier),
            person.Identity?.IsAuthenticated is true ? person.FindFirstValue(ClaimTypes.Name) ?? "" : "not signed in",
            Id(person, SessionClaim),
            PageOf(context));
    }

    private static string? PageOf(HttpContext context)
    {
        if (context.GetEndpoint() is not RouteEndpoint { RoutePattern: { RawText: { } pattern } parts })
        {
            return null;
        }

        foreach (var parameter in parts.Parameters)
        {
            var name = $"{{{parameter.Name}";
            var (from, value) = (pattern.IndexOf(name, StringComparison.Ordinal), context.Request.RouteValues[parameter.Name]?.ToString());
            var to = from < 0 ? -1 : pattern.IndexOf('}', from);
            if (to > 0 && value is not null && (value.Length <= LongestCode || Guid.TryParse(value, out _)))
            {
                pattern = pattern[..from] + value + pattern[(to + 1)..];
            }
        }

        return "/" + pattern.TrimStart('/');
    }

    private static Guid? Id(ClaimsPrincipal person, string claim) => Guid.TryParse(person.FindFirstValue(claim), out var id) ? id : null;
}
