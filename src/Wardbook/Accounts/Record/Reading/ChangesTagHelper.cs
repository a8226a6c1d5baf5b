using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Wardbook.Shared;

namespace Wardbook.Accounts.Record.Reading;

/// <summary><c>&lt;w-changes of="Model.Changes" words="Model.Words" /&gt;</c>: entries of the record of change one under the other, the latest first.</summary>
[HtmlTargetElement("w-changes", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChangesTagHelper : TagHelper
{
    public IReadOnlyList<ReadEntry> Of { get; set; } = [];

    public EntryWords Words { get; set; } = EntryWords.None;

    /// <summary>On the page of one record each entry need not say which.</summary>
    public bool OfOne { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-list w-changes");
        output.Content.SetHtmlContent(Markup.Each(Of, Draw));
    }

    /// <summary>From what to what, field by field.</summary>
    internal static IHtmlContent Fields(IEnumerable<ReadField> fields) => fields.ToList() is { Count: > 0 } some
        ? Markup.Of($"""
            <dl class="w-changes__fields">{Markup.Each(some, field => Markup.Of($"""<div><dt>{field.Name}</dt><dd{Markup.Attribute("class", field.IsThere ? null : "none")}>{field.Change}</dd></div>"""))}</dl>
            """)
        : Markup.Nothing;

    private IHtmlContent Draw(ReadEntry read)
    {
        var entry = read.Entry;
        var number = entry.Number is { } sealedAs ? Markup.Of($"{sealedAs}") : Markup.Of($"""<span class="none">not sealed yet</span>""");
        var named = Words.Record(read);
        IHtmlContent what = OfOne || entry.Key.Length == 0 ? Markup.Of($"{Words.What(read)}")
            : named is null ? Markup.Of($"""<a class="govuk-link" href="{Urls.History(entry.Kind, entry.Key)}">{Words.What(read)}</a>""")
            : Markup.Of($"""{Words.What(read)}: <a class="govuk-link" href="{Urls.History(entry.Kind, entry.Key)}">{named.Words}</a>""");
        IHtmlContent who = entry.Account is { } by ? Markup.Of($"""<a class="govuk-link" href="{Urls.ChangesBy(by)}">{read.Who}</a>""") : Markup.Of($"{read.Who}");
        IHtmlContent about = read.About is null || entry.About == entry.Account || (named is not null && named.Words.EndsWith(read.About, StringComparison.Ordinal)) ? Markup.Nothing
            : Markup.Of($""", concerning <a class="govuk-link" href="{Urls.ChangesAbout(entry.About!.Value)}">{read.About}</a>""");
        var words = Markup.When(entry.Words.Length > 0, $"""<p class="govuk-body-s govuk-!-margin-bottom-1">{entry.Words}</p>""");
        var page = Markup.When(entry.Page is not null, $" on {EntryWords.Page(read)}");
        return Markup.Of($"""
            <li data-entry="{entry.Id}"><p class="govuk-body govuk-!-margin-bottom-1"><strong>{what}</strong> by {who}{about}</p>
            {words}{Fields(Words.Fields(read))}<p class="w-small">{read.When}{page} · entry {number}</p></li>
            """);
    }
}
