using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Wardbook.Accounts.Personal.Retention;
using Wardbook.Accounts.Record;

namespace Wardbook;

public sealed partial class TestSite
{
    /// <summary>Somebody who changed things.</summary>
    public static readonly Author Sergeant = new(Guid.Parse("0198a000-0000-7000-8000-000000000001"), "PS Amara Bello", Guid.Parse("0198a000-0000-7000-8000-0000000000aa"), "/administration/retention");

    /// <summary>Three changes by one person, a minute apart: a rule is made, ended and, elsewhere, somebody's device is noted.</summary>
    public async Task<Guid> GivenThreeChanges()
    {
        var rule = new RetentionRule { Id = Guid.CreateVersion7(), Kind = "made up", From = new(2026, 6, 15), Days = 30, Why = "To try it", Basis = "Consent" };
        await using var db = Database.Open(Sergeant);
        db.RetentionRules.Add(rule);
        await db.SaveChangesAsync(Cancel);
        Clock.Advance(TimeSpan.FromMinutes(1));
        rule.To = new(2026, 12, 31);
        await db.SaveChangesAsync(Cancel);
        Clock.Advance(TimeSpan.FromMinutes(1));
        ChangeRecord.Note(db, new(Happened.SignedIn, "account", Sergeant.Account.ToString()!, Sergeant.Account) { Personal = [("Device", "Firefox on Linux")] });
        await db.SaveChangesAsync(Cancel);
        return rule.Id;
    }

    public async Task<RecordHead> Seal() =>
        await new Sealer(Database, Clock, NullLogger<Sealer>.Instance).Seal(Cancel) ?? throw new InvalidOperationException("Another leader holds the lock.");

    /// <summary>The record in the order in which it is sealed, what waits last.</summary>
    public Task<List<RecordEntry>> Record() => With(async db =>
        (await db.RecordEntries.AsNoTracking().ToListAsync(Cancel)).OrderBy(entry => entry.Number ?? long.MaxValue).ThenBy(entry => entry.At).ThenBy(entry => entry.Id).ToList());

    /// <summary>Changes the database behind Wardbook's back.</summary>
    /// <returns>How many rows.</returns>
    public Task<int> Tamper(string sql) => With(db => db.Database.ExecuteSqlRawAsync(sql, Cancel));
}
