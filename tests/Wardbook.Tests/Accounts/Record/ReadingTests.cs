using System.Net;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Personal.Retention;

namespace Wardbook.Accounts.Record;

public sealed class ReadingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_record_shows_who_did_what_with_names_and_links()
    {
        await using var site = await TestSite.Start();
        var rule = await site.GivenThreeChanges();
        var administrator = await site.GivenSignedIn(Role.Administrator);

        var page = await site.Get(Urls.Changes);

        var ended = page.QuerySelectorAll(".w-changes > li").Single(entry => entry.TextContent.Contains("Retention rule changed", StringComparison.Ordinal));
        Assert.Contains("To", ended.QuerySelector("dt")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("31 December 2026", ended.QuerySelector("dd")!.TextContent);
        Assert.Contains("15 June 2026, 11:01:00 on /administration/retention · entry not sealed yet", ended.TextContent, StringComparison.Ordinal);
        Assert.Equal(Urls.History("retention rule", rule.ToString()), ended.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains(administrator.Name, page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_of_a_record_shows_its_changes_alone()
    {
        await using var site = await TestSite.Start();
        var rule = await site.GivenThreeChanges();
        await site.GivenSignedIn(Role.Administrator);

        var page = await site.Get(Urls.History("retention rule", rule.ToString()));
        var none = await site.Get(Urls.History("retention rule", Guid.NewGuid().ToString()));

        Assert.Equal(2, page.QuerySelectorAll(".w-changes > li").Length);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task What_one_person_did_is_one_page_and_so_is_what_concerns_them()
    {
        await using var site = await TestSite.Start();
        await site.GivenThreeChanges();
        await site.GivenSignedIn(Role.Administrator);

        var about = await site.Get(Urls.ChangesAbout(TestSite.Sergeant.Account!.Value));
        var by = await site.Get(Urls.ChangesBy(TestSite.Sergeant.Account!.Value));

        Assert.Equal(3, by.QuerySelectorAll(".w-changes > li").Length);
        Assert.Contains("Account signed in", Assert.Single(about.QuerySelectorAll(".w-changes > li")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_what_is_personal_is_itself_written_down()
    {
        await using var site = await TestSite.Start();
        await site.GivenThreeChanges();
        var administrator = await site.GivenSignedIn(Role.Administrator);

        var page = await site.Get(Urls.ChangesAbout(TestSite.Sergeant.Account!.Value));

        Assert.Contains("Firefox on Linux", page.Body!.TextContent, StringComparison.Ordinal);
        var reading = Assert.Single(await site.Record(), entry => entry.Happened == Happened.Read);
        Assert.Equal((administrator.Id, TestSite.Sergeant.Account, "/administration/changes"), (reading.Account, reading.About, reading.Page));
    }

    [Fact]
    public async Task A_person_is_found_by_name_without_the_name_in_an_address()
    {
        await using var site = await TestSite.Start();
        var pat = await site.GivenAccount("Pat Okafor");
        await site.GivenSignedIn(Role.Administrator);

        var found = await site.Post(Urls.Changes, ("Name", "okafor"));
        var nobody = await site.Post(Urls.Changes, ("Name", "nobody of that name"));

        Assert.NotNull(found.QuerySelector($"a[href='{Urls.ChangesBy(pat.Id)}']"));
        Assert.DoesNotContain("okafor", found.Url, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Nobody has a name with this in it", nobody.Text(".govuk-error-summary li"));
    }

    [Theory]
    [InlineData("?first=yesterday", "The first day must be a day such as 2026-06-01")]
    [InlineData("?first=2026-06-20&last=2026-06-01", "The last day must not lie before the first day")]
    public async Task A_wrong_day_is_told_in_words(string query, string said)
    {
        await using var site = await TestSite.Start();
        await site.GivenSignedIn(Role.Administrator);

        var page = await site.Get(Urls.Changes + query);

        Assert.Equal(said, page.Text(".govuk-error-summary li"));
    }

    [Fact]
    public async Task The_record_is_searched_by_kind_what_happened_and_days_and_the_file_holds_the_same()
    {
        await using var site = await TestSite.Start();
        await site.GivenThreeChanges();
        await site.Seal();
        await site.GivenSignedIn(Role.Administrator);

        var page = await site.Get(Urls.Changes + "?kind=retention+rule&what=Changed&first=2026-06-15&last=2026-06-15");
        var before = await site.Get(Urls.Changes + "?last=2026-06-14");
        var file = await site.GetText(Urls.Changes + ".csv?kind=retention+rule&what=Changed&first=2026-06-15&last=2026-06-15");
        var ran = await site.Run("report", "changes", "--kind", "retention rule", "--from", "2026-06-15");

        Assert.Single(page.QuerySelectorAll(".w-changes > li"));
        Assert.NotNull(before.QuerySelector(".w-empty"));
        var lines = file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("2,2026-06-15T10:01:00.000Z,2026-06-15T11:01:00.000,", lines[1], StringComparison.Ordinal);
        Assert.Contains("To: 2026-12-31", lines[1], StringComparison.Ordinal);
        Assert.Equal(3, ran.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(2, (await site.Record()).Count(entry => entry.Happened == Happened.Exported));
    }

    [Fact]
    public async Task A_long_record_is_shown_fifty_to_a_page_in_the_order_of_its_numbers()
    {
        await using var site = await TestSite.Start();
        await site.GivenSignedIn(Role.Administrator);
        await site.With(db =>
        {
            for (var number = 0; number < 120; number++)
            {
                ChangeRecord.Note(db, new(Happened.Configured, "made up", Words: $"number {number}"));
            }

            return db.SaveChangesAsync(Cancel);
        });
        await site.Seal();

        var last = await site.Get(Urls.Changes + "?kind=made+up&page=3");

        Assert.Equal(20, last.QuerySelectorAll(".w-changes > li").Length);
        Assert.NotNull(last.QuerySelector(".govuk-pagination"));
    }

    [Fact]
    public async Task Nobody_else_reads_the_record()
    {
        await using var site = await TestSite.Start();
        var rule = await site.GivenThreeChanges();
        string[] all = [Urls.Changes, Urls.Changes + ".csv", Urls.History("retention rule", rule.ToString())];

        foreach (var url in all)
        {
            using var answer = await site.Ask(url, cookie: null);
            Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Redirect, HttpStatusCode.Unauthorized });
        }

        await site.GivenSignedIn(Role.Analyst, new("ward", Places.PlaceCode.Parse("E05000001")));
        foreach (var url in all)
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(url)).StatusCode);
        }
    }

    [Fact]
    public async Task Who_asks_for_what_they_may_not_have_is_written_down_and_not_without_end()
    {
        await using var site = await TestSite.Start();
        var analyst = await site.GivenSignedIn(Role.Analyst, new("ward", Places.PlaceCode.Parse("E05000001")));

        await site.Get(Urls.Changes);
        var refusal = Assert.Single(await site.Record(), entry => entry.Happened == Happened.Refused);
        for (var time = 0; time < Refusals.MostAMinute + 5; time++)
        {
            await site.Get(Urls.Retention);
        }

        Assert.Equal((analyst.Id, Urls.Changes, "GET"), (refusal.Account, refusal.Page, refusal.Words));
        Assert.Equal(Refusals.MostAMinute, (await site.Record()).Count(entry => entry.Happened == Happened.Refused));
    }

    [Fact]
    public async Task A_value_that_was_changed_behind_our_back_is_not_shown_as_if_it_were_true()
    {
        await using var site = await TestSite.Start();
        await site.GivenThreeChanges();
        await site.With(db => db.Database.ExecuteSqlRawAsync("""UPDATE "RecordedValues" SET "To" = 'Chrome on Windows'""", Cancel));
        await site.GivenSignedIn(Role.Administrator);

        var page = await site.Get(Urls.ChangesAbout(TestSite.Sergeant.Account!.Value));

        Assert.Contains("cannot be read: run wardbook check", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Chrome", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_in_an_address_for_a_secret_link_is_not_in_the_record()
    {
        await using var site = await TestSite.Start(alter: app => Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions.MapGet(
            app,
            "/made-up/{place}/{token}",
            async (Store.WardbookDb db) =>
            {
                db.RetentionRules.Add(new RetentionRule { Id = Guid.CreateVersion7(), Kind = "made up", From = new(2026, 6, 15), Days = 30, Why = "To try it", Basis = "Consent" });
                await db.SaveChangesAsync(Cancel);
            }).Public());

        await site.Get("/made-up/E05000001/c2VjcmV0LXRoYXQtb3BlbnMtc29tZXRoaW5nLW9uY2U");

        Assert.Equal("/made-up/E05000001/{token}", Assert.Single(await site.Record()).Page);
    }
}
