using Wardbook.Accounts.Personal;

namespace Wardbook.Accounts.SignIn;

/// <summary>What came of one try to sign in, or of a step around it. Shown to the person and to administrators; counted to slow down whoever guesses.</summary>
public sealed class SignInTry
{
    public required Guid Id { get; init; }

    /// <summary>Null when nobody has that name.</summary>
    public Guid? Account { get; init; }

    /// <summary>By which the name that was typed is counted, whether anybody has it or not. Empty when none was typed.</summary>
    public required string NameKey { get; init; }

    /// <summary>By which the network address is counted.</summary>
    public required string FromKey { get; init; }

    [Personal, Encrypted]
    public required string From { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public required TryResult Result { get; init; }

    public Means? Means { get; init; }

    public required string Device { get; init; }
}

/// <summary>What came of it.</summary>
public enum TryResult
{
    SignedIn = 1,
    Wrong = 2,
    WrongCode = 3,
    Wait = 4,
    SignedOut = 5,
    LinkAsked = 6,
    LinkUsed = 7,
    FactorChanged = 8,
}

/// <summary>How it is said.</summary>
public static class TryWords
{
    public static string InWords(this TryResult result) => result switch
    {
        TryResult.SignedIn => "Signed in",
        TryResult.Wrong => "Refused: wrong password or passkey",
        TryResult.WrongCode => "Refused: wrong code",
        TryResult.Wait => "Refused: too many tries",
        TryResult.SignedOut => "Signed out",
        TryResult.LinkAsked => "Asked for a link to set a new password",
        TryResult.LinkUsed => "Used a link that was sent",
        TryResult.FactorChanged => "Changed how they sign in",
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "has no words"),
    };

    public static string InWords(this Means means) => means switch
    {
        Means.Passkey => "passkey",
        Means.PasswordAndCode => "password and code",
        Means.Password => "password alone",
        Means.SingleSignOn => "single sign-on",
        Means.Demonstration => "demonstration",
        _ => throw new ArgumentOutOfRangeException(nameof(means), means, "has no words"),
    };

    /// <summary>Whether it showed two things: what one has, and what one knows or is.</summary>
    public static bool IsTwoFactors(this Means means) => means is not Means.Password;
}
