using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;

namespace Wardbook.Concerns;

public sealed class IssueTests
{
    private static readonly PlaceKey Abbey = TestSite.Ward("E05000001"), Castle = TestSite.Ward("E05000003");

    [Fact]
    public async Task A_sergeant_puts_together_what_is_about_the_same_and_it_takes_its_place()
    {
        await using var site = await Start(Role.Sergeant);
        await site.GivenIssue(Abbey, "Dogs in the park", "ann");
        Guid[] mopeds = [await site.GivenConcern(Abbey, "Mopeds race on the pavement", "bob", daysAgo: 20), await site.GivenConcern(Abbey, "A scooter nearly hit me", "cem", channel: 1), await site.GivenConcern(Abbey, "They ride where we walk", "dee", channel: 2)];
        Assert.Equal("In no issue yet (3)", (await site.Get(Urls.WorkIssues(Abbey.Code))).Text("#loose"));

        var page = await Together(site, "new", "Mopeds on the pavement", mopeds);

        Assert.Equal("3 things that people said are now in \u201CMopeds on the pavement\u201D.", page.Text(".govuk-notification-banner__heading"));
        Assert.Equal(["Mopeds on the pavement", "Dogs in the park"], page.QuerySelectorAll("#order tbody th").Select(cell => cell.TextContent));
        Assert.Equal("In no issue yet", page.Text("#loose"));
    }

    [Fact]
    public async Task The_same_form_sent_twice_makes_one_issue()
    {
        await using var site = await Start(Role.Sergeant);
        var concern = await site.GivenConcern(Abbey, "Mopeds", "bob");
        var form = new (string, string)[] { ("Chosen", $"{concern}"), ("Into", "new"), ("Title", "Mopeds"), ("New", "0196f0aa-0000-7000-8000-000000000001") };

        await site.Post(Urls.WorkIssues(Abbey.Code), form);
        await site.Post(Urls.WorkIssues(Abbey.Code), form);

        Assert.Equal((1, 1), await site.With(async db => (await db.Issues.CountAsync(Cancel), await db.Groupings.CountAsync(Cancel))));
    }

    [Fact]
    public async Task What_is_missing_from_the_form_is_said_and_what_was_typed_stays()
    {
        await using var site = await Start(Role.Sergeant);
        var concern = await site.GivenConcern(Abbey, "Mopeds", "bob");

        var untitled = await Together(site, "new", "", concern);
        Assert.Contains("Say what the new issue is", untitled.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.NotNull(untitled.QuerySelector($"input[value='{concern}'][checked]"));

        var unchosen = await Together(site, "new", "Mopeds");
        Assert.Contains("Choose what belongs together", unchosen.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal("Mopeds", unchosen.QuerySelector("input[name=Title]")!.GetAttribute("value"));

        var long_ = await Together(site, "new", new string('m', 121), concern);
        Assert.Contains("At most 120 letters; there are 121", long_.Text(".govuk-error-summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_seems_to_belong_together_is_suggested_and_a_person_unticks_what_does_not()
    {
        await using var site = await Start(Role.Sergeant);
        var issue = await site.GivenIssue(Abbey, "Mopeds on the pavement", "ann");
        var mopeds = await site.GivenConcern(Abbey, "Ann says: mopeds ride on the pavement", "bob");
        Guid[] litter = [await site.GivenConcern(Abbey, "Litter outside the chip shop", "cem", "rubbish"), await site.GivenConcern(Abbey, "So much litter at the bus stop", "dee", "rubbish", daysAgo: 4)];
        await site.GivenConcern(Abbey, "They shout at my daughter because of her headscarf", "eve", "hate");
        await site.GivenConcern(Abbey, "They shouted at me because of my headscarf", "fay", "hate");

        var page = await site.Get(Urls.WorkIssues(Abbey.Code));

        Assert.Equal(["1 concern that may belong to \u201CMopeds on the pavement\u201D", "2 concerns that may be about the same"], page.QuerySelectorAll("#suggested + ul a").Select(link => link.TextContent));
        var joined = await site.Get(page.QuerySelector("#suggested + ul a")!.GetAttribute("href")!);
        Assert.Equal([$"{mopeds}"], joined.QuerySelectorAll("input[name=Chosen][checked]").Select(box => box.GetAttribute("value")));
        Assert.Equal($"{issue}", joined.QuerySelector("select[name=Into] option[selected]")!.GetAttribute("value"));

        var together = await site.Get(page.QuerySelectorAll("#suggested + ul a")[1].GetAttribute("href")!);
        Assert.Equal(litter.Select(id => $"{id}"), together.QuerySelectorAll("input[name=Chosen][checked]").Select(box => box.GetAttribute("value")));
        var done = await site.PostOne(together, "main form[method=post]", ("Title", "Litter"), ("Chosen", $"{litter[0]}"));
        Assert.Equal("One thing that people said is now in \u201CLitter\u201D.", done.Text(".govuk-notification-banner__heading"));
    }

    [Fact]
    public async Task A_constable_sees_the_order_and_puts_nothing_together()
    {
        await using var site = await Start(Role.Constable);
        var concern = await site.GivenConcern(Abbey, "Mopeds", "bob");

        var page = await site.Get(Urls.WorkIssues(Abbey.Code));
        Assert.Null(page.QuerySelector("main form[method=post]"));
        Assert.Contains("Mopeds", page.Text("main"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Forbidden, (await Together(site, "new", "Mopeds", concern)).StatusCode);
    }

    [Fact]
    public async Task What_another_ward_heard_cannot_be_put_into_this_wards_issue()
    {
        await using var site = await Start(Role.Sergeant);
        var theirs = await site.GivenConcern(Castle, "Mopeds", "bob");

        var page = await Together(site, "new", "Mopeds", theirs);

        Assert.Contains("Choose what belongs together", page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal(0, await site.With(db => db.Groupings.CountAsync(Cancel)));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(Urls.WorkIssue(Abbey.Code, await site.GivenIssue(Castle, "Theirs", "cem")))).StatusCode);
    }

    [Fact]
    public async Task An_issue_is_merged_into_another_and_the_merging_taken_back()
    {
        await using var site = await Start(Role.Sergeant);
        var (mopeds, scooters) = (await site.GivenIssue(Abbey, "Mopeds", "bob", "cem"), await site.GivenIssue(Abbey, "Scooters", "dee"));

        var page = await Do(site, scooters, "merge", ("Other", $"{mopeds}"));
        Assert.Equal("This issue is part of Mopeds.", page.Text(".govuk-notification-banner:last-of-type .govuk-notification-banner__heading"));
        Assert.Equal("What people said (3)", (await site.Get(Urls.WorkIssue(Abbey.Code, mopeds))).Text("h2"));

        page = await Do(site, scooters, "reopen");
        Assert.Equal("The issue is its own again, with 1 things that people said.", page.Text(".govuk-notification-banner__heading"));
        Assert.Equal("What people said (2)", (await site.Get(Urls.WorkIssue(Abbey.Code, mopeds))).Text("h2"));
        Assert.Equal(5, await site.With(db => db.Groupings.CountAsync(Cancel)));
    }

    [Fact]
    public async Task No_issue_is_merged_into_itself()
    {
        await using var site = await Start(Role.Sergeant);
        var mopeds = await site.GivenIssue(Abbey, "Mopeds", "bob");
        await site.GivenIssue(Abbey, "Scooters", "dee");

        var page = await Do(site, mopeds, "merge", ("Other", $"{mopeds}"));

        Assert.Contains("An issue cannot be merged into itself: choose another", page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.True(await site.With(db => db.Issues.AllAsync(issue => issue.Closed == null, Cancel)));
    }

    [Fact]
    public async Task What_is_about_something_else_is_split_off_and_where_it_was_stays_known()
    {
        await using var site = await Start(Role.Sergeant);
        var mopeds = await site.GivenIssue(Abbey, "Mopeds", "bob", "cem");
        var dees = await site.With(db => db.Concerns.Where(concern => concern.PersonKey == "cem").Select(concern => concern.Id).SingleAsync(Cancel));

        await Do(site, mopeds, "split", ("Chosen", $"{dees}"), ("Into", "new"), ("Title", "Bikes"));

        var groupings = await site.With(db => db.Groupings.Where(grouping => grouping.Concern == dees).OrderBy(grouping => grouping.Until == null).ToListAsync(Cancel));
        Assert.Equal([mopeds, await site.With(db => db.Issues.Where(issue => issue.Title == "Bikes").Select(issue => issue.Id).SingleAsync(Cancel))], groupings.Select(grouping => grouping.Issue));
        Assert.Equal([false, true], groupings.Select(grouping => grouping.Until is null));
    }

    [Fact]
    public async Task What_another_ward_heard_cannot_be_split_off_with_it()
    {
        await using var site = await Start(Role.Sergeant);
        var (mopeds, theirs) = (await site.GivenIssue(Abbey, "Mopeds", "bob"), await site.GivenIssue(Castle, "Theirs", "cem"));
        var (bobs, cems) = await site.With(async db => (await db.Groupings.Where(row => row.Issue == mopeds).Select(row => row.Concern).SingleAsync(Cancel), await db.Groupings.Where(row => row.Issue == theirs).Select(row => row.Concern).SingleAsync(Cancel)));

        await Do(site, mopeds, "split", ("Chosen", $"{bobs}"), ("Chosen", $"{cems}"), ("Into", "none"));

        Assert.Equal([cems], await site.With(db => db.Groupings.Where(row => row.Until == null).Select(row => row.Concern).ToListAsync(Cancel)));
    }

    [Fact]
    public async Task Of_two_who_rename_an_issue_the_second_is_told_and_keeps_what_was_typed()
    {
        await using var site = await Start(Role.Sergeant);
        var issue = await site.GivenIssue(Abbey, "Mopeds", "bob");

        await Do(site, issue, "rename", ("Called", "Mopeds by the school"), ("Version", "1"));
        var second = await Do(site, issue, "rename", ("Called", "Mopeds on Orchard Lane"), ("Version", "1"));

        Assert.Contains("it is now called \u201CMopeds by the school\u201D", second.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal("Mopeds on Orchard Lane", second.QuerySelector("input[name=Called]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_record_of_change_calls_an_issue_by_its_name()
    {
        await using var site = await Start(Role.Sergeant);
        var issue = await site.GivenIssue(Abbey, "Mopeds", "bob");
        await Do(site, issue, "rename", ("Called", "Mopeds by the school"), ("Version", "1"));
        await site.GivenSignedIn(Role.Administrator);

        Assert.Contains("Mopeds by the school", (await site.Get(Urls.Changes)).Text("main"), StringComparison.Ordinal);
        Assert.Contains("Mopeds by the school", (await site.Get(Urls.History("issue", $"{issue}"))).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_issue_says_why_and_is_opened_again()
    {
        await using var site = await Start(Role.Sergeant);
        var issue = await site.GivenIssue(Abbey, "Mopeds", "bob");

        Assert.Contains("Say why", (await Do(site, issue, "close", ("Why", " "))).Text(".govuk-error-summary"), StringComparison.Ordinal);
        await Do(site, issue, "close", ("Why", "Solved in March"));
        Assert.Contains("Solved in March", (await site.Get(Urls.WorkIssue(Abbey.Code, issue))).Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Mopeds", (await site.Get(Urls.Issues(Abbey.Code))).Text("main"), StringComparison.Ordinal);

        await Do(site, issue, "reopen");
        Assert.Contains("Mopeds", (await site.Get(Urls.Issues(Abbey.Code))).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_sees_the_order_without_small_numbers_and_without_what_is_never_public()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenIssue(Abbey, "Mopeds", "a", "b", "c", "d", "e", "f");
        await site.GivenIssue(Abbey, "Dogs", "g");
        var hate = await site.GivenIssue(Abbey, "Threats to a family", "h", "i", "j", "k", "l");
        await site.With(async db =>
        {
            (await db.Issues.SingleAsync(issue => issue.Id == hate, Cancel)).Category = "hate";
            await db.SaveChangesAsync(Cancel);
        });

        var page = await site.Get(Urls.Issues(Abbey.Code));

        Assert.Equal(["Mopeds", "Dogs"], page.QuerySelectorAll("#issues tbody th").Select(cell => cell.TextContent));
        Assert.Equal(["6", "fewer than 5"], page.QuerySelectorAll("#issues tbody td[data-label=People]").Select(cell => cell.TextContent));
        Assert.DoesNotContain("family", page.Text("body"), StringComparison.Ordinal);
        var csv = await site.GetText($"{Urls.Issues(Abbey.Code)}.csv");
        Assert.DoesNotContain("family", csv, StringComparison.Ordinal);
        Assert.Matches("(?m)^Dogs,.*,,[0-9]+,[0-9]+\\r?$", csv);
    }

    [Fact]
    public async Task Nobody_pushes_an_issue_up_by_posting_often()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenIssue(Abbey, "Mopeds", "a", "b", "c", "d");
        await site.GivenIssue(Abbey, "My neighbour's hedge", [.. Enumerable.Repeat("z", 30)]);

        Assert.Equal(["Mopeds", "My neighbour's hedge"], (await site.Get(Urls.Issues(Abbey.Code))).QuerySelectorAll("#issues tbody th").Select(cell => cell.TextContent));
    }

    private static async Task<TestSite> Start(Role role)
    {
        var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenSignedIn(role, Abbey);
        return site;
    }

    private static Task<IDocument> Together(TestSite site, string into, string title, params Guid[] concerns) =>
        site.Post(Urls.WorkIssues(Abbey.Code), [.. concerns.Select(concern => ("Chosen", $"{concern}")), ("Into", into), ("Title", title)]);

    private static async Task<IDocument> Do(TestSite site, Guid issue, string what, params (string Name, string Text)[] fields) =>
        await site.Post(Urls.WorkIssue(Abbey.Code, issue), [("Do", what), .. fields]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
