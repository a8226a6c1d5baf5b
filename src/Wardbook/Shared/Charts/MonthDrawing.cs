using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;

namespace Wardbook.Shared.Charts;

/// <summary>Draws months as SVG: bars for this year, a dashed line with rings for the year before, so that it reads without colour.</summary>
/// <remarks>Shapes carry classes only; the colours are in the stylesheet (<c>_charts.scss</c>), since the content security policy allows no inline style.</remarks>
public static class MonthDrawing
{
    private const double Width = 480, Height = 230, Left = 46, Right = 4, Top = 12, Bottom = 26;

    /// <summary>With axis and month names.</summary>
    public static IHtmlContent Large(MonthChart chart)
    {
        var months = chart.Months;
        var scale = Scale.UpTo(Greatest(months));
        double X(int index) => Left + ((index + 0.5) * (Width - Left - Right) / months.Count);
        double Y(double count) => Top + ((1 - (count / scale.Top)) * (Height - Top - Bottom));

        var axis = Markup.Each(scale.Marks(), mark => Markup.Of($"""
            <line class="w-axis" x1="{N(Left)}" x2="{N(Width - Right)}" y1="{N(Y(mark))}" y2="{N(Y(mark))}"/><text x="{N(Left - 6)}" y="{N(Y(mark) + 5)}" text-anchor="end">{Numbers.InFigures(mark)}</text>
            """));
        // The names get room by leaving out every other one; the last month is always named.
        var names = Markup.Each(months.Index().Where(each => each.Index % 2 == 1), each =>
        {
            var name = each.Item.Month.FirstDay.ToString("MMM", CultureInfo.InvariantCulture);
            return Markup.Of($"""<text x="{N(X(each.Index))}" y="{N(Height - 6)}" text-anchor="middle">{name}</text>""");
        });
        var half = (Width - Left - Right) / months.Count * 0.34;
        return Markup.Of($"""
            <svg class="w-plot" viewBox="0 0 480 230" aria-hidden="true" focusable="false">{axis}{Bars(months, X, Y, half)}{Line(months, X, Y, ring: 3.2)}{names}</svg>
            """);
    }

    /// <summary>Small, without axis: the shape of a year. Its words stand beside it.</summary>
    public static IHtmlContent Small(MonthChart chart)
    {
        var months = chart.Months;
        var top = Math.Max(1, chart.Top ?? Greatest(months));
        double X(int index) => (index + 0.5) * 180 / months.Count;
        double Y(double count) => 3 + ((1 - (count / top)) * 49);
        return Markup.Of($"""
            <svg class="w-plot w-plot--small" viewBox="0 0 180 54" aria-hidden="true" focusable="false"><line class="w-axis" x1="0" x2="180" y1="52.5" y2="52.5"/>{Bars(months, X, Y, 5)}{Line(months, X, Y, ring: 0)}</svg>
            """);
    }

    private static double Greatest(IReadOnlyList<MonthPair> months) => months.Max(month => Math.Max(month.Now ?? 0, month.Before ?? 0));

    private static IHtmlContent Bars(IReadOnlyList<MonthPair> months, Func<int, double> x, Func<double, double> y, double half)
    {
        var path = new StringBuilder();
        foreach (var (index, month) in months.Index())
        {
            if (month.Now is { } now and > 0)
            {
                path.Append(CultureInfo.InvariantCulture, $"M{N(x(index) - half)} {N(y(0))}V{N(y(now))}h{N(2 * half)}V{N(y(0))}z");
            }
        }

        return Markup.Of($"""<path class="w-now" d="{path}"/>""");
    }

    /// <summary>Broken where a month was not published: a line through it would make up a figure.</summary>
    private static IHtmlContent Line(IReadOnlyList<MonthPair> months, Func<int, double> x, Func<double, double> y, double ring)
    {
        var path = new StringBuilder();
        var rings = new HtmlContentBuilder();
        var pen = 'M';
        foreach (var (index, month) in months.Index())
        {
            if (month.Before is not { } before)
            {
                pen = 'M';
                continue;
            }

            path.Append(CultureInfo.InvariantCulture, $"{pen}{N(x(index))} {N(y(before))}");
            pen = 'L';
            if (ring > 0)
            {
                rings.AppendHtml(Markup.Of($"""<circle cx="{N(x(index))}" cy="{N(y(before))}" r="{N(ring)}"/>"""));
            }
        }

        return Markup.Of($"""<path class="w-before" d="{path}"/>{(ring > 0 ? Markup.Of($"""<g class="w-rings">{rings}</g>""") : Markup.Nothing)}""");
    }

    private static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
