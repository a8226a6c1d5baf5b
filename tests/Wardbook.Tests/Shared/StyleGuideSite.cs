using System.Net;
using AngleSharp.Dom;

namespace Wardbook.Shared;

/// <summary>One site for all tests of a class that only read pages which need no records.</summary>
public sealed class StyleGuideSite : IAsyncLifetime
{
    private TestSite site = null!;

    public async ValueTask InitializeAsync() => site = await TestSite.Start();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    public async Task<IDocument> Page(string query = "") => await Page(Urls.StyleGuide + query, HttpStatusCode.OK);

    public async Task<IDocument> Page(string address, HttpStatusCode expected)
    {
        var page = await site.Get(address);
        Assert.Equal(expected, page.StatusCode);
        return page;
    }

    /// <summary>An answer as it came. A page was asked for before.</summary>
    public async Task<HttpResponseMessage> Ask(string address) => await site.Http.GetAsync(address, TestContext.Current.CancellationToken);
}
