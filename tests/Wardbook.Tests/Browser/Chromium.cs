using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Wardbook.Browser.Chromium))]

namespace Wardbook.Browser;

/// <summary>One Chromium for all browser tests; each test gets windows of its own. A class of browser tests carries <c>[Trait("Needs", "browser")]</c>.</summary>
public sealed class Chromium : IAsyncDisposable
{
    // The browser's own errands are off: it asks no machine but this one.
    private static readonly string[] Arguments = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> started = new(Start);

    /// <summary>A new window on the site, with nothing kept from another.</summary>
    /// <param name="width">390 is a phone, 1280 a desk.</param>
    public async Task<IPage> Window(TestSite site, int width = 1280, bool scripts = true, BrowserNewContextOptions? more = null)
    {
        var options = more ?? new();
        options.BaseURL = (await site.Address()).ToString();
        options.ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 800 };
        options.JavaScriptEnabled = scripts;
        options.Locale = "en-GB";
        return await (await (await started.Value).Browser.NewContextAsync(options)).NewPageAsync();
    }

    /// <summary>What axe finds on the page as it stands, by every rule it has. One line for each thing, empty when all is well.</summary>
    /// <remarks>Goes in by the debugger's door, because the site's content security policy rightly refuses a script from elsewhere.</remarks>
    public static async Task<IReadOnlyList<string>> Faults(IPage page)
    {
        var debugger = await page.Context.NewCDPSessionAsync(page);
        await Evaluate(debugger, Axe + "; 0");
        var faults = await Evaluate(debugger, "axe.run().then(found => found.violations.flatMap(fault => fault.nodes.map(node => `${fault.id}: ${fault.help}: ${node.html}`)))");
        return [.. faults.EnumerateArray().Select(fault => $"{page.Url}: {fault.GetString()}")];
    }

    public async ValueTask DisposeAsync()
    {
        if (started.IsValueCreated)
        {
            var (playwright, browser) = await started.Value;
            await browser.DisposeAsync();
            playwright.Dispose();
        }
    }

    private static async Task<JsonElement> Evaluate(ICDPSession debugger, string script)
    {
        var answer = (await debugger.SendAsync("Runtime.evaluate", new() { ["expression"] = script, ["awaitPromise"] = true, ["returnByValue"] = true }))!.Value;
        return answer.TryGetProperty("exceptionDetails", out var wrong)
            ? throw new InvalidOperationException(wrong.ToString())
            : answer.GetProperty("result").GetProperty("value");
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> Start()
    {
        var program = Environment.GetEnvironmentVariable("WARDBOOK_TEST_BROWSER") is { Length: > 0 } set ? set : "/usr/bin/chromium";
        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Arguments }));
    }
}
