using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wardbook.Accounts.SignIn.Links;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Accounts.Administration.People;

/// <summary>Changes of who holds what. Each is checked against the database as it is at that moment: what a page knew a minute ago is not enough here.</summary>
public sealed class Appointments(WardbookDb db, Asker asker, Askers askers, TimeProvider clock)
{
    private const string SerializationFailure = "40001";

    /// <summary>Makes a change, alone: two administrators who remove each other at the same moment are one after the other, and the second is refused.</summary>
    /// <param name="of">Whose rights change.</param>
    /// <param name="change">Gives words when it refuses, and null when it is to be saved.</param>
    /// <returns>Why nothing was done, in words; null when it was.</returns>
    public async Task<string?> Make(Guid of, Deed deed, Func<Task<string?>> change, CancellationToken cancel)
    {
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancel);
            db.ChangeTracker.Clear();
            if (!await MayStill(deed, cancel))
            {
                askers.Forget(asker.Account!.Value);
                return "Your own role has ended, so nothing was done.";
            }

            var wasLasting = await IsLasting(cancel);
            if (await change() is { } refusal)
            {
                return refusal;
            }

            await db.SaveChangesAsync(cancel);
            if (await FirstAdministrator.IsMissing(db, clock.Today(), cancel) || (wasLasting && !await IsLasting(cancel)))
            {
                return "This is the last administrator. Make somebody else an administrator first.";
            }

            await transaction.CommitAsync(cancel);
        }
        catch (Exception e) when (e is DbUpdateConcurrencyException || IsCollision(e))
        {
            return "Somebody else changed this at the same moment. Look again.";
        }

        askers.Forget(of);
        return null;
    }

    /// <summary>Whether somebody is administrator without a known end: otherwise a day would come on which nobody is.</summary>
    private Task<bool> IsLasting(CancellationToken cancel) => db.HeldRoles.AnyAsync(
        held => held.Role == Role.Administrator && held.Ended == null && held.To == null && db.Accounts.Any(account => account.Id == held.Account && account.Closed == null), cancel);

    private async Task<bool> MayStill(Deed deed, CancellationToken cancel)
    {
        var today = clock.Today();
        return await db.Accounts.AnyAsync(account => account.Id == asker.Account && account.Closed == null, cancel)
            && (await db.HeldRoles.AsNoTracking().Where(held => held.Account == asker.Account).ToListAsync(cancel))
            .Any(held => held.HoldsOn(today) && RoleTable.Of(held.Role, deed) != Reach.Nowhere);
    }

    private static bool IsCollision(Exception e) => e is PostgresException { SqlState: SerializationFailure } || (e.InnerException is { } inner && IsCollision(inner));
}
