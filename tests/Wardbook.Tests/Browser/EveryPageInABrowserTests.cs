using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Playwright;
using Wardbook.Accounts.SignIn.Factors;

namespace Wardbook.Browser;

/// <summary>Every page that the running site has, as an administrator's phone and screen reader have it. Nothing here is listed by hand: a page that is added is audited.</summary>
[Trait("Needs", "browser")]
public sealed partial class EveryPageInABrowserTests(Chromium chromium)
{
    private const string Email = "sam.okafor@example.org";

    [Theory]
    [InlineData(390, false)]
    [InlineData(1280, true)]
    public async Task Every_page_fits_has_one_heading_and_a_title_of_its_own_and_axe_finds_nothing(int width, bool demonstration)
    {
        await using var site = await TestSite.Start(inBrowser: true, variables: [("WARDBOOK_SEARCHES_PER_MINUTE", "1000000"), ("WARDBOOK_SIGN_INS_PER_MINUTE", "1000000")]);
        var secret = Codes.NewSecret();
        var me = await site.GivenAccount("Sam Okafor", Email);
        var ids = await site.GivenEverything(me, demonstration);
        await site.GivenPassword(me, codeSecret: secret);
        var page = await chromium.Window(site, width);
        List<string> found = [];
        var (titles, missed, audited) = (new Dictionary<string, string>(), new Dictionary<string, string>(), new HashSet<string>());
        found.AddRange(await SignIn(site, page, secret));
        foreach (var pattern in await PagesOf(site))
        {
            // The code has been looked at on the way in; single sign-on is not there until it is set.
            foreach (var address in Addresses(pattern, ids).Where(address => address is not (Urls.Code or "/sign-in/single")))
            {
                // The first of whom there is such a page shows what it is like; a page of somebody is looked at for each.
                var kind = Id().Replace(address, "*");
                if (audited.Contains(kind) && !kind.EndsWith('*'))
                {
                    continue;
                }

                var answer = await page.GotoAsync(address);
                if (answer!.Status != ($"{address}/".Contains("/nothing/", StringComparison.Ordinal) ? 404 : 200) || new Uri(page.Url).AbsolutePath != address)
                {
                    missed[kind] = $"{address} answers {answer.Status} at {page.Url}: say in GivenEverything what stands there";
                    continue;
                }

                audited.Add(kind);
                found.AddRange(await PageAudit.Of(page, address));
                var title = await page.TitleAsync();
                if (!title.EndsWith(Where(address), StringComparison.Ordinal))
                {
                    found.Add($"{address}: the title {title} does not say where");
                }

                if (answer.Status == 200 && titles.TryGetValue(title, out var other) && other != pattern.RawText)
                {
                    found.Add($"{address}: is called {title}, as {other} is");
                }

                titles[title] = pattern.RawText!;
                found.AddRange(await PageAudit.OfTheEmptyForm(page, address));
            }
        }

        found.AddRange(missed.Where(one => !audited.Contains(one.Key)).Select(one => one.Value));
        Assert.True(found.Count == 0, string.Join('\n', found.Distinct()));
        Assert.InRange(titles.Count, 30, int.MaxValue);
    }

    /// <summary>How a title ends in this part of the site.</summary>
    private static string Where(string address) => address.Split('/')[1] switch
    {
        "administration" or "history" => " - Administration - Wardbook",
        "account" when address != Urls.Account => " - My account - Wardbook",
        _ => "Wardbook",
    };

    /// <summary>By password and code, and audits both pages.</summary>
    private static async Task<List<string>> SignIn(TestSite site, IPage page, string secret)
    {
        await page.GotoAsync(Urls.SignIn);
        List<string> found = [.. await PageAudit.OfTheEmptyForm(page, Urls.SignIn)];
        await page.GetByLabel("Mail address").FillAsync(Email);
        await page.GetByLabel("Password").FillAsync(TestSite.GoodPassword);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Reached(page, Urls.Code);
        found.AddRange(await PageAudit.Of(page, Urls.Code));
        found.AddRange(await PageAudit.OfTheEmptyForm(page, Urls.Code));
        await page.GetByLabel("What is the code in your app?").FillAsync(Codes.At(secret, site.Clock.GetUtcNow()));
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await Reached(page, Urls.Account);
        return found;
    }

    /// <summary>Asks until it is so. An event would be waited for in vain when it came too soon.</summary>
    private static Task Reached(IPage page, string address) =>
        Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(System.Text.RegularExpressions.Regex.Escape(address)), new() { Timeout = 30_000 });

    /// <summary>The addresses of all pages, each once; what is shown in the place of a page is not one.</summary>
    private static async Task<List<RoutePattern>> PagesOf(TestSite site) =>
    [
        .. (await site.Service<EndpointDataSource>()).Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page && !page.RelativePath.EndsWith("/Problem.cshtml", StringComparison.Ordinal))
            .Select(endpoint => endpoint.RoutePattern)
            .DistinctBy(pattern => pattern.RawText),
    ];

    private static List<string> Addresses(RoutePattern pattern, IReadOnlyDictionary<string, string[]> ids)
    {
        IEnumerable<string> addresses = [""];
        foreach (var segment in pattern.PathSegments)
        {
            addresses = addresses.SelectMany(before => Texts(before + "/", segment, ids).Select(text => $"{before}/{text}")).ToList();
        }

        return [.. addresses.Select(address => address.Length == 0 ? "/" : address)];
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();

    private static IEnumerable<string> Texts(string before, RoutePatternPathSegment segment, IReadOnlyDictionary<string, string[]> ids) => segment.Parts.Single() switch
    {
        RoutePatternLiteralPart literal => [literal.Content],
        // A page that is several by the word at its end says in its address which: regex(^(close|open)$).
        RoutePatternParameterPart parameter when parameter.ParameterPolicies.FirstOrDefault(policy => policy.Content?.StartsWith("regex(", StringComparison.Ordinal) == true) is { Content: { } regex } =>
            regex["regex(".Length..^1].Trim('^', '$').Trim('(', ')').Split('|'),
        RoutePatternParameterPart parameter => ids.TryGetValue(before, out var there)
            ? there.Select(Uri.EscapeDataString)
            : throw new InvalidOperationException($"Say in GivenEverything what stands after {before} for {parameter.Name}."),
        _ => throw new InvalidOperationException($"{before} goes on in a way that this test does not know."),
    };
}
