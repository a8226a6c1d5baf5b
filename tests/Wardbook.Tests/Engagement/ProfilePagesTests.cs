using System.Net;
using Wardbook.Accounts;
using Wardbook.Engagement.Profile;

namespace Wardbook.Engagement;

public sealed class ProfilePagesTests
{
    private static readonly PlaceKey Abbey = TestSite.Ward("E05000001");

    [Fact]
    public async Task A_profile_is_drawn_from_what_is_loaded_and_says_what_is_missing()
    {
        await using var site = await Start();
        await site.GivenPeople(2_000);

        var page = await site.Get(Urls.Profile(Abbey.Code));

        Assert.Contains("2,000 in", page.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Schools and colleges: nothing is written down", page.Text(".w-missing"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_counts_as_reviewed_for_twelve_months_once_every_subject_was()
    {
        await using var site = await Start();
        foreach (var kind in Shared.Kinds.KindLists.First.Where(kind => kind.List == "profile-section"))
        {
            Assert.False((await Find(site, new(2026, 6, 15))).IsReviewed);
            await site.Post(Urls.ProfileSection(Abbey.Code, kind.Slug), ("Words", $"What we know: {kind.Name}"), ("Version", "0"));
        }

        Assert.True((await Find(site, new(2027, 6, 15))).IsReviewed);
        Assert.False((await Find(site, new(2027, 6, 16))).IsReviewed);
        Assert.Contains("Reviewed on 15 June 2026 by Amara Bello", (await site.Get(Urls.Profile(Abbey.Code))).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_who_write_the_first_words_at_once_both_see_them()
    {
        await using var site = await Start();
        var form = Urls.ProfileSection(Abbey.Code, "schools");
        await site.Post(form, ("Words", "Abbey Primary, 400 pupils"), ("Version", "0"));

        var clash = await site.Post(form, ("Words", "Castle College"), ("Version", "0"));
        var chosen = await site.Post(form, ("Words", "Abbey Primary, 400 pupils. Castle College"), ("Version", clash.QuerySelector("input[name=Version]")!.GetAttribute("value")!));

        Assert.Contains("Abbey Primary, 400 pupils", clash.Text(".w-clash"), StringComparison.Ordinal);
        Assert.Equal("Castle College", clash.QuerySelector("#Words")!.TextContent.Trim());
        Assert.Contains("Abbey Primary, 400 pupils. Castle College", chosen.Text("#schools"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_read_only_writes_nothing_and_another_subject_is_not_found()
    {
        await using var site = await Start();
        await site.GivenSignedIn(Role.Constable, TestSite.Ward("E05000003"));

        Assert.Equal(HttpStatusCode.OK, (await site.Get(Urls.Profile(Abbey.Code))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(Urls.ProfileSection(Abbey.Code, "schools"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(Urls.ProfileSection(TestSite.Ward("E05000003").Code, "secrets"))).StatusCode);
    }

    [Fact]
    public async Task What_is_typed_is_shown_as_words_whatever_it_holds()
    {
        await using var site = await Start();

        await site.Post(Urls.ProfileSection(Abbey.Code, "worship"), ("Words", "<script>alert(1)</script> \u0645\u0633\u062C\u062F"), ("Version", "0"));
        var page = await site.Get(Urls.Profile(Abbey.Code));

        Assert.Contains("<script>alert(1)</script> \u0645\u0633\u062C\u062F", page.Text("#worship"), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main script"));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task<WardProfile> Find(TestSite site, DateOnly day) => site.With(db => WardProfile.Find(db, Abbey, day, Cancel));

    private static async Task<TestSite> Start()
    {
        var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenSignedIn(Role.Constable, Abbey);
        return site;
    }
}
