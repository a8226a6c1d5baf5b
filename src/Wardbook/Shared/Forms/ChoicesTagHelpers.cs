using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Wardbook.Shared.Forms;

/// <summary>One answer that can be chosen.</summary>
public sealed record Choice(string Value, string Text, string? Hint = null);

/// <summary><c>&lt;w-select for="Kind" label="Kind of crime" from="Model.Kinds" /&gt;</c>: one of many, in a list that opens.</summary>
[HtmlTargetElement("w-select", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SelectTagHelper : FieldTagHelper
{
    public IReadOnlyList<Choice> From { get; set; } = [];

    protected override IHtmlContent Draw(Field field)
    {
        var options = Markup.Each(From, choice =>
            Markup.Of($"""<option value="{choice.Value}"{Markup.When(field.Typed.Contains(choice.Value), $" selected")}>{choice.Text}</option>"""));
        return Markup.Of($"""
            {Above(field)}
            <select class="govuk-select{(field.Error is null ? "" : " govuk-select--error")}" id="{field.Id}" name="{field.Name}"{DescribedBy(field)}>{options}</select>
            """);
    }
}

/// <summary><c>&lt;w-radios for="Order" label="Order by" from="Model.Orders" /&gt;</c>: one of a few, all in sight.</summary>
[HtmlTargetElement("w-radios", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RadiosTagHelper : ChoicesTagHelper
{
    protected override string Kind => "radio";

    protected override string Block => "govuk-radios";
}

/// <summary><c>&lt;w-tiles for="Kind" label="What was done?" from="Model.First" /&gt;</c>: one of a few as big buttons side by side, for a thumb in the street.</summary>
[HtmlTargetElement("w-tiles", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TilesTagHelper : FieldTagHelper
{
    public IReadOnlyList<Choice> From { get; set; } = [];

    protected override IHtmlContent Draw(Field field)
    {
        var tiles = Markup.Each(From.Index(), each => Markup.Of($"""
            <label class="w-tile"><input id="{(each.Index == 0 ? field.Id : $"{field.Id}-{each.Index + 1}")}" type="radio" name="{field.Name}" value="{each.Item.Value}"{Markup.When(field.Typed.Contains(each.Item.Value), $" checked")}><span>{each.Item.Text}</span></label>
            """));
        return Markup.Of($"""
            <fieldset class="govuk-fieldset"{DescribedBy(field)}><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{Label}</legend>{field.HintMarkup(Hint)}{field.ErrorMarkup()}
            <div class="w-tiles">{tiles}</div></fieldset>
            """);
    }
}

/// <summary><c>&lt;w-checkboxes for="Kinds" label="Kinds of crime" from="Model.AllKinds" /&gt;</c>: any of a few.</summary>
[HtmlTargetElement("w-checkboxes", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckboxesTagHelper : ChoicesTagHelper
{
    protected override string Kind => "checkbox";

    protected override string Block => "govuk-checkboxes";
}

/// <summary>Choices side by side with their question as the legend.</summary>
public abstract class ChoicesTagHelper : FieldTagHelper
{
    public IReadOnlyList<Choice> From { get; set; } = [];

    /// <summary>Smaller boxes, for a page where choosing is not the main thing.</summary>
    public bool Small { get; set; }

    protected abstract string Kind { get; }

    protected abstract string Block { get; }

    protected override IHtmlContent Draw(Field field)
    {
        // The first box carries the field's own id, so that the error summary leads to it.
        var boxes = Markup.Each(From.Index(), each =>
        {
            var (number, choice) = each;
            var id = number == 0 ? field.Id : $"{field.Id}-{number + 1}";
            var hint = Markup.When(choice.Hint is not null, $"""<div id="{id}-item-hint" class="govuk-hint {Block}__hint">{choice.Hint}</div>""");
            var described = Markup.Attribute("aria-describedby", choice.Hint is null ? null : $"{id}-item-hint");
            var chosen = Markup.When(field.Typed.Contains(choice.Value), $" checked");
            return Markup.Of($"""
                <div class="{Block}__item"><input class="{Block}__input" id="{id}" name="{field.Name}" type="{Kind}" value="{choice.Value}"{chosen}{described}>
                <label class="govuk-label {Block}__label" for="{id}">{choice.Text}</label>{hint}</div>
                """);
        });
        var label = IsHeading ? Markup.Of($"""<h1 class="govuk-fieldset__heading">{Label}</h1>""") : Markup.Of($"{Label}");
        return Markup.Of($"""
            <fieldset class="govuk-fieldset"{DescribedBy(field)}>
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--{(IsHeading ? "l" : "s")}">{label}</legend>
            {field.HintMarkup(Hint)}{field.ErrorMarkup()}
            <div class="{Block}{(Small ? $" {Block}--small" : "")}">{boxes}</div></fieldset>
            """);
    }
}
