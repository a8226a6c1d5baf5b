using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Record;
using Wardbook.Accounts.SignIn.Factors;
using Wardbook.Store;

namespace Wardbook.Accounts.Personal;

public sealed class RenewKeysTests
{
    private const string Both = $"{TestKeys.Other},{TestKeys.Text}";

    [Fact]
    public async Task After_a_renewal_nothing_but_the_record_needs_the_old_key()
    {
        await using var site = await TestSite.Start();
        var amara = await GivenMuch(site);

        var (exitCode, said) = await Renew(site);

        Assert.Equal(0, exitCode);
        Assert.Contains("can be opened with it alone", said, StringComparison.Ordinal);
        Assert.Empty(await Left(site));
        await using var later = Database.At(site.Connection, Keys.Given(TestKeys.Other));
        await later.MakeReady(Cancel);
        await using var db = later.Open();
        var found = await AccountStore.Find(db, "AMARA@example.org", Cancel);
        Assert.Equal((amara.Id, "amara@example.org", "JBSWY3DPEHPK3PXP"), (found!.Id, found.Email, found.CodeSecret));
        Assert.Equal("Open this link.", (await db.Letters.SingleAsync(Cancel)).Text);
        Assert.All(await db.SignInTries.ToListAsync(Cancel), row => Assert.Equal(SignIn.Tries.KeyOf(row.From, later.Keys), row.FromKey));
        Assert.Contains(await db.SignInTries.ToListAsync(Cancel), row => row.NameKey == found.EmailKey);
    }

    [Fact]
    public async Task A_renewal_stands_in_the_record_which_both_keys_prove_and_one_does_not()
    {
        await using var site = await TestSite.Start();
        await GivenMuch(site);

        await Renew(site);

        Assert.Contains(await site.Record(), entry => entry is { Happened: Happened.Configured, Kind: "keys", Number: not null });
        await using var both = Database.At(site.Connection, Keys.Given(Both));
        await using var one = Database.At(site.Connection, Keys.Given(TestKeys.Other));
        Assert.Empty((await RecordCheck.Run(both, null, Cancel)).Broken);
        Assert.Contains($"was sealed with the key {TestKeys.Usual.Names[0]}, which is not among the keys given", (await RecordCheck.Run(one, null, Cancel)).Broken[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_done_everything_is_read_with_both_keys_and_the_next_run_finishes_it()
    {
        await using var site = await TestSite.Start();
        await GivenMuch(site);
        await using var both = Database.At(site.Connection, Keys.Given(Both));
        await both.MakeReady(Cancel);
        var before = (await Left(site)).Count;
        using var stop = new CancellationTokenSource();

        // Stopped before it does anything; then one value is renewed by hand, as if the process had ended after that small transaction.
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new RenewKeys(both, atOnce: 1).Run(stop.Token));
        await site.Tamper($"""UPDATE "Letters" SET "Text" = '{both.Keys.Encrypt("Letter.Text", "Open this link."u8)}'""");
        var between = await Left(site);
        await using (var db = both.Open())
        {
            Assert.Equal("Open this link.", (await db.Letters.SingleAsync(Cancel)).Text);
            Assert.NotNull(await AccountStore.Find(db, "amara@example.org", Cancel));
        }

        var (exitCode, _) = await Renew(site);

        Assert.Equal(before - 1, between.Count);
        Assert.Equal(0, exitCode);
        Assert.Empty(await Left(site));
    }

    [Fact]
    public async Task A_value_that_somebody_changed_is_named_and_the_old_key_is_still_asked_for()
    {
        await using var site = await TestSite.Start();
        await GivenMuch(site);
        await site.Tamper($"""UPDATE "Letters" SET "Text" = 'k1.{TestKeys.Usual.Names[0]}.AAAA'""");

        var (exitCode, said) = await Renew(site);

        Assert.Equal(1, exitCode);
        Assert.Contains("A value of Letter.Text was changed since it was encrypted.", said, StringComparison.Ordinal);
        await using var without = Database.At(site.Connection, Keys.Given(TestKeys.Other));
        await Assert.ThrowsAsync<Refusal>(() => without.MakeReady(Cancel));
    }

    /// <summary>Something in every place that is encrypted.</summary>
    private static async Task<Account> GivenMuch(TestSite site)
    {
        await site.Run("settings");
        await using var mine = Database.At(site.Connection, TestKeys.Usual);
        await mine.MakeReady(Cancel);
        var amara = await site.GivenPassword(await site.GivenAccount(email: "amara@example.org"), codeSecret: "JBSWY3DPEHPK3PXP");
        await site.Post(Urls.SignIn, ("Email", "amara@example.org"), ("Password", "wrong wrong wrong"));
        await site.Post(Urls.SignIn, ("Email", "nobody@example.org"), ("Password", "wrong wrong wrong"));
        await site.GivenLetter("amara@example.org", text: "Open this link.");
        await site.GivenThreeChanges();
        await site.Seal();
        Assert.NotEmpty(await Left(site));
        return amara;
    }

    private static async Task<(int ExitCode, string Said)> Renew(TestSite site)
    {
        using var output = new StringWriter();
        using var messages = new StringWriter();
        var exitCode = await Cli.Run(["keys", "renew", "--database", site.Connection], output, messages, site.Clock, Cancel, name => name == TestKeys.Variable ? Both : null);
        return (exitCode, messages.ToString().ReplaceLineEndings(" "));
    }

    /// <summary>Every text in the database that the old key encrypted, whatever column it stands in.</summary>
    private static Task<List<string>> Left(TestSite site) => site.With(async db =>
    {
        List<string> left = [];
        foreach (var entity in db.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties().Where(property => (property.GetProviderClrType() ?? property.GetValueConverter()?.ProviderClrType ?? property.ClrType) == typeof(string)))
            {
                var sql = string.Create(CultureInfo.InvariantCulture, $"SELECT \"{property.GetColumnName()}\" AS \"Value\" FROM \"{entity.GetTableName()}\" WHERE \"{property.GetColumnName()}\" LIKE 'k1.{TestKeys.Usual.Names[0]}.%'");
                left.AddRange(await db.Database.SqlQueryRaw<string>(sql).ToListAsync(Cancel));
            }
        }

        return left;
    });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
