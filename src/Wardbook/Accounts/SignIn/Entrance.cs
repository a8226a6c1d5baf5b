using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Wardbook.Accounts.SignIn.Factors;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Accounts.SignIn;

/// <summary>What came of a try at the door.</summary>
public enum Entry
{
    In,
    CodeNeeded,
    Wrong,

    /// <summary>Too many tries by this name or from this network.</summary>
    Wait,

    /// <summary>More passwords are being tried just now than this machine can check beside its other work.</summary>
    Busy,
}

/// <summary>Lets people in: by passkey, or by password and one-time code. The same answer, in the same time, for a wrong name as for a wrong password.</summary>
public sealed class Entrance(
    WardbookDb db, SignInManager<Account> signIn, UserManager<Account> accounts, IPasswordHasher<Account> hasher, Tries tries, Turns turns, TimeProvider clock,
    IDataProtectionProvider protection, Frame frame, IHttpContextAccessor request)
{
    public const string CodeProviderName = "app";

    private const string KnownDevice = "wardbook-known";

    private static string? somebodysHash;

    private HttpContext Context => request.HttpContext ?? throw new InvalidOperationException("Nobody is at the door.");

    /// <summary>Passwords do not travel in the open: not over plain http, except on this machine and where nothing is real.</summary>
    public bool IsSafe => Context.Request.IsHttps || frame.IsDemonstration || Context.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]";

    public async Task<Entry> WithPassword(string email, string password, CancellationToken cancel)
    {
        var nameKey = Account.KeyOf(email, db.Keys);
        var isKnown = IsKnown(nameKey);
        if (await tries.MustWait(nameKey, Context, isKnown))
        {
            tries.Keep(Context, TryResult.Wait, null, nameKey);
            await db.SaveChangesAsync(cancel);
            return Entry.Wait;
        }

        using var turn = await turns.Enter(isKnown, cancel);
        if (turn is null)
        {
            return Entry.Busy;
        }

        var account = await AccountStore.Find(db, email, cancel);
        if (account?.PasswordHash is null)
        {
            // Whoever measures the time learns nothing about who has an account.
            hasher.VerifyHashedPassword(account!, somebodysHash ??= hasher.HashPassword(account!, Guid.NewGuid().ToString()), password);
            return await Keep(Entry.Wrong, TryResult.Wrong, account, nameKey, cancel);
        }

        Context.Items[typeof(Means)] = Means.Password;
        var result = await signIn.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: false);
        return result.RequiresTwoFactor ? Entry.CodeNeeded
            : result.Succeeded ? await Enter(account, Means.Password, cancel)
            : await Keep(Entry.Wrong, TryResult.Wrong, account, nameKey, cancel);
    }

    /// <summary>After the right password.</summary>
    /// <returns>Null when no password was given on this device in the last minutes.</returns>
    public async Task<Entry?> WithCode(string code, CancellationToken cancel)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } account)
        {
            return null;
        }

        if (await tries.MustWait(account.EmailKey, Context, IsKnown(account.EmailKey)))
        {
            return await Keep(Entry.Wait, TryResult.Wait, account, account.EmailKey, cancel);
        }

        Context.Items[typeof(Means)] = Means.PasswordAndCode;
        return (await signIn.TwoFactorSignInAsync(CodeProviderName, code, isPersistent: false, rememberClient: false)).Succeeded
            ? await Enter(account, Means.PasswordAndCode, cancel)
            : await Keep(Entry.Wrong, TryResult.WrongCode, account, account.EmailKey, cancel);
    }

    /// <summary>What the device is asked to sign. Nobody is named: it knows whose keys it has.</summary>
    public Task<string> PasskeyOptions() => signIn.MakePasskeyRequestOptionsAsync(null!);

    public async Task<Entry> WithPasskey(string credential, CancellationToken cancel)
    {
        var assertion = await signIn.PerformPasskeyAssertionAsync(credential);
        if (!assertion.Succeeded)
        {
            return await Keep(Entry.Wrong, TryResult.Wrong, null, "", cancel);
        }

        await accounts.AddOrUpdatePasskeyAsync(assertion.User, assertion.Passkey);
        await Admit(assertion.User, Means.Passkey, cancel);
        return Entry.In;
    }

    /// <summary>Begins a session for somebody who has proved by other means who they are.</summary>
    public async Task Admit(Account account, Means means, CancellationToken cancel)
    {
        Context.Items[typeof(Means)] = means;
        await signIn.SignInAsync(account, isPersistent: false);
        await Enter(account, means, cancel);
    }

    private async Task<Entry> Enter(Account account, Means means, CancellationToken cancel)
    {
        Context.Response.Cookies.Append(KnownDevice, Protector.Protect(account.EmailKey), new()
        {
            Path = Urls.SignIn,
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = Context.Request.IsHttps,
            Expires = clock.GetUtcNow().AddDays(180),
        });
        return await Keep(Entry.In, TryResult.SignedIn, account, account.EmailKey, cancel, means);
    }

    private async Task<Entry> Keep(Entry entry, TryResult result, Account? account, string nameKey, CancellationToken cancel, Means? means = null)
    {
        tries.Keep(Context, result, account?.Id, nameKey, means);
        await db.SaveChangesAsync(cancel);
        return entry;
    }

    private IDataProtector Protector => protection.CreateProtector("device on which somebody signed in");

    private bool IsKnown(string nameKey)
    {
        try
        {
            return Context.Request.Cookies[KnownDevice] is { } kept && Protector.Unprotect(kept) == nameKey;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return false;
        }
    }
}
