using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Personal.Retention;

namespace Wardbook.Accounts.Record;

public sealed class WriteChangesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_is_written_with_who_when_what_and_on_which_page()
    {
        await using var site = await TestSite.Start();
        var rule = await site.GivenThreeChanges();

        var record = await site.Record();

        Assert.Equal([Happened.Added, Happened.Changed, Happened.SignedIn], record.Select(entry => entry.Happened));
        Assert.All(record, entry => Assert.Equal((TestSite.Sergeant.Account, TestSite.Sergeant.Session, "/administration/retention"), (entry.Account, entry.Session, entry.Page)));
        Assert.Equal(("retention rule", rule.ToString()), (record[1].Kind, record[1].Key));
        Assert.Equal(new DateTime(2026, 6, 15, 10, 1, 0, DateTimeKind.Utc), record[1].At);
        Assert.Equal([new ChangedField("To", null, "2026-12-31")], record[1].ListChanges());
        Assert.Contains(new ChangedField("Days", null, "30"), record[0].ListChanges());
    }

    [Fact]
    public async Task A_change_and_its_entry_are_saved_together_or_not_at_all()
    {
        await using var site = await TestSite.Start();
        await site.With(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            db.RetentionRules.Add(Rule("one"));
            await db.SaveChangesAsync(Cancel);
            await transaction.RollbackAsync(Cancel);
        });

        Assert.Empty(await site.Record());
    }

    [Fact]
    public async Task A_save_that_failed_and_is_tried_again_is_written_once()
    {
        await using var site = await TestSite.Start();
        var first = Rule("one");
        await site.With(async db =>
        {
            db.RetentionRules.Add(first);
            await db.SaveChangesAsync(Cancel);
        });

        await site.With(async db =>
        {
            var same = Rule("one");
            db.RetentionRules.AddRange(same, Rule("two"));
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Cancel));
            db.Entry(same).State = EntityState.Detached;
            await db.SaveChangesAsync(Cancel);
        });

        Assert.Equal(2, (await site.Record()).Count);
    }

    [Fact]
    public async Task A_removal_keeps_what_was_removed()
    {
        await using var site = await TestSite.Start();
        var rule = await site.GivenThreeChanges();
        await site.With(async db =>
        {
            db.RetentionRules.Remove(await db.RetentionRules.SingleAsync(row => row.Id == rule, Cancel));
            await db.SaveChangesAsync(Cancel);
        });

        // Entries of one millisecond stand in no order until they are sealed.
        var removal = Assert.Single(await site.Record(), entry => entry.Happened == Happened.Removed);
        Assert.Equal("Wardbook", removal.Name);
        Assert.Contains(new ChangedField("Why", "To try it", null), removal.ListChanges());
    }

    [Fact]
    public async Task Personal_values_stand_beside_the_entry_and_encrypted()
    {
        await using var site = await TestSite.Start();
        await site.GivenThreeChanges();

        var entry = (await site.Record())[2];
        var raw = await site.With(db => db.Database.SqlQueryRaw<string>("SELECT \"To\" AS \"Value\" FROM \"RecordedValues\"").SingleAsync(Cancel));

        Assert.DoesNotContain("Firefox", entry.Changes, StringComparison.Ordinal);
        Assert.DoesNotContain("Firefox", raw, StringComparison.Ordinal);
        Assert.Equal((null, "Firefox on Linux"), (await site.With(db => db.RecordedValues.SingleAsync(Cancel))).Read(TestKeys.Usual, entry.ListChanges()[0]));
    }

    [Fact]
    public async Task Changes_that_nobody_would_see_are_refused()
    {
        await using var site = await TestSite.Start();
        await site.GivenThreeChanges();
        await site.With(async db =>
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.RetentionRules.ExecuteDeleteAsync(Cancel));
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.RetentionRules.Where(rule => rule.Kind == "made up").ExecuteUpdateAsync(set => set.SetProperty(rule => rule.To, new DateOnly(2030, 1, 1)), Cancel));
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.RecordEntries.ExecuteDeleteAsync(Cancel));
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.RecordedValues.ExecuteUpdateAsync(set => set.SetProperty(value => value.Salt, (byte[]?)null), Cancel));
            Assert.Equal(0, await db.PlaceNeighbours.ExecuteDeleteAsync(Cancel));
            db.Remove(await db.RecordEntries.FirstAsync(entry => entry.Happened == Happened.Changed, Cancel));
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Cancel));
        });

        Assert.Equal(3, (await site.Record()).Count);
    }

    [Fact]
    public async Task An_import_is_one_entry()
    {
        await using var site = await TestSite.Start();
        Assert.Equal(0, (await site.ImportWards(site.BoundaryFile("wards.geojson", TestSite.FourWards))).ExitCode);

        var entry = Assert.Single(await site.Record());

        Assert.Equal((Happened.Imported, "import", "boundaries"), (entry.Happened, entry.Kind, entry.Words));
        Assert.StartsWith("command line, as ", entry.Name, StringComparison.Ordinal);
        Assert.Equal(await site.With(db => db.Imports.Select(import => import.Id.ToString()).SingleAsync(Cancel)), entry.Key, ignoreCase: true);
    }

    [Fact]
    public async Task No_recorded_row_goes_with_another_unseen()
    {
        await using var site = await TestSite.Start();

        var unseen = await site.With(db => Task.FromResult(db.Model.GetEntityTypes()
            .Where(entity => entity.ClrType.IsDefined(typeof(RecordedAttribute), inherit: false))
            .SelectMany(entity => entity.GetForeignKeys().Where(key => key.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull))
            .Select(key => $"{key.DeclaringEntityType.ClrType.Name} goes with {key.PrincipalEntityType.ClrType.Name}")
            .ToList()));

        Assert.Empty(unseen);
    }

    private static RetentionRule Rule(string kind) => new() { Id = Guid.CreateVersion7(), Kind = kind, From = new(2026, 6, 15), Days = 30, Why = "To try it", Basis = "Consent" };
}
