using Wardbook.Places;
using Wardbook.Accounts.SignIn;

namespace Wardbook.Accounts;

/// <summary>Who is asking for this page, and what they may do. One for each request; nobody in particular for a command.</summary>
public sealed class Asker(IHttpContextAccessor request, PlaceTrees trees, TimeProvider clock)
{
    private SignedInAs? SignedIn => request.HttpContext?.Features.Get<SignedInAs>();

    public bool IsSignedIn => SignedIn is not null;

    /// <summary>Null when nobody is signed in.</summary>
    public Guid? Account => SignedIn?.Asker.Account;

    public string? Name => SignedIn?.Asker.Name;

    public Session? Session => SignedIn?.Session;

    /// <summary>The roles that hold today.</summary>
    public IReadOnlyList<HeldRole> Roles => SignedIn?.Asker.HoldsOn(Today) ?? [];

    /// <summary>Those of them that count in this session: who showed one factor alone holds no role that asks for two.</summary>
    private IEnumerable<HeldRole> Counting => SignedIn is { Session.Means: var means } ? Roles.Where(held => means.IsTwoFactors() || !RoleTable.NeedsSecondFactor(held.Role)) : [];

    /// <summary>Whether a role waits for a second factor.</summary>
    public bool LacksFactor => Counting.Count() < Roles.Count;

    /// <summary>The day it is where the force is.</summary>
    public DateOnly Today => clock.Today();

    /// <summary>Somewhere: whether to offer it at all.</summary>
    public bool May(Deed deed) => Counting.Any(held => RoleTable.Of(held.Role, deed) != Reach.Nowhere);

    /// <summary>In this place.</summary>
    public async ValueTask<bool> May(Deed deed, PlaceKey place)
    {
        if (!May(deed))
        {
            return false;
        }

        var tree = await trees.Current();
        return Counting.Any(held => RoleTable.Of(held.Role, deed) switch
        {
            Reach.Everywhere => true,
            Reach.Force => held.Place is not { } own || tree.Includes(own, place) || tree.AreOfOneForce(own, place),
            Reach.Own => held.Place is not { } own || tree.Includes(own, place),
            _ => false,
        });
    }

    /// <summary>In the place that an address names by its code alone. A code that names no place is nobody's.</summary>
    public async ValueTask<bool> May(Deed deed, PlaceCode code)
    {
        foreach (var place in (await trees.Current()).OfCode(code))
        {
            if (await May(deed, place))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>What the cookie of a request was found to be.</summary>
public sealed record SignedInAs(KnownAsker Asker, Session Session);

/// <summary>Days are days where the force is.</summary>
public static class ForceDay
{
    public const string Usual = "Europe/London";

    /// <summary>One for the life of a process: times are said in a hundred places, and a setting is read once. What is not a zone stops the program at its start.</summary>
    private static readonly TimeZoneInfo Zone = Find(Shared.Settings.ZoneOfThisProcess ?? Usual) ?? Find(Usual)!;

    /// <returns>Null when there is no such zone.</returns>
    /// <param name="name">As the time zone database has it (IANA).</param>
    public static TimeZoneInfo? Find(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().InForceTime());

    /// <summary>As a clock on the force's wall shows it.</summary>
    public static DateTime InForceTime(this DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone).DateTime;

    /// <summary>The moment, UTC, at which a day begins where the force is.</summary>
    public static DateTime Begins(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Zone);

    /// <inheritdoc cref="InForceTime(DateTimeOffset)"/>
    /// <param name="moment">UTC.</param>
    public static DateTime InForceTime(this DateTime moment) => new DateTimeOffset(moment, TimeSpan.Zero).InForceTime();
}
