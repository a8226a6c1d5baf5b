using Microsoft.Playwright;

namespace Wardbook.Browser;

/// <summary>What anybody may expect of any page, on a phone, with a screen reader, by keyboard.</summary>
internal static class PageAudit
{
    /// <summary>A folder for a picture of every page audited, to look at; nothing is kept without it.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("WARDBOOK_TEST_PICTURES");

    /// <summary>What is wrong with the page as it stands: one line each.</summary>
    public static async Task<List<string>> Of(IPage page, string called)
    {
        List<string> found = [.. await Chromium.Faults(page)];
        var width = page.ViewportSize!.Width;
        if (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") is var wide && wide > width)
        {
            var culprit = await page.EvaluateAsync<string>(
                $$"""() => [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > {{width}} + 1 && !one.closest('.w-scroll')).map(one => one.outerHTML.slice(0, 150)).slice(-1).join()""");
            found.Add($"{called} is {wide} wide: {culprit}");
        }

        if (await page.Locator("h1").CountAsync() is not 1 and var headings)
        {
            found.Add($"{called} has {headings} main headings");
        }

        if (await page.EvaluateAsync<string>("() => [...document.querySelectorAll('main, nav, header, footer')].map(one => one.textContent).join().match(/undefined|System\\.|Wardbook\\.[A-Z]|\\d-\\d\\dT\\d\\d:\\d\\d/)?.[0] ?? ''") is { Length: > 0 } inside)
        {
            found.Add($"{called} says {inside}");
        }

        if (Pictures is not null)
        {
            Directory.CreateDirectory(Pictures);
            var name = string.Concat($"{called}-{width}".Select(letter => char.IsLetterOrDigit(letter) || letter == '-' ? letter : '_'));
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}.png"), FullPage = true });
        }

        return found;
    }

    /// <summary>Sends the first form of the page with nothing in it. When that is refused, the refusal has to be found by eye, ear and keyboard.</summary>
    /// <remarks>A form that a warning button sends is left alone: it may mean what it says.</remarks>
    public static async Task<List<string>> OfTheEmptyForm(IPage page, string called)
    {
        await page.EvaluateAsync("""
            () => {
              const form = [...document.querySelectorAll('main form[method=post]')].find(one => !one.hidden && !one.dataset.passkey
                && !one.querySelector('.govuk-button--warning') && one.querySelector('input:not([type=hidden]):not([readonly]), textarea'))
              form?.querySelectorAll('input:not([type=hidden]):not([type=file]), textarea').forEach(field => { field.value = '' })
              form?.querySelector('button:not([type=button])').setAttribute('data-sent-empty', '')
            }
            """);
        var send = page.Locator("[data-sent-empty]");
        if (await send.CountAsync() == 0)
        {
            return [];
        }

        await page.EvaluateAsync("() => { document.documentElement.dataset.before = 'yes' }");
        await send.ClickAsync();
        try
        {
            await Assertions.Expect(page.Locator("html:not([data-before])")).ToHaveCountAsync(1, new() { Timeout = 30_000 });
        }
        catch (PlaywrightException)
        {
            return [$"{called}: the first button of its form sends nothing"];
        }

        await page.WaitForFunctionAsync("() => document.readyState === 'complete'");
        if (await page.Locator(".govuk-error-summary").CountAsync() == 0)
        {
            return [];
        }

        var found = await Of(page, called + " refused");
        if (!(await page.TitleAsync()).StartsWith("Error: ", StringComparison.Ordinal))
        {
            found.Add($"{called}: refused, and the title says {await page.TitleAsync()}");
        }

        if (!await page.EvaluateAsync<bool>("() => document.activeElement.classList.contains('govuk-error-summary')"))
        {
            found.Add($"{called}: what is wrong does not take the focus");
        }

        if (!await page.EvaluateAsync<bool>("""
            () => {
              const fields = [...document.querySelectorAll('.govuk-error-summary__list a')].map(link => document.getElementById(link.hash.slice(1)))
              return fields.every((field, at) => at === 0 || fields[at - 1].compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING)
            }
            """))
        {
            found.Add($"{called}: what is wrong is not told in the order of the fields");
        }

        var links = page.Locator(".govuk-error-summary__list li");
        for (var at = 0; at < await links.CountAsync(); at++)
        {
            var link = links.Nth(at).Locator("a");
            if (await link.CountAsync() == 0)
            {
                found.Add($"{called}: {await links.Nth(at).TextContentAsync()}: leads nowhere");
                continue;
            }

            await link.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            if (!await page.EvaluateAsync<bool>("() => document.activeElement.matches('input, select, textarea')"))
            {
                found.Add($"{called}: {await link.TextContentAsync()}: does not lead to its field");
            }
        }

        return found;
    }
}
