using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Wardbook.Shared;

namespace Wardbook.Accounts.Record.Reading;

/// <summary><c>&lt;w-changes of="Model.Changes" /&gt;</c>: entries of the record of change one under the other, the latest first.</summary>
[HtmlTargetElement("w-changes", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChangesTagHelper : TagHelper
{
    public IReadOnlyList<ReadEntry> Of { get; set; } = [];

    /// <summary>Each entry leads to the history of its record, where whoever reads may see that.</summary>
    public bool WithLinks { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-list w-changes");
        output.Content.SetHtmlContent(Markup.Each(Of, Draw));
    }

    private IHtmlContent Draw(ReadEntry read)
    {
        var entry = read.Entry;
        var number = entry.Number is { } sealedAs ? Markup.Of($"{sealedAs}") : Markup.Of($"""<span class="none">not sealed yet</span>""");
        IHtmlContent what = WithLinks && entry.Key.Length > 0 ? Markup.Of($"""<a class="govuk-link" href="{Urls.History(entry.Kind, entry.Key)}">{read.What}</a>""") : Markup.Of($"{read.What}");
        IHtmlContent who = WithLinks && entry.Account is { } by ? Markup.Of($"""<a class="govuk-link" href="{Urls.ChangesBy(by)}">{read.Who}</a>""") : Markup.Of($"{read.Who}");
        IHtmlContent about = read.About is null || entry.About == entry.Account ? Markup.Nothing
            : WithLinks ? Markup.Of($""", concerning <a class="govuk-link" href="{Urls.ChangesAbout(entry.About!.Value)}">{read.About}</a>""")
            : Markup.Of($", concerning {read.About}");
        var words = Markup.When(entry.Words.Length > 0, $"""<p class="govuk-body-s govuk-!-margin-bottom-1">{entry.Words}</p>""");
        var fields = Markup.When(read.Fields.Count > 0, $"""
            <dl class="w-changes__fields">{Markup.Each(read.Fields, field => Markup.Of($"""<div><dt>{field.Name}</dt><dd{Markup.Attribute("class", field.IsThere ? null : "none")}>{field.Change}</dd></div>"""))}</dl>
            """);
        var page = Markup.When(entry.Page is not null, $" on {entry.Page}");
        return Markup.Of($"""
            <li data-entry="{entry.Id}"><p class="govuk-body govuk-!-margin-bottom-1"><strong>{what}</strong> by {who}{about}</p>
            {words}{fields}<p class="w-small">{read.When}{page} · entry {number}</p></li>
            """);
    }
}
