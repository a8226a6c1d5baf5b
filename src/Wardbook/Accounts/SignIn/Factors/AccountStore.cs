using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Wardbook.Store;

namespace Wardbook.Accounts.SignIn.Factors;

/// <summary>Where the framework's sign-in finds accounts and their factors: our tables. An account is known by its mail address.</summary>
public sealed class AccountStore(WardbookDb db, TimeProvider clock) :
    IUserPasswordStore<Account>, IUserSecurityStampStore<Account>, IUserTwoFactorStore<Account>, IUserAuthenticatorKeyStore<Account>, IUserPasskeyStore<Account>
{
    /// <summary>The account that is open under this address.</summary>
    public static Task<Account?> Find(WardbookDb db, string email, CancellationToken cancel)
    {
        var keys = Account.KeysOf(email, db.Keys);
        return db.Accounts.SingleOrDefaultAsync(account => keys.Contains(account.EmailKey) && account.Closed == null, cancel);
    }

    public void Dispose()
    {
        // The context is the request's.
    }

    Task<string> IUserStore<Account>.GetUserIdAsync(Account user, CancellationToken cancel) => Task.FromResult(user.Id.ToString());

    Task<string?> IUserStore<Account>.GetUserNameAsync(Account user, CancellationToken cancel) => Task.FromResult<string?>(user.Email.Length > 0 ? user.Email : user.Id.ToString());

    Task IUserStore<Account>.SetUserNameAsync(Account user, string? userName, CancellationToken cancel) => throw new NotSupportedException();

    Task<string?> IUserStore<Account>.GetNormalizedUserNameAsync(Account user, CancellationToken cancel) => Task.FromResult<string?>(user.EmailKey);

    Task IUserStore<Account>.SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancel) => Task.CompletedTask;

    async Task<IdentityResult> IUserStore<Account>.CreateAsync(Account user, CancellationToken cancel)
    {
        db.Accounts.Add(user);
        await db.SaveChangesAsync(cancel);
        return IdentityResult.Success;
    }

    async Task<IdentityResult> IUserStore<Account>.UpdateAsync(Account user, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        return IdentityResult.Success;
    }

    Task<IdentityResult> IUserStore<Account>.DeleteAsync(Account user, CancellationToken cancel) => throw new NotSupportedException();

    Task<Account?> IUserStore<Account>.FindByIdAsync(string userId, CancellationToken cancel) =>
        Guid.TryParse(userId, out var id) ? db.Accounts.SingleOrDefaultAsync(account => account.Id == id && account.Closed == null, cancel) : Task.FromResult<Account?>(null);

    Task<Account?> IUserStore<Account>.FindByNameAsync(string normalizedUserName, CancellationToken cancel) => Find(db, normalizedUserName, cancel);

    Task IUserPasswordStore<Account>.SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken cancel)
    {
        user.PasswordHash = passwordHash;
        return Task.CompletedTask;
    }

    Task<string?> IUserPasswordStore<Account>.GetPasswordHashAsync(Account user, CancellationToken cancel) => Task.FromResult(user.PasswordHash);

    Task<bool> IUserPasswordStore<Account>.HasPasswordAsync(Account user, CancellationToken cancel) => Task.FromResult(user.PasswordHash is not null);

    Task IUserSecurityStampStore<Account>.SetSecurityStampAsync(Account user, string stamp, CancellationToken cancel)
    {
        user.SecurityStamp = stamp;
        return Task.CompletedTask;
    }

    Task<string?> IUserSecurityStampStore<Account>.GetSecurityStampAsync(Account user, CancellationToken cancel) => Task.FromResult<string?>(user.SecurityStamp);

    Task IUserTwoFactorStore<Account>.SetTwoFactorEnabledAsync(Account user, bool enabled, CancellationToken cancel) => throw new NotSupportedException();

    Task<bool> IUserTwoFactorStore<Account>.GetTwoFactorEnabledAsync(Account user, CancellationToken cancel) => Task.FromResult(user.CodeSecret is not null);

    Task IUserAuthenticatorKeyStore<Account>.SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancel)
    {
        (user.CodeSecret, user.LastCodeStep) = (key, 0);
        return Task.CompletedTask;
    }

    Task<string?> IUserAuthenticatorKeyStore<Account>.GetAuthenticatorKeyAsync(Account user, CancellationToken cancel) => Task.FromResult(user.CodeSecret);

    async Task IUserPasskeyStore<Account>.AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await Passkeys(user).SingleOrDefaultAsync(row => row.Credential == passkey.CredentialId, cancel) is { } known)
        {
            (known.SignCount, known.IsUserVerified, known.IsBackedUp, known.LastUsed) = (passkey.SignCount, passkey.IsUserVerified, passkey.IsBackedUp, now);
        }
        else
        {
            db.Passkeys.Add(new()
            {
                Id = Guid.CreateVersion7(),
                Account = user.Id,
                Credential = passkey.CredentialId,
                Name = passkey.Name is { Length: > 0 } name ? name : "Passkey",
                PublicKey = passkey.PublicKey,
                Made = now,
                SignCount = passkey.SignCount,
                Transports = string.Join(',', passkey.Transports ?? []),
                IsUserVerified = passkey.IsUserVerified,
                IsBackupEligible = passkey.IsBackupEligible,
                IsBackedUp = passkey.IsBackedUp,
                Attestation = passkey.AttestationObject,
                ClientData = passkey.ClientDataJson,
            });
        }
    }

    async Task<IList<UserPasskeyInfo>> IUserPasskeyStore<Account>.GetPasskeysAsync(Account user, CancellationToken cancel) =>
        [.. (await Passkeys(user).ToListAsync(cancel)).Select(passkey => passkey.Info)];

    async Task<Account?> IUserPasskeyStore<Account>.FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancel) =>
        await db.Accounts.SingleOrDefaultAsync(account => account.Closed == null && db.Passkeys.Any(passkey => passkey.Credential == credentialId && passkey.Account == account.Id), cancel);

    async Task<UserPasskeyInfo?> IUserPasskeyStore<Account>.FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancel) =>
        (await Passkeys(user).SingleOrDefaultAsync(row => row.Credential == credentialId, cancel))?.Info;

    async Task IUserPasskeyStore<Account>.RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancel) =>
        db.Passkeys.RemoveRange(await Passkeys(user).Where(row => row.Credential == credentialId).ToListAsync(cancel));

    private IQueryable<Passkey> Passkeys(Account user) => db.Passkeys.Where(row => row.Account == user.Id);
}
