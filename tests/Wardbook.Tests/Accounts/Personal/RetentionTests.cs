using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Personal.Retention;
using Wardbook.Accounts.Record;
using Wardbook.Accounts.SignIn;
using Wardbook.Shared.Mail;

namespace Wardbook.Accounts.Personal;

public sealed class RetentionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Whoever adds a kind of record that tells of people says how long it is kept: in a <see cref="PersonalKind"/> that is in the list.</summary>
    [Fact]
    public async Task Every_row_with_something_personal_in_it_has_a_rule()
    {
        await using var site = await TestSite.Start();
        var personal = await site.With(db => Task.FromResult(db.Model.GetEntityTypes().Select(entity => entity.ClrType)
            .Where(type => type.GetProperties().Any(property => property.IsDefined(typeof(PersonalAttribute)) || property.IsDefined(typeof(EncryptedAttribute))))
            .ToList()));
        var covered = PersonalKinds.All.SelectMany(kind => kind.Rows).ToHashSet();

        Assert.NotEmpty(personal);
        Assert.Empty(personal.Where(type => !covered.Contains(type)).Select(type => $"{type.Name} has a personal property and is in no kind of PersonalKinds.All"));
    }

    [Fact]
    public async Task Every_kind_has_a_rule_from_the_beginning_with_why_and_the_lawful_basis()
    {
        await using var site = await TestSite.Start();

        var listed = await site.Run("retention", "list");

        var lines = listed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(PersonalKinds.All.Count + 1, lines.Length);
        Assert.All(PersonalKinds.All, kind => Assert.Contains(lines, line => line.StartsWith($"{kind.Name},2026-06-15,,{kind.First.Days},", StringComparison.Ordinal)));
        Assert.All(lines.Skip(1), line => Assert.Contains("UK GDPR", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_older_than_its_rule_goes_and_what_is_younger_stays()
    {
        await using var site = await TestSite.Start();
        var (gone, here) = (await GivenClosed(site, "Pat Okafor", closed: new(2024, 6, 14)), await GivenClosed(site, "Sam Hill", closed: new(2024, 6, 16)));
        await GivenSession(site, gone, lastSeen: new(2026, 3, 16));
        await GivenSession(site, here, lastSeen: new(2026, 3, 18));
        await GivenSent(site, "pat@example.org", sent: new(2026, 5, 15));
        await GivenSent(site, "sam@example.org", sent: new(2026, 5, 17));

        var ran = await site.Run("retention", "apply");
        var again = await site.Run("retention", "apply");

        Assert.Equal("Let go of 1 accounts, 1 sessions, 1 letters.", ran.Output.Trim());
        Assert.Equal("Nothing was due.", again.Output.Trim());
        await site.With(async db =>
        {
            Assert.Equal(["", "Sam Hill"], await db.Accounts.OrderBy(account => account.Name).Select(account => account.Name).ToListAsync(Cancel));
            Assert.Equal(here.Id, (await db.Sessions.SingleAsync(Cancel)).Account);
            Assert.Equal("sam@example.org", (await db.Letters.SingleAsync(Cancel)).To);
        });
        Assert.Equal(3, (await site.Record()).Count(entry => entry is { Happened: Happened.Erased, Name: "Wardbook: retention" }));
    }

    [Fact]
    public async Task Old_values_in_the_record_are_emptied_and_the_chain_still_holds()
    {
        await using var site = await TestSite.Start(today: new(2020, 6, 1));
        await site.GivenThreeChanges();
        await site.Seal();
        site.Clock.Advance(TimeSpan.FromDays(2_191));

        var ran = await site.Run("retention", "apply");
        await site.Seal();
        var check = await RecordCheck.Run(site.Database, null, Cancel);

        Assert.Equal("Let go of 1 record values.", ran.Output.Trim());
        Assert.Empty(check.Broken);
        Assert.Equal((0, 1), (check.Values, check.Erased));
    }

    [Fact]
    public async Task Erasing_leaves_no_trace_of_the_name_in_the_record_of_the_erasure()
    {
        await using var site = await TestSite.Start();
        var pat = await GivenClosed(site, "Pat Okafor", closed: new(2026, 6, 1));

        await site.With(async db => Assert.True(await (await PersonalData.Find(db, pat.Id, Cancel))!.Erase(db, Cancel) > 0));

        var data = await site.With(db => PersonalData.Find(db, pat.Id, Cancel));
        Assert.DoesNotContain("Okafor", data!.AsText(), StringComparison.Ordinal);
        Assert.DoesNotContain("pat@", System.Text.Encoding.UTF8.GetString(data.AsJson()), StringComparison.Ordinal);
        Assert.DoesNotContain("sessions", data.AsText().Split("(sessions: 0)")[1], StringComparison.Ordinal);
        await site.Seal();
        var check = await RecordCheck.Run(site.Database, null, Cancel);
        Assert.Empty(check.Broken);
        Assert.Equal(0, check.Values);
        var erasure = (await site.Record()).Single(entry => entry is { Happened: Happened.Erased, Kind: "person" });
        Assert.Equal((pat.Id, pat.Id.ToString()), (erasure.About!.Value, erasure.Key));
    }

    [Fact]
    public void Personal_properties_are_text_so_that_they_can_be_emptied() => Assert.All(
        typeof(Account).Assembly.GetTypes().SelectMany(type => type.GetProperties()).Where(property => property.IsDefined(typeof(PersonalAttribute))),
        property => Assert.Equal(typeof(string), property.PropertyType));

    internal static Task<Account> GivenClosed(TestSite site, string name, DateOnly closed) => site.With(async db =>
    {
        var email = $"{name.Split(' ')[0].ToLowerInvariant()}@example.org";
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            Name = name,
            Email = email,
            EmailKey = Account.KeyOf(email, db.Keys),
            SecurityStamp = "",
            Made = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            Closed = closed.ToDateTime(new(10, 0), DateTimeKind.Utc),
        };
        db.Accounts.Add(account);
        await db.SaveChangesAsync(Cancel);
        return account;
    });

    internal static Task GivenSession(TestSite site, Account account, DateOnly lastSeen) => site.With(db =>
    {
        var at = lastSeen.ToDateTime(new(10, 0), DateTimeKind.Utc);
        db.Sessions.Add(new() { Id = Guid.CreateVersion7(), Account = account.Id, Proof = [1], Started = at, LastSeen = at, Proved = at, Ended = at, Means = Means.Passkey, Device = "Firefox on Linux", Rights = 0 });
        return db.SaveChangesAsync(Cancel);
    });

    internal static Task GivenSent(TestSite site, string to, DateOnly sent) => site.With(db =>
    {
        Outbox.Add(db, to, "Your invitation", "").Sent = sent.ToDateTime(new(10, 0), DateTimeKind.Utc);
        return db.SaveChangesAsync(Cancel);
    });
}
