using System.Net;

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
}
