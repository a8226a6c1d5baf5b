using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Wardbook.Accounts.Personal;
using Wardbook.Store;

namespace Wardbook.Accounts.Record;

public sealed class SealTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_sealed_proves_itself_and_its_head_is_told()
    {
        await using var site = await TestSite.Start();
        await site.GivenThreeChanges();
        var head = await site.Seal();

        var ran = await site.Run("check", "--head", head.ToString());

        Assert.Equal(3, head.Number);
        Assert.Equal(0, ran.ExitCode);
        Assert.Contains($"Proved 3 sealed entries of the record of change and 1 personal values beside them (0 erased, 0 entries not sealed yet): the chain holds. Its head: {head}", ran.Messages, StringComparison.Ordinal);
        Assert.Equal([1L, 2, 3], (await site.Record()).Select(entry => entry.Number!.Value));
    }

    /// <summary>The row is changed, removed or put in by hand, as somebody with the database's password could.</summary>
    [Theory]
    [InlineData("""UPDATE "RecordEntries" SET "Account" = NULL WHERE "Number" = 2""", "Entry 2 (2026-06-15 10:01:00 UTC, retention rule changed")]
    [InlineData("""UPDATE "RecordEntries" SET "Changes" = REPLACE("Changes", '2026-12-31', '2036-12-31') WHERE "Number" = 2""", "Entry 2 (2026-06-15 10:01:00 UTC, retention rule changed")]
    [InlineData("""UPDATE "RecordEntries" SET "At" = "At" + 1 WHERE "Number" = 1""", "Entry 1 (2026-06-15 10:00:00 UTC, retention rule added")]
    [InlineData("""UPDATE "RecordEntries" SET "Seal" = (SELECT "Mark" FROM "RecordEntries" WHERE "Number" = 1) WHERE "Number" = 2""", "does not follow entry 1")]
    [InlineData("""DELETE FROM "RecordEntries" WHERE "Number" = 2""", "Entry 2 is missing: after 1 comes Entry 3")]
    [InlineData("""DELETE FROM "RecordedValues"; DELETE FROM "RecordEntries" WHERE "Number" = 3""", "The record ends at entry 2, and the leader had sealed 3: the last 1 entry was removed.")]
    [InlineData("""UPDATE "RecordEntries" SET "Number" = 10 WHERE "Number" = 2; UPDATE "RecordEntries" SET "Number" = 2 WHERE "Number" = 3; UPDATE "RecordEntries" SET "Number" = 3 WHERE "Number" = 10""", "does not follow entry 1")]
    [InlineData("""UPDATE "RecordedValues" SET "To" = "Entry" """, "the personal value of Device was changed")]
    [InlineData("""UPDATE "RecordedValues" SET "From" = "To", "To" = NULL""", "the personal value of Device was changed")]
    [InlineData("""DELETE FROM "RecordedValues" """, "the personal value of Device was removed, and no entry tells of its erasure")]
    [InlineData("""UPDATE "RecordedValues" SET "To" = NULL, "Salt" = NULL, "Erasure" = "Entry" """, "the personal value of Device was removed, and no entry tells of its erasure")]
    [InlineData("""UPDATE "Settings" SET "Value" = '2:x y' WHERE "Name" = 'record-head'""", "The note of how far the record was sealed is gone or was changed")]
    public async Task What_was_tampered_with_is_named(string sql, string said)
    {
        await using var site = await TestSite.Start();
        await site.GivenThreeChanges();
        await site.Seal();
        Assert.True(await site.Tamper(sql) > 0);

        var ran = await site.Run("check");

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains(said, ran.Output, StringComparison.Ordinal);
        Assert.Contains("THE CHAIN IS BROKEN", ran.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NULL", "is not sealed, and was not written by Wardbook")]
    [InlineData("4", "is not as it was written: it was changed, or somebody else put it there")]
    public async Task An_entry_that_somebody_else_put_there_is_never_sealed_and_is_named(string number, string said)
    {
        await using var site = await TestSite.Start();
        await site.GivenThreeChanges();
        await site.Seal();
        await site.Tamper($$"""
            INSERT INTO "RecordEntries" ("Id", "At", "Account", "Name", "Session", "Page", "Happened", "Kind", "Key", "About", "Words", "Changes", "Mark", "Number", "Seal", "Sealed")
            SELECT '0198A000-0000-7000-8000-00000000FFFF', "At", "Account", "Name", "Session", "Page", "Happened", "Kind", "Key", "About", 'made up', "Changes", "Mark", {{number}}, "Seal", "Sealed"
            FROM "RecordEntries" WHERE "Number" = 3
            """);
        await site.Seal();

        var ran = await site.Run("check");

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains(said, ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_was_cut_is_not_mended_by_going_on()
    {
        await using var site = await TestSite.Start();
        await site.GivenThreeChanges();
        await site.Seal();
        await site.Tamper("""DELETE FROM "RecordedValues"; DELETE FROM "RecordEntries" WHERE "Number" = 3""");
        await site.With(db => { ChangeRecord.Note(db, new(Happened.SignedOut, "account")); return db.SaveChangesAsync(Cancel); });
        await site.Seal();

        var ran = await site.Run("check");

        Assert.Contains("Entry 3 is missing: after 2 comes Entry 4", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_cut_with_its_own_note_is_found_by_a_head_that_was_put_aside()
    {
        await using var site = await TestSite.Start();
        await site.GivenThreeChanges();
        await site.Seal();
        var early = await site.With(db => Task.FromResult(db.Settings.Single(setting => setting.Name == Setting.RecordHead).Value));
        await site.With(db => { ChangeRecord.Note(db, new(Happened.SignedOut, "account")); return db.SaveChangesAsync(Cancel); });
        var head = await site.Seal();
        await site.Tamper($"""DELETE FROM "RecordEntries" WHERE "Number" = 4; UPDATE "Settings" SET "Value" = '{early}' WHERE "Name" = 'record-head'""");

        var alone = await site.Run("check");
        var known = await site.Run("check", "--head", head.ToString());

        Assert.Equal(0, alone.ExitCode);
        Assert.Equal(1, known.ExitCode);
        Assert.Contains("The record ends at entry 3, and the head that was given names 4", known.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_new_key_the_old_seals_still_prove_and_without_the_old_one_the_check_says_which_is_missing()
    {
        await using var site = await TestSite.Start();
        await site.GivenThreeChanges();
        await site.Seal();
        await using var later = Database.At(site.Connection, Keys.Given($"{TestKeys.Other},{TestKeys.Text}"));
        later.Clock = site.Clock;
        await ChangeRecord.NoteNow(later, Author.Wardbook, new(Happened.SignedOut, "account"), Cancel);
        await new Sealer(later, site.Clock, NullLogger<Sealer>.Instance).Seal(Cancel);
        await using var without = Database.At(site.Connection, Keys.Given(TestKeys.Other));

        var whole = await RecordCheck.Run(later, null, Cancel);
        var missing = await RecordCheck.Run(without, null, Cancel);

        Assert.Empty(whole.Broken);
        Assert.Equal(4, whole.Sealed);
        Assert.Contains($"was sealed with the key {TestKeys.Usual.Names[0]}, which is not among the keys given", missing.Broken[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_leaders_at_once_make_one_chain()
    {
        await using var site = await TestSite.Start();
        await site.GivenThreeChanges();
        await using var elsewhere = Database.At(site.Connection, TestKeys.Usual);
        elsewhere.Clock = site.Clock;
        Sealer[] leaders = [new(site.Database, site.Clock, NullLogger<Sealer>.Instance), new(elsewhere, site.Clock, NullLogger<Sealer>.Instance)];

        for (var round = 0; round < 10; round++)
        {
            await site.With(db => { ChangeRecord.Note(db, new(Happened.SignedOut, "account")); return db.SaveChangesAsync(Cancel); });
            var heads = await Task.WhenAll(leaders.Select(leader => Task.Run(() => leader.Seal(Cancel))));
            Assert.Contains(heads, head => head is not null);
        }

        await site.Seal();
        var check = await RecordCheck.Run(site.Database, null, Cancel);
        Assert.Empty(check.Broken);
        Assert.Equal(13, check.Sealed);
    }

    [Fact]
    public async Task While_one_leads_the_other_does_nothing()
    {
        await using var site = await TestSite.Start();
        await site.GivenThreeChanges();
        await using var elsewhere = Database.At(site.Connection, TestKeys.Usual);

        await using (await OneAtATime.Enter(elsewhere, "seal", Cancel))
        {
            Assert.Null(await new Sealer(site.Database, site.Clock, NullLogger<Sealer>.Instance).Seal(Cancel));
            Assert.All(await site.Record(), entry => Assert.Null(entry.Number));
        }

        Assert.Equal(3, (await site.Seal()).Number);
    }

    [Fact]
    public async Task A_clock_that_was_set_back_is_written_into_the_record_once_and_the_order_stays()
    {
        await using var site = await TestSite.Start();
        await site.GivenThreeChanges();
        await site.Seal();
        site.Clock.AdjustTime(new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));
        await site.With(db => { ChangeRecord.Note(db, new(Happened.SignedOut, "account")); return db.SaveChangesAsync(Cancel); });
        await site.Seal();
        await site.Seal();

        var record = await site.Record();
        var clock = Assert.Single(record, entry => entry.Happened == Happened.ClockSetBack);
        Assert.Contains("The clock stands at 2026-06-01 09:00:00 UTC and had stood at 2026-06-15 10:02:00 UTC before: it was set back", clock.Words, StringComparison.Ordinal);
        Assert.True(clock.Number > 3 && record.Single(entry => entry.Happened == Happened.SignedOut).Number > 3, string.Join(", ", record.Select(entry => entry.Number?.ToString(CultureInfo.InvariantCulture))));
        Assert.Empty((await RecordCheck.Run(site.Database, null, Cancel)).Broken);
    }

    [Fact]
    public async Task What_was_committed_and_not_sealed_when_the_plug_was_pulled_is_sealed_by_the_next_leader()
    {
        await using var site = await TestSite.Start();
        await site.GivenThreeChanges();

        // Nothing of the first leader is left but its rows: the next one knows nothing of it.
        await using var next = Database.At(site.Connection, TestKeys.Usual);
        var head = await new Sealer(next, site.Clock, NullLogger<Sealer>.Instance).Seal(Cancel);

        Assert.Equal(3, head!.Number);
        Assert.Empty((await RecordCheck.Run(site.Database, null, Cancel)).Broken);
    }

    [Fact]
    public async Task The_head_of_the_chain_is_logged_whatever_else_is()
    {
        await using var site = await TestSite.Start(variables: [("WARDBOOK_LOG_LEVEL", "error")]);
        await site.GivenThreeChanges();
        var sealer = await site.Service<Sealer>();

        var head = await sealer.Seal(Cancel);

        Assert.Contains(site.Logged, line => line.Contains($"The record of change is sealed up to {head}", StringComparison.Ordinal));
    }
}
