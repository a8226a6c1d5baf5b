using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Wardbook.Access;

/// <summary>Follows every link of the site from its first page, and says what is wrong with the pages it meets.</summary>
public static class Crawl
{
    /// <summary>Of one kind of page, such as wards, so many are looked at.</summary>
    private const int OfOneKind = 3;

    /// <returns>The pages met, by address, and what is wrong with them: one line each.</returns>
    public static async Task<(IReadOnlyList<string> Pages, IReadOnlyList<string> Faults)> From(TestSite site, params string[] first)
    {
        var waiting = new Queue<string>(first);
        var met = new HashSet<string>(first);
        var kinds = new Dictionary<string, int>();
        List<string> pages = [], faults = [];
        while (waiting.TryDequeue(out var url))
        {
            using var answer = await site.Http.GetAsync(url, TestContext.Current.CancellationToken);
            if (answer.Headers.Location is { } elsewhere)
            {
                Meet(elsewhere.OriginalString, met, kinds, waiting);
                continue;
            }

            if (answer.StatusCode != HttpStatusCode.OK)
            {
                faults.Add($"{url}: answers {(int)answer.StatusCode}");
                continue;
            }

            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            pages.Add(url);
            var page = await site.Get(url);
            faults.AddRange(Faults(page).Select(fault => $"{url}: {fault}"));
            foreach (var link in page.QuerySelectorAll<IHtmlAnchorElement>("a[href]").Select(link => link.GetAttribute("href")!))
            {
                Meet(new Uri(new Uri("http://localhost" + url), link).ToString(), met, kinds, waiting);
            }
        }

        return (pages, faults);
    }

    /// <summary>What any reader of any page may count on.</summary>
    public static IEnumerable<string> Faults(IDocument page)
    {
        if (string.IsNullOrWhiteSpace(page.Title) || !page.Title.EndsWith("Wardbook", StringComparison.Ordinal))
        {
            yield return $"the title is '{page.Title}'";
        }

        if (page.QuerySelectorAll("h1").Length != 1)
        {
            yield return $"has {page.QuerySelectorAll("h1").Length} main headings";
        }

        if (page.DocumentElement.GetAttribute("lang") != "en-GB")
        {
            yield return "does not say its language";
        }

        foreach (var element in page.QuerySelectorAll("[style], style, script:not([src]), [onclick], [onload], [onchange], a[href^='javascript:']"))
        {
            yield return $"has something inline: {element.OuterHtml[..Math.Min(100, element.OuterHtml.Length)]}";
        }

        foreach (var field in page.QuerySelectorAll("input:not([type=hidden]):not([type=submit]), select, textarea"))
        {
            var id = field.GetAttribute("id");
            if (!field.HasAttribute("aria-label") && !field.HasAttribute("aria-labelledby") && (id is null || page.QuerySelector($"label[for='{id}']") is null))
            {
                yield return $"has a field without a label: {field.OuterHtml}";
            }
        }

        foreach (var image in page.QuerySelectorAll("img:not([alt])"))
        {
            yield return $"has a picture without words: {image.OuterHtml}";
        }

        foreach (var id in page.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(group => group.Count() > 1))
        {
            yield return $"uses the id {id.Key} {id.Count()} times";
        }

        foreach (var table in page.QuerySelectorAll("table").Where(table => table.QuerySelector("caption") is null || table.QuerySelector("th[scope]") is null))
        {
            yield return $"has a table without a caption or headings: {table.TextContent.Trim()[..Math.Min(60, table.TextContent.Trim().Length)]}";
        }
    }

    private static void Meet(string link, HashSet<string> met, Dictionary<string, int> kinds, Queue<string> waiting)
    {
        var address = new Uri(new Uri("http://localhost"), link);
        if (address.Host != "localhost" || !met.Add(address.PathAndQuery))
        {
            return;
        }

        // Two pages are of one kind when their addresses differ only in what stands in the place of a code or an answer.
        var kind = string.Join('/', address.AbsolutePath.Split('/').Select(part => part.Any(char.IsDigit) ? "*" + Path.GetExtension(part) : part))
            + "?" + string.Join('&', address.Query.TrimStart('?').Split('&').Select(part => part.Split('=')[0]));
        kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
        if (kinds[kind] <= OfOneKind)
        {
            waiting.Enqueue(address.PathAndQuery);
        }
    }
}
