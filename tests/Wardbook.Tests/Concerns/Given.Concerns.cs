using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Wardbook.Accounts;

namespace Wardbook;

public sealed partial class TestSite
{
    /// <summary>Answers the public form of a ward step by step, as somebody without scripts would, up to the page that shows the answers.</summary>
    /// <param name="answers">Otherwise that mopeds ride on the pavement all over the ward.</param>
    public async Task<IDocument> GivenAnswers(PlaceKey ward, params (string Name, string Text)[] answers)
    {
        Dictionary<string, string> all = new() { ["Words"] = "Mopeds ride on the pavement", ["About"] = "mopeds", ["Where"] = "ward", ["Time"] = "Evening" };
        foreach (var (name, text) in answers)
        {
            all[name] = text;
        }

        var page = await Get(Urls.SayIn(ward.Code));
        foreach (var step in new[] { new[] { "Words", "Website" }, ["About"], ["Where", "Street", "Spot"], ["Time", "Email"] })
        {
            page = await PostForm(page, [.. step.Where(all.ContainsKey).Select(name => (name, all[name]))]);
        }

        if (page.QuerySelector("input[name=Same][type=radio]") is not null && all.TryGetValue("Same", out var same))
        {
            page = await PostForm(page, ("Same", same));
        }

        return page;
    }

    /// <summary>Says something on the public form of a ward.</summary>
    /// <returns>The private page to which that leads.</returns>
    public async Task<IDocument> GivenSaid(PlaceKey ward, params (string Name, string Text)[] answers) => await PostForm(await GivenAnswers(ward, answers));

    /// <summary>Sends the form of a page as a browser would: every field that it has, with these filled in.</summary>
    public Task<IDocument> PostForm(IDocument page, params (string Name, string Text)[] fields) => PostOne(page, "main form", fields);

    /// <summary>The same for one form of several.</summary>
    public async Task<IDocument> PostOne(IDocument page, string selector, params (string Name, string Text)[] fields)
    {
        var form = page.QuerySelector<IHtmlFormElement>(selector) ?? throw new InvalidOperationException($"No form on {page.Url}: {page.Body?.TextContent}");
        var all = Fields(form).Where(there => fields.All(field => field.Name != there.Name)).Concat(fields);
        using var content = new FormUrlEncodedContent(all.Select(field => KeyValuePair.Create(field.Name, field.Text)));
        return await Document(await pages.PostAsync(form.GetAttribute("action") ?? page.Url, content, Cancel));
    }

    /// <summary>What a browser would send of a form in which nobody typed.</summary>
    public static IEnumerable<(string Name, string Text)> Fields(IHtmlFormElement form) =>
    [
        .. form.QuerySelectorAll<IHtmlInputElement>("input[name]").Where(input => input.Type is not ("radio" or "checkbox") || input.IsChecked).Select(input => (input.Name!, input.Value)),
        .. form.QuerySelectorAll<IHtmlTextAreaElement>("textarea[name]").Select(area => (area.Name!, area.Value)),
        .. form.QuerySelectorAll<IHtmlSelectElement>("select[name]").Select(select => (select.Name!, select.Value ?? "")),
    ];
}
