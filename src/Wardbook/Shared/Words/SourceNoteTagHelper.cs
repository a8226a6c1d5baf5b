using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Wardbook.Shared.Words;

/// <summary><c>&lt;w-source-note of="Model.Source" /&gt;</c>: publisher, licence, months covered, when imported, when next. Under every set of figures.</summary>
[HtmlTargetElement("w-source-note", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SourceNoteTagHelper : TagHelper
{
    public SourceNote Of { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "w-source");
        output.Content.SetHtmlContent(Markup.Of($"""
            <p><strong>Source:</strong> {Of.Publisher}, under the {Linked(Of.Licence, Of.LicenceHref)}. {Months()} Imported {Linked(Of.Imported.InWords(), Of.ImportHref)}. {Next()}</p>
            """));
    }

    private string Months()
    {
        var covered = Of.First == Of.Last ? $"Covers {Of.First.InWords()}" : $"Covers {Of.First.InWords()} to {Of.Last.InWords()}";
        return Of.Missing.Count switch
        {
            0 => covered + ".",
            <= 3 => $"{covered}, without {string.Join(", ", Of.Missing.Select(month => month.InWords()))}, which nobody published.",
            var many => $"{covered}, without {many} months that nobody published.",
        };
    }

    private string Next() => Of.NextExpected is null ? "We do not know when the next figures come." : $"The next figures are expected {Of.NextExpected}.";

    private static IHtmlContent Linked(string text, string? href) => href is null ? Markup.Of($"{text}") : Markup.Of($"""<a href="{href}">{text}</a>""");
}

/// <summary><c>&lt;w-downloads csv="wards.csv" json="wards.json" /&gt;</c>: the same table as a file.</summary>
[HtmlTargetElement("w-downloads", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DownloadsTagHelper : TagHelper
{
    public string? Csv { get; set; }

    public string? Json { get; set; }

    /// <summary>What is in the file, for a page with several.</summary>
    public string What { get; set; } = "this table";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "w-downloads");
        var links = new List<IHtmlContent>();
        if (Csv is not null)
        {
            links.Add(Markup.Of($"""<a href="{Csv}">CSV<span class="govuk-visually-hidden"> of {What}</span></a>"""));
        }

        if (Json is not null)
        {
            links.Add(Markup.Of($"""<a href="{Json}">JSON<span class="govuk-visually-hidden"> of {What}</span></a>"""));
        }

        var either = Markup.Each(links.Index(), link => Markup.Of($"{(link.Index == 0 ? "" : " or ")}{link.Item}"));
        output.Content.SetHtmlContent(Markup.Of($"Download {What} as {either}."));
    }
}
