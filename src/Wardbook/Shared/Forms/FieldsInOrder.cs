using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Wardbook.Shared.Forms;

/// <summary>The fields of the page as they come, so that what is wrong is told in the order in which it is put right.</summary>
public sealed class FieldsInOrder
{
    private readonly List<string> names = [];

    public static FieldsInOrder Of(ViewContext view)
    {
        var items = view.HttpContext.Items;
        if (items[typeof(FieldsInOrder)] is not FieldsInOrder there)
        {
            items[typeof(FieldsInOrder)] = there = new();
        }

        return there;
    }

    public void Add(string name) => names.Add(name);

    /// <summary>Drawn when the page is written, by when every field is known: the list stands before them.</summary>
    /// <param name="keys">Names of fields, or nothing for what belongs to none: those come first.</param>
    public IHtmlContent InOrder<T>(IReadOnlyList<T> all, Func<T, string> keys, Func<T, IHtmlContent> draw) => new Later(() => Markup.Each(all.OrderBy(one => Place(keys(one))), draw));

    private int Place(string name) => name.Length == 0 ? -1
        : names.FindIndex(one => one.Equals(name, StringComparison.OrdinalIgnoreCase)) is var at && at < 0 ? names.Count : at;

    private sealed class Later(Func<IHtmlContent> draw) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) => draw().WriteTo(writer, encoder);
    }
}
