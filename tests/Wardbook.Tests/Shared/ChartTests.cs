using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using NetTopologySuite.Geometries;
using Wardbook.Periods;
using Wardbook.Shared.Charts;
using Wardbook.Shared.Maps;

namespace Wardbook.Shared;

public sealed class ChartTests
{
    private static readonly Month March = new(2026, 3);

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(3, 3, 1)]
    [InlineData(125, 150, 50)]
    [InlineData(100, 100, 25)]
    [InlineData(1, 1, 1)]
    [InlineData(4120, 6000, 2000)]
    public void An_axis_begins_at_nothing_and_ends_at_a_round_number(double greatest, double top, double step)
    {
        var scale = Scale.UpTo(greatest);

        Assert.Equal((top, step), (scale.Top, scale.Step));
        Assert.Equal(0, scale.Marks().First());
        Assert.Equal(top, scale.Marks().Last());
    }

    [Fact]
    public void The_words_give_both_years()
    {
        var chart = new MonthChart("Burglary", Month.From(March.Plus(-23), March).ToDictionary(month => month, month => month.Year == 2024 ? 100d : 10d), March) { Things = "burglaries" };

        Assert.Equal("120 burglaries in the 12 months to March 2026, 930 in the 12 months before.", chart.InWords);
    }

    [Fact]
    public void A_month_nobody_published_is_a_gap_and_not_a_nought()
    {
        var chart = new MonthChart("Burglary", Month.From(March.Plus(-23), March).Where(month => month != March.Plus(-5)).ToDictionary(month => month, _ => 10d), March);

        Assert.Equal("Some of the 12 months to March 2026 were not published, so there is no total for the year.", chart.InWords);
        Assert.Equal(11, Text(MonthDrawing.Large(chart)).Split("class=\"w-now\" d=\"")[1].Split('"')[0].Count(letter => letter == 'M'));
        Assert.Contains("not published", chart.Table.Cells.SelectMany(row => row).Select(cell => cell.Text));
    }

    [Fact]
    public void Months_of_nothing_draw_no_bars()
    {
        var chart = new MonthChart("Burglary", Month.From(March.Plus(-23), March).ToDictionary(month => month, _ => 0d), March);

        Assert.Contains("class=\"w-now\" d=\"\"", Text(MonthDrawing.Large(chart)), StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", Text(MonthDrawing.Small(chart)), StringComparison.Ordinal);
    }

    [Fact]
    public void Places_that_share_a_border_share_it_in_the_drawing()
    {
        var drawing = Text(OutlineMap.Draw([new(Square(0, 0), "West"), new(Square(1, 0), "East", Role: "here", Href: "/east")]));

        // Two squares on the equator, 600 wide together: the common border is at 300 in both.
        Assert.Contains("""d="M0 300l300 0 0-300-300 0z""", drawing, StringComparison.Ordinal);
        Assert.Contains("""d="M300 300l300 0 0-300-300 0z""", drawing, StringComparison.Ordinal);
        Assert.Contains("""<a href="/east" tabindex="-1"><path class="w-here" """.TrimEnd(), drawing, StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_of_nothing_is_nothing() => Assert.Equal("", Text(OutlineMap.Draw([])));

    [Fact]
    public void What_stands_between_markup_is_encoded_and_markup_is_not()
    {
        Assert.Equal("<p title=\"&quot;x\">&lt;b&gt; <i>1</i></p>", Text(Markup.Of($"""<p title="{"\"x"}">{"<b>"} {Markup.Of($"<i>{1}</i>")}</p>""")));
    }

    [Theory]
    [InlineData(1204, 0, "1,204")]
    [InlineData(8.25, 1, "8.3")]
    [InlineData(-3, 0, "\u22123")]
    [InlineData(-0.04, 1, "0.0")]
    public void Numbers_are_written_for_reading(double number, int decimals, string expected) => Assert.Equal(expected, Numbers.InFigures(number, decimals));

    private static Polygon Square(double west, double south) =>
        new(new LinearRing([new(west, south), new(west + 1, south), new(west + 1, south + 1), new(west, south + 1), new(west, south)]));

    private static string Text(IHtmlContent content)
    {
        using var text = new StringWriter();
        content.WriteTo(text, HtmlEncoder.Default);
        return text.ToString();
    }
}
