using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Wardbook.Shared.Forms;

/// <summary>Two people changed the same thing: what stands there now, beside what this one typed. Nobody's words are lost; a person chooses.</summary>
/// <param name="Fields">Those that differ: what it is called, what stands there, what was typed.</param>
public sealed record Clash(IReadOnlyList<(string Label, string Theirs, string Mine)> Fields)
{
    /// <summary>Says so above the form, and lets the next press of the button mean what it says.</summary>
    /// <param name="field">The hidden field with the version that was read.</param>
    /// <param name="now">The version that stands there.</param>
    public static Clash Found(ModelStateDictionary state, string field, int now, params (string Label, string? Theirs, string? Mine)[] fields)
    {
        state.Remove(field);
        state.SetModelValue(field, now, now.ToString(System.Globalization.CultureInfo.InvariantCulture));
        state.AddModelError("", "Somebody else changed this while you were writing. What they wrote stands below, beside what you wrote. Nothing of either is lost");
        return new([.. fields.Where(one => (one.Theirs ?? "") != (one.Mine ?? "")).Select(one => (one.Label, one.Theirs ?? "", one.Mine ?? ""))]);
    }
}

/// <summary><c>&lt;w-clash of="Model.Clash" /&gt;</c>: both versions side by side. Nothing when nobody else was there.</summary>
[HtmlTargetElement("w-clash", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ClashTagHelper : TagHelper
{
    public Clash? Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Of is not { } clash)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "w-clash");
        var rows = Markup.Each(clash.Fields, field => Markup.Of($"""
            <tr><th scope="row">{field.Label}</th><td data-label="Stands there now">{Said(field.Theirs)}</td><td data-label="What you wrote">{Said(field.Mine)}</td></tr>
            """));
        output.Content.SetHtmlContent(clash.Fields.Count == 0
            ? Markup.Of($"<p>They wrote the same as you.</p>")
            : Markup.Of($"""
                <table class="govuk-table w-table w-table--stack"><caption class="govuk-table__caption govuk-table__caption--s">What differs</caption>
                <thead><tr><th scope="col">Field</th><th scope="col">Stands there now</th><th scope="col">What you wrote</th></tr></thead><tbody>{rows}</tbody></table>
                <p>The form below holds what you wrote. Put in what you want to keep of theirs, then save: that replaces what stands there. To keep theirs, leave this page.</p>
                """));
    }

    private static string Said(string words) => words.Length > 0 ? words : "nothing";
}
