using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Wardbook.Browser;

/// <summary>How somebody goes through pages: what they can follow, fill in and press.</summary>
internal abstract class Hands(IPage page)
{
    public IPage Page => page;

    /// <param name="link">Its whole text.</param>
    public abstract Task Follow(string link);

    public abstract Task Fill(string label, string text);

    public abstract Task Choose(string label, string option);

    /// <param name="day">One whose day and month are the same number: browsers differ in which comes first.</param>
    public abstract Task FillDay(string label, DateOnly day);

    public abstract Task Attach(string label, string file);

    public abstract Task Press(string button);

    /// <summary>Asks until the page says so.</summary>
    public Task Sees(string heading) => Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(heading, new() { Timeout = 30_000 });

    public Task Reads(string words) => Assertions.Expect(page.Locator("main")).ToContainTextAsync(words, new() { Timeout = 30_000 });
}

/// <summary>Nothing but keys: Tab, Enter, letters.</summary>
internal sealed class KeyboardAlone(IPage page) : Hands(page)
{
    private const string Words = "(document.activeElement.textContent || '').replace(/\\s+/g, ' ').trim()";

    public override async Task Follow(string link)
    {
        await TabTo($"document.activeElement.matches('a[href]') && {Words} === {Quoted(link)}", link);
        await Leave("Enter");
    }

    public override async Task Fill(string label, string text)
    {
        await TabTo(Labelled(label), label);
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.TypeAsync(text);
    }

    public override async Task Choose(string label, string option)
    {
        await TabTo(Labelled(label), label);
        await Page.Keyboard.TypeAsync(option);
        Assert.Equal(option, await Page.EvaluateAsync<string>("() => document.activeElement.selectedOptions[0].text"));
    }

    public override async Task FillDay(string label, DateOnly day)
    {
        Assert.Equal(day.Day, day.Month);
        await TabTo(Labelled(label), label);
        await Page.Keyboard.TypeAsync($"{day.Day:00}{day.Month:00}{day.Year:0000}");
        Assert.Equal($"{day:yyyy-MM-dd}", await Page.EvaluateAsync<string>("() => document.activeElement.value"));
    }

    public override async Task Attach(string label, string file)
    {
        await TabTo(Labelled(label), label);
        for (var press = 0; ; press++)
        {
            try
            {
                // Where the machine is busy a browser may miss the first: a person presses again.
                var chooser = await Page.RunAndWaitForFileChooserAsync(() => Page.Keyboard.PressAsync(press % 2 == 0 ? "Space" : "Enter"), new() { Timeout = 5_000 });
                await chooser.SetFilesAsync(file);
                return;
            }
            catch (TimeoutException) when (press < 4)
            {
            }
        }
    }

    public override async Task Press(string button)
    {
        await TabTo($"document.activeElement.matches('button') && {Words} === {Quoted(button)}", button);
        await Leave("Enter");
    }

    private static string Labelled(string label) => $"[...document.activeElement.labels || []].some(one => one.textContent.replace(/\\s+/g, ' ').trim() === {Quoted(label)})";

    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    /// <summary>Whatever has the focus can be seen to have it.</summary>
    private async Task TabTo(string there, string called)
    {
        for (var press = 0; press < 150; press++)
        {
            if (await Page.EvaluateAsync<bool>($"() => {there}"))
            {
                Assert.True(
                    await Page.EvaluateAsync<bool>("() => { const style = getComputedStyle(document.activeElement); return style.outlineStyle !== 'none' || style.boxShadow !== 'none' }"),
                    $"Nobody sees that {called} has the focus.");
                return;
            }

            await Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The keyboard does not reach {called} at {Page.Url}.");
    }

    /// <summary>Until another page is there.</summary>
    private async Task Leave(string key)
    {
        await Page.EvaluateAsync("() => { document.documentElement.dataset.before = 'yes' }");
        await Page.Keyboard.PressAsync(key);
        await Assertions.Expect(Page.Locator("html:not([data-before])")).ToHaveCountAsync(1, new() { Timeout = 30_000 });
        await Page.WaitForLoadStateAsync();
    }
}

/// <summary>A pointer or a finger, on a page whose scripts are off.</summary>
internal sealed class Pointer(IPage page) : Hands(page)
{
    public override Task Follow(string link) => Page.GetByRole(AriaRole.Link, new() { NameRegex = Whole(link) }).First.ClickAsync();

    public override Task Fill(string label, string text) => Page.GetByLabel(label, new() { Exact = true }).FillAsync(text);

    public override Task Choose(string label, string option) => Page.GetByLabel(label, new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = option });

    public override Task FillDay(string label, DateOnly day) => Page.GetByLabel(label, new() { Exact = true }).FillAsync($"{day:yyyy-MM-dd}");

    public override Task Attach(string label, string file) => Page.GetByLabel(label, new() { Exact = true }).SetInputFilesAsync(file);

    public override Task Press(string button) => Page.GetByRole(AriaRole.Button, new() { NameRegex = Whole(button) }).ClickAsync();

    private static Regex Whole(string text) => new("^\\s*" + Regex.Escape(text).Replace("\\ ", "\\s+", StringComparison.Ordinal) + "\\s*$");
}
