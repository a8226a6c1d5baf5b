using System.Net;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared.Pictures;

namespace Wardbook.Teams;

/// <summary>What residents see of a team, and what they do not.</summary>
public sealed class PublicTeamTests
{
    private static readonly PlaceKey Abbey = TestSite.Ward("E05000001");

    [Fact]
    public async Task Residents_see_who_has_agreed_to_be_named_how_to_reach_them_and_what_is_missing()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        var team = await site.GivenTeam();
        await site.GivenPosts(team, "constable", 3);
        await site.GivenPosting(team, "Amara Bello", "12AB", publicName: "PC Amara Bello");
        await site.GivenPosting(team, "Quentin Hidden", "13AB");

        var page = await site.Get(Urls.Ward(Abbey.Code));
        var words = page.Text("#team");

        Assert.Contains("PC Amara Bello", words, StringComparison.Ordinal);
        Assert.Contains("abbey.team@example.org", words, StringComparison.Ordinal);
        Assert.Contains("It is not on call day and night", words, StringComparison.Ordinal);
        Assert.Contains("2 of 3 posts are filled. 1 post is empty at present.", words, StringComparison.Ordinal);
        Assert.Contains("There is no named officer to turn to at present; the whole team answers.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Quentin", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("12AB", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_is_on_the_public_page_within_a_second()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        var team = await site.GivenTeam();
        var posting = await site.GivenPosting(team, "Amara Bello", "12AB");
        Assert.Contains("Constable", await site.GetText(Urls.Ward(Abbey.Code)), StringComparison.Ordinal);
        var sergeant = await site.GivenSignedIn(Role.Sergeant, Abbey);

        await site.SendPhotograph(Urls.Officer(Abbey.Code, posting.Officer), null, ("Name", "Amara Bello"), ("PublicName", "PC Bello"), ("NameAgreed", "2026-06-01"), ("Version", "1"));
        site.SignOut();
        site.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Contains("PC Bello", await site.GetText(Urls.Ward(Abbey.Code)), StringComparison.Ordinal);
        Assert.NotNull(sergeant);
    }

    [Fact]
    public async Task A_photograph_is_public_once_the_officer_agreed_and_gone_when_it_is_taken_back()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        var posting = await site.GivenPosting(await site.GivenTeam(), "Amara Bello", "12AB");
        var (form, face) = (Urls.Officer(Abbey.Code, posting.Officer), Urls.OfficerPhotograph(Abbey.Code, posting.Officer));
        await site.GivenSignedIn(Role.Sergeant, Abbey);

        await site.SendPhotograph(form, TestPictures.Jpeg(800, 600), ("Name", "Amara Bello"), ("Version", "1"));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Http.GetAsync(face, Cancel)).StatusCode);
        await site.SendPhotograph(form, null, ("Name", "Amara Bello"), ("PhotographAgreed", "2026-06-01"), ("Version", "2"));
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        var seen = await site.Http.GetAsync(face, Cancel);
        await site.SendPhotograph(form, null, ("Name", "Amara Bello"), ("PhotographAgreed", "2026-06-01"), ("Remove", "yes"), ("Version", "3"));
        site.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("image/jpeg", seen.Content.Headers.ContentType!.MediaType);
        Assert.Equal((480, 360), TestPictures.SizeOf(await seen.Content.ReadAsByteArrayAsync(Cancel)));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Http.GetAsync(face, Cancel)).StatusCode);
        Assert.Equal(0, await site.With(db => db.OfficerPhotographs.CountAsync(Cancel)));
    }

    [Fact]
    public async Task A_name_without_an_agreement_and_an_agreement_from_tomorrow_are_refused()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        var posting = await site.GivenPosting(await site.GivenTeam(), "Amara Bello", "12AB");
        await site.GivenSignedIn(Role.Sergeant, Abbey);

        var page = await site.SendPhotograph(Urls.Officer(Abbey.Code, posting.Officer), "MZ not a picture"u8.ToArray(), ("Name", "Amara Bello"), ("PublicName", "PC Bello"), ("PhotographAgreed", "2026-06-16"), ("Version", "1"));

        var wrong = page.Text(".govuk-error-summary");
        Assert.Contains("A name is public only with the officer's agreement", wrong, StringComparison.Ordinal);
        Assert.Contains("a day that has not come yet", wrong, StringComparison.Ordinal);
        Assert.Contains("not a photograph that can be read", wrong, StringComparison.Ordinal);
        Assert.Equal("PC Bello", page.QuerySelector("#PublicName")!.GetAttribute("value"));
    }

    /// <summary>What the request says of its size is enough: the body here would fail the test if anybody read it.</summary>
    [Fact]
    public async Task A_photograph_of_80_megabytes_is_refused_in_words_before_it_is_read()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        var posting = await site.GivenPosting(await site.GivenTeam(), "Amara Bello", "12AB");
        var sergeant = await site.GivenSignedIn(Role.Sergeant, Abbey);
        using var request = new HttpRequestMessage(HttpMethod.Post, Urls.Officer(Abbey.Code, posting.Officer)) { Content = new Unread(80_000_000) };
        request.Headers.Add("Cookie", await site.CookieOf(sergeant));

        using var answer = await site.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("The photograph must be 12 MB or smaller", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_whose_time_is_over_is_forgotten_and_the_figures_stay()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        var team = await site.GivenTeam(from: new(2010, 1, 1));
        await site.GivenPosting(team, "Amara Bello", "12AB", to: new(2020, 6, 14));
        await site.GivenPosting(team, "Priya Nair", "13AB", to: new(2020, 6, 18));

        await site.Run("retention", "apply");

        Assert.Equal(["", "Priya Nair"], (await site.With(db => db.Officers.Select(officer => officer.Name).ToListAsync(Cancel))).Order(StringComparer.Ordinal));
        Assert.Equal(2, (await site.With(db => WardTeams.Find(db, Abbey, new(2020, 6, 14), Cancel))).Teams.Single().Held);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private sealed class Unread : HttpContent
    {
        private readonly long length;

        public Unread(long length)
        {
            this.length = length;
            Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } };
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context) => await Task.Delay(Timeout.Infinite, Cancel);

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }
}
