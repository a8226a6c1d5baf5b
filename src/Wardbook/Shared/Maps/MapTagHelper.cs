using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Wardbook.Places;

namespace Wardbook.Shared.Maps;

/// <summary>What a map lets a reader do.</summary>
public enum MapUse
{
    /// <summary>Look, and follow a shape to its page.</summary>
    Show,

    /// <summary>Press a place to be told which ward it is in.</summary>
    Find,

    /// <summary>Draw an area by its corners.</summary>
    Draw,

    /// <summary>Press a place that goes into a text box of the form around the map.</summary>
    Pin,
}

/// <summary>
/// <c>&lt;w-map label="Riverside and its neighbours" geojson="/wards/E05000001/map.geojson"&gt;what it shows without a script&lt;/w-map&gt;</c>:
/// a place for a map. What is inside is what everyone gets (an outline drawing, a list); a script puts the map in its place, and loads only on pages that have one.
/// </summary>
/// <remarks>The page must say the same in a list or a table: a map alone can be read neither by a screen reader nor on paper.</remarks>
[HtmlTargetElement("w-map")]
public sealed class MapTagHelper(Frame frame) : TagHelper
{
    /// <summary>The key by which the layout knows that a page needs the map's script.</summary>
    public const string OnThisPage = "Wardbook.Map";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>What the map shows, in words.</summary>
    public string Label { get; set; } = "";

    /// <summary>
    /// The address of the shapes, as <see cref="MapJson"/> writes them: a feature collection whose properties may be <c>name</c>, <c>href</c>, <c>note</c> and <c>role</c> 
    /// (<c>here</c>, <c>neighbour</c> or <c>level-1</c> to <c>level-5</c>).
    /// </summary>
    public string? Geojson { get; set; }

    public MapUse Use { get; set; } = MapUse.Show;

    /// <summary>Where a pressed place is looked up, as <c>?at=latitude,longitude</c>.</summary>
    public string Find { get; set; } = "/find";

    /// <summary>The id of the text box that holds the corners of a drawn area, one <c>latitude,longitude</c> on each line.</summary>
    public string? Corners { get; set; }

    /// <summary>The id of the text box that holds a pressed place, as <c>latitude,longitude</c>.</summary>
    public string? Pin { get; set; }

    /// <summary>The answer that a pressed place chooses, as <c>name=value</c>.</summary>
    public string? Chooses { get; set; }

    /// <summary>Places to mark with numbers, as <c>latitude,longitude,number</c> with blanks between. The page's list has the same numbers.</summary>
    public string? Marks { get; set; }

    /// <summary>A place to mark.</summary>
    public Point? At { get; set; }

    /// <summary>The middle of a circle to draw, <see cref="Metres"/> wide to each side.</summary>
    public Point? Around { get; set; }

    public int Metres { get; set; } = 800;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ViewContext.ViewData[OnThisPage] = true;
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "w-map");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Attributes.SetAttribute("data-map", Use.ToString().ToLowerInvariant());
        Set(output, "data-geojson", Geojson);
        Set(output, "data-find", Use == MapUse.Find ? Find : null);
        Set(output, "data-corners", Corners);
        Set(output, "data-pin", Pin);
        Set(output, "data-marks", Marks);
        Set(output, "data-chooses", Chooses);
        Set(output, "data-at", At is { } at ? string.Create(CultureInfo.InvariantCulture, $"{at.Latitude},{at.Longitude}") : null);
        Set(output, "data-around", Around is { } middle ? string.Create(CultureInfo.InvariantCulture, $"{middle.Latitude},{middle.Longitude},{Metres}") : null);
        Set(output, "data-tiles", frame.Tiles?.Address);
        Set(output, "data-credit", frame.Tiles?.Credit);
    }

    private static void Set(TagHelperOutput output, string name, string? value)
    {
        // A page's "nothing" arrives as an empty text, and an empty address would be the page itself.
        if (!string.IsNullOrEmpty(value))
        {
            output.Attributes.SetAttribute(name, value);
        }
    }
}
