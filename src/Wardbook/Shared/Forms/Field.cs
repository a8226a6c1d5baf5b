using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Wardbook.Shared.Forms;

/// <summary>One thing asked for: its name on the wire, what was typed, and what is wrong with it.</summary>
/// <param name="Typed">What was typed, even when it could not be understood: nothing a reader typed is lost.</param>
public sealed record Field(string Name, string Id, IReadOnlyList<string> Typed, string? Error)
{
    public static Field Of(ModelExpression asked, ViewContext view)
    {
        // A page property may be called otherwise in the address: [BindProperty(Name = "q")].
        var name = asked.Metadata.BinderModelName ?? asked.Name;
        view.ViewData.ModelState.TryGetValue(name, out var state);
        IReadOnlyList<string> typed = state?.RawValue switch
        {
            string[] several => several,
            string one => [one],
            _ => asked.Model switch
            {
                null => [],
                string one => [one],
                System.Collections.IEnumerable several => [.. several.Cast<object?>().Select(Text)],
                var one => [Text(one)],
            },
        };
        return new(name, IdOf(name), typed, state is { Errors: [{ } first, ..] } ? first.ErrorMessage : null);
    }

    /// <summary>What was typed into a field that holds one answer.</summary>
    public string? Answer => Typed is [var first, ..] ? first : null;

    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "-") is { Length: > 0 } id ? id : "field";

    /// <summary>The element ids that say more about this field, or <see langword="null"/>.</summary>
    public string? DescribedBy(string? hint) => (hint, Error) switch
    {
        (null, null) => null,
        (_, null) => $"{Id}-hint",
        (null, _) => $"{Id}-error",
        _ => $"{Id}-hint {Id}-error",
    };

    public IHtmlContent HintMarkup(string? hint) => Markup.When(hint is not null, $"""<div id="{Id}-hint" class="govuk-hint">{hint}</div>""");

    public IHtmlContent ErrorMarkup() => Markup.When(Error is not null,
        $"""<p id="{Id}-error" class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> {Error}</p>""");

    /// <remarks>A day as a date field of a browser takes it.</remarks>
    private static string Text(object? value) => value is DateOnly day ? day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
