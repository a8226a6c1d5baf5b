using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Cycle;

namespace Wardbook.Desks;

public sealed class DeskTests
{
    private static readonly PlaceKey Abbey = TestSite.Ward("E05000001"), Bridge = TestSite.Ward("E05000002"), Borough = TestSite.Borough("E09000002");

    [Fact]
    public async Task A_desk_on_which_nothing_waits_says_so_and_what_is_missing()
    {
        await using var site = await Start(Role.Sergeant, Abbey);

        var page = await site.Get(Urls.Work(Abbey.Code));

        Assert.Equal("Abbey ward today", page.Text("h1"));
        Assert.Equal(["Nothing is.", "Nothing is planned or due. Residents see when they can meet the team: plan something.", "Everything that people said was read and has its place."], page.QuerySelectorAll("section > h2 + p").Take(3).Select(words => words.TextContent));
        Assert.Contains("Name the communities of the ward", page.Text("main"), StringComparison.Ordinal);
        Assert.Equal("page", page.QuerySelector(".w-subnav a[aria-current]")!.GetAttribute("aria-current"));
        Assert.Equal("Today", page.Text(".w-subnav a[aria-current]"));
    }

    [Fact]
    public async Task A_sergeant_sees_what_is_late_the_longest_first_and_each_line_leads_to_it()
    {
        await using var site = await Start(Role.Sergeant, Abbey);
        await GivenMuch(site);
        await site.GivenSignedIn(Role.Sergeant, Abbey);

        var page = await site.Get(Urls.Work(Abbey.Code));

        // Today is 19 June: the answer was due 72 hours after 10 on the 15th.
        Assert.Equal(
            ["Judge the priority \u201CMopeds on the pavement\u201D 16 days late", "Action: Ask for a gate at the alley (the council) 9 days late", "Was it held? Street briefing 4 days late", "1 answer is late 1 day late"],
            Lines(page, "#overdue"));
        Assert.Equal(["Coffee morning, 18:00 in 2 days"], Lines(page, "#soon"));
        Assert.Equal(["1 concern that nobody has taken up", "1 concern in no issue yet"], Lines(page, "#new"));
        foreach (var href in page.QuerySelectorAll("main .w-lines a, .w-acts a").Select(link => link.GetAttribute("href")!))
        {
            Assert.Equal(200, (int)(await site.Get(href)).StatusCode);
        }
    }

    [Fact]
    public async Task Whoever_may_not_read_concerns_and_contacts_sees_nothing_of_them()
    {
        await using var site = await Start(Role.Analyst, TestSite.Force);
        await GivenMuch(site);
        await site.GivenSignedIn(Role.Analyst, TestSite.Force);

        var page = await site.Get(Urls.Work(Abbey.Code));

        Assert.Null(page.QuerySelector("#new"));
        Assert.DoesNotContain("answer", page.Text("section[aria-labelledby=overdue]"), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".w-acts a"));
    }

    [Fact]
    public async Task A_talk_that_is_due_is_counted_without_reading_who_it_is()
    {
        await using var site = await Start(Role.Constable, Abbey);
        await site.With(async db =>
        {
            db.KeyIndividuals.Add(new() { Id = Guid.CreateVersion7(), PlaceKind = "ward", PlaceCode = Abbey.Code, Name = "Ann Example", Agreed = new(2026, 1, 1), AgreedUntil = new(2026, 7, 1), From = new(2026, 1, 1) });
            await db.SaveChangesAsync(Cancel);
        });
        var before = await site.With(db => db.RecordEntries.CountAsync(Cancel));

        var page = await site.Get(Urls.Work(Abbey.Code));

        Assert.Equal(["Talk with 1 key individual"], Lines(page, "#overdue"));
        Assert.Equal(["Ask 1 key individual whether they still agree in 7 days"], Lines(page, "#soon"));
        Assert.Equal(before, await site.With(db => db.RecordEntries.CountAsync(Cancel)));
    }

    [Fact]
    public async Task An_inspector_sees_the_ward_with_most_overdue_first_and_is_told_that_two_cannot_be_compared()
    {
        await using var site = await Start(Role.Inspector, Borough);
        await site.GivenTeam(Bridge, "Bridge Neighbourhood Team");
        await GivenMuch(site);
        await site.GivenSignedIn(Role.Inspector, Borough);
        await CycleRound.Do(site.Database, await site.Service<PlaceTrees>(), Cancel);

        var page = await site.Get(Urls.PlaceDesk(Borough.Code));

        Assert.Contains("1 answer is late and 1 action is overdue in 2 wards.", page.Text(".w-lead"), StringComparison.Ordinal);
        Assert.Equal(["Abbey ward", "Bridge ward"], page.QuerySelectorAll("#wards tbody th").Select(cell => cell.TextContent));
        Assert.Equal(["1", "1", "1", "0 of 1", "too few to compare", "1", "1"], page.QuerySelectorAll("#wards tbody tr:first-child td").Take(7).Select(cell => cell.TextContent.Trim()));
        Assert.Equal("My borough", page.QuerySelector(".w-head__nav a[aria-current]")!.TextContent);
        Assert.Contains("Abbey ward,1,1,1", await site.GetText($"{Urls.PlaceDesk(Borough.Code)}.csv"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "today")]
    [InlineData(1, "tomorrow")]
    [InlineData(7, "in 7 days")]
    [InlineData(-1, "1 day late")]
    [InlineData(-30, "30 days late")]
    public void When_something_is_due_is_said_as_people_count(int days, string words) =>
        Assert.Equal(words, new DeskLine("x", "/", new DateOnly(2026, 6, 15).AddDays(days)).When(new(2026, 6, 15)));

    /// <summary>Four days on: an answer that is late, an action and a priority that are, an activity nobody said was held, and one that is coming.</summary>
    private static async Task GivenMuch(TestSite site)
    {
        await site.GivenSaid(Abbey, ("Email", "ann@example.org"));
        var priority = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds"), daysAgo: 102);
        await site.GivenAction(priority, null, partner: "the council", due: -5, made: 20);
        await site.GivenActivity("Street briefing", new(2026, 6, 15), advertised: true);
        await site.GivenActivity("Coffee morning", new(2026, 6, 21), advertised: true);
        site.Clock.Advance(TimeSpan.FromDays(4));
    }

    private static IReadOnlyList<string> Lines(IDocument page, string heading) =>
        [.. page.QuerySelector(heading)!.ParentElement!.QuerySelectorAll(".w-lines li").Select(line => string.Join(' ', line.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    private static async Task<TestSite> Start(Role role, PlaceKey place)
    {
        var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenTeam();
        await site.GivenSignedIn(role, place);
        return site;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
