using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Wardbook.Shared.Charts;

/// <summary><c>&lt;w-steps of="Model.Chart" /&gt;</c>: steps in time against what is usual, drawn, with the words and the table that say the same.</summary>
[HtmlTargetElement("w-steps", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StepChartTagHelper : TagHelper
{
    public StepChart Of { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "w-chart");
        var rows = Markup.Each(Of.Steps, step => Markup.Of($"""<tr><th scope="row">{step.Name}</th><td class="n">{Plot.Figure(step.Value)}</td><td class="n">{Plot.Figure(step.Low)} and {Plot.Figure(step.High)}</td><td>{step.Says}</td></tr>"""));
        output.Content.SetHtmlContent(Markup.Of($"""
            <figcaption><strong>{Of.Title}.</strong> {Of.InWords}</figcaption>
            <p class="w-key"><span class="w-key__line">each step</span> <span class="w-key__band">usual</span> <span class="w-key__ring">not usual</span></p>
            {Draw()}
            <details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Show {Of.Title.ToLowerInvariant()} as a table</span></summary>
            <table class="govuk-table w-table w-table--dense"><caption class="govuk-visually-hidden">{Of.Title}</caption>
            <thead><tr><th scope="col">When</th><th scope="col" class="n">How many</th><th scope="col" class="n">Usual between</th><th scope="col">Which is</th></tr></thead><tbody>{rows}</tbody></table></details>
            """));
    }

    private IHtmlContent Draw()
    {
        var scale = Scale.UpTo(Of.Steps.Max(step => Math.Max(step.Value, step.High)));
        var plot = new Plot(scale, Of.Steps.Count);
        var points = Of.Steps.Index().ToList();
        var band = string.Join(' ', points.Select(point => plot.At(point.Index, point.Item.High)).Concat(points.AsEnumerable().Reverse().Select(point => plot.At(point.Index, point.Item.Low))));
        var rings = Markup.Each(points.Where(point => point.Item.IsUnusual), point => Markup.Of($"""<circle cx="{Plot.N(plot.X(point.Index))}" cy="{Plot.N(plot.Y(point.Item.Value))}" r="7"/>"""));
        var dots = Markup.Each(points, point => Markup.Of($"""<circle cx="{Plot.N(plot.X(point.Index))}" cy="{Plot.N(plot.Y(point.Item.Value))}" r="2.6"/>"""));
        var centre = Markup.Of($"""<line class="w-reference" x1="{Plot.N(Plot.Left)}" x2="{Plot.N(Plot.Width - Plot.Right)}" y1="{Plot.N(plot.Y(Of.Centre))}" y2="{Plot.N(plot.Y(Of.Centre))}"/>""");
        return Markup.Of($"""
            <svg class="w-plot" viewBox="0 0 480 230" aria-hidden="true" focusable="false">{plot.Axis()}<polygon class="w-band" points="{band}"/>{centre}<polyline class="w-line" points="{string.Join(' ', points.Select(point => plot.At(point.Index, point.Item.Value)))}"/><g class="w-dots">{dots}</g><g class="w-rings">{rings}</g></svg>
            """);
    }
}

/// <summary><c>&lt;w-funnel of="Model.Funnel" /&gt;</c>: places by the size of their base, with the limits that chance and habit keep them in. Its table stands on the page.</summary>
[HtmlTargetElement("w-funnel", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FunnelChartTagHelper : TagHelper
{
    public FunnelChart Of { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "w-chart");
        var sorted = Of.Dots.OrderBy(dot => dot.Base).ToList();
        var scale = Scale.UpTo(sorted.Max(dot => Math.Max(dot.Figure, Math.Min(dot.High, Of.Target * 3))), whole: false);
        var greatest = sorted[^1].Base * 1.04;
        var plot = new Plot(scale, 1);
        double X(double value) => Plot.Left + (value / greatest * (Plot.Width - Plot.Left - Plot.Right));
        string Line(Func<FunnelDot, double> limit) => string.Join(' ', sorted.Select(dot => $"{Plot.N(X(dot.Base))},{Plot.N(plot.Y(Math.Clamp(limit(dot), 0, scale.Top)))}"));
        var dots = Markup.Each(sorted.Where(dot => !dot.StandsOut), dot => Markup.Of($"""<circle cx="{Plot.N(X(dot.Base))}" cy="{Plot.N(plot.Y(dot.Figure))}" r="3"/>"""));
        var rings = Markup.Each(sorted.Where(dot => dot.StandsOut), dot => Markup.Of($"""<circle cx="{Plot.N(X(dot.Base))}" cy="{Plot.N(plot.Y(dot.Figure))}" r="5"/>"""));
        var target = Plot.N(plot.Y(Of.Target));
        output.Content.SetHtmlContent(Markup.Of($"""
            <figcaption><strong>{Of.Title}.</strong> {Of.InWords}</figcaption>
            <p class="w-key"><span class="w-key__dot">each ward</span> <span class="w-key__ring">stands out</span> <span class="w-key__before">limits</span></p>
            <svg class="w-plot" viewBox="0 0 480 230" aria-hidden="true" focusable="false">{plot.Axis()}<polyline class="w-before" points="{Line(dot => dot.High)}"/><polyline class="w-before" points="{Line(dot => dot.Low)}"/><line class="w-reference" x1="{Plot.N(Plot.Left)}" x2="{Plot.N(Plot.Width - Plot.Right)}" y1="{target}" y2="{target}"/><g class="w-dots">{dots}</g><g class="w-rings">{rings}</g><text x="{Plot.N(Plot.Left)}" y="224">0</text><text x="{Plot.N(Plot.Width - Plot.Right)}" y="224" text-anchor="end">{Of.BaseHeading}: {Plot.Figure(Math.Round(greatest, 1))}</text></svg>
            """));
    }
}

/// <summary>The room that a drawing has, 480 by 230.</summary>
internal sealed record Plot(Scale Scale, int Count)
{
    public const double Width = 480, Height = 230, Left = 46, Right = 8, Top = 12, Bottom = 26;

    public double X(int index) => Left + ((index + 0.5) * (Width - Left - Right) / Count);

    public double Y(double value) => Top + ((1 - (value / Scale.Top)) * (Height - Top - Bottom));

    public string At(int index, double value) => $"{N(X(index))},{N(Y(Math.Clamp(value, 0, Scale.Top)))}";

    public IHtmlContent Axis() => Markup.Each(Scale.Marks(), mark => Markup.Of($"""
        <line class="w-axis" x1="{N(Left)}" x2="{N(Width - Right)}" y1="{N(Y(mark))}" y2="{N(Y(mark))}"/><text x="{N(Left - 6)}" y="{N(Y(mark) + 5)}" text-anchor="end">{Figure(mark)}</text>
        """));

    /// <summary>Whole numbers as they are, others with one decimal.</summary>
    public static string Figure(double value) => Numbers.InFigures(value, value == Math.Round(value) ? 0 : 1);

    public static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
