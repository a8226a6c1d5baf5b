using System.Net;
using Wardbook.Accounts;

namespace Wardbook.Shared;

public sealed class ProblemPageTests(StyleGuideSite site) : IClassFixture<StyleGuideSite>
{
    [Theory]
    [InlineData(404, "There is no such page")]
    [InlineData(400, "We could not understand that address")]
    [InlineData(500, "Something went wrong here")]
    public async Task Says_in_plain_words_what_happened_and_gives_a_reference(int status, string heading)
    {
        var page = await site.Page(Urls.Problem(status), (HttpStatusCode)status);

        Assert.Equal(heading, page.QuerySelector("h1")!.TextContent);
        Assert.NotEmpty(page.QuerySelector("#reference")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_status_that_is_no_problem_is_ours()
    {
        var page = await site.Page(Urls.Problem(200), HttpStatusCode.InternalServerError);

        Assert.Equal("Something went wrong here", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task An_address_with_nothing_at_it_gets_the_page_and_keeps_its_status()
    {
        var page = await site.Page("/there-is-no-such-page", HttpStatusCode.NotFound);

        Assert.Equal("There is no such page", page.QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("/find?q=%00")]
    [InlineData("/wards/E05000001/concerns.csv?about=a%00b")]
    public async Task An_address_with_a_null_character_in_it_is_not_understood(string address)
    {
        using var answer = await site.Ask(address);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("/work/E05000001/engagement/0196f0aa-0000-7000-8000-000000000001/plan", "Title")]
    [InlineData("/wards/E05000001/say", "Words")]
    [InlineData("/sign-in", "Email")]
    public async Task A_form_with_a_null_character_in_it_is_not_understood_and_says_what_to_do(string address, string field)
    {
        await using var real = await TestSite.Start();
        await real.GivenFourWards();
        await real.GivenSignedIn(Role.Constable, TestSite.Ward("E05000001"));

        var page = await real.Post(address, (field, "Briefing\0 at the library"));

        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Equal("There is a character in it that cannot be kept", page.Text("h1"));
        Assert.Contains("Nothing was saved, and nothing else of it is wrong. Go back", page.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain(real.Logged, line => line.Contains("Exception", StringComparison.Ordinal));
    }
}
