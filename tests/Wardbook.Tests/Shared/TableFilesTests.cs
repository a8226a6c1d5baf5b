using System.Text;
using Wardbook.Periods;
using Wardbook.Shared.Tables;

namespace Wardbook.Shared;

public sealed class TableFilesTests
{
    private static readonly Table Months = new Table<(string Place, Month Month, double? Rate)>("Rates, by month",
        [("St John\u2019s, \"the hill\"", new(2026, 3), 24.123456), ("Heath", new(2026, 2), null)])
        .Text("place", "Place", row => row.Place)
        .Text("month", "Month", row => row.Month)
        .Number("rate", "Per 1,000 people", row => row.Rate, decimals: 1);

    [Fact]
    public void A_csv_has_every_decimal_and_nothing_where_nothing_is_known()
    {
        Assert.Equal(
            "place,month,rate\r\n\"St John\u2019s, \"\"the hill\"\"\",2026-03,24.123456\r\nHeath,2026-02,\r\n",
            Encoding.UTF8.GetString(Months.ToCsv()));
    }

    /// <summary>What spreadsheets take for a formula: OWASP, CSV injection.</summary>
    [Theory]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("+44 20 7946 0000", "'+44 20 7946 0000")]
    [InlineData("@here", "'@here")]
    [InlineData("-12.5", "-12.5")]
    [InlineData("a=b", "a=b")]
    public void What_a_spreadsheet_would_compute_is_written_as_text(string typed, string written) => Assert.Equal(written, Csv.Field(typed));

    [Fact]
    public void A_json_file_says_null_where_nothing_is_known()
    {
        Assert.Equal(
            """{"title":"Rates, by month","rows":[{"place":"St John\u2019s, \u0022the hill\u0022","month":"2026-03","rate":24.123456},{"place":"Heath","month":"2026-02","rate":null}]}""",
            Encoding.UTF8.GetString(Months.ToJson()));
    }

    [Fact]
    public void Files_keep_the_order_a_reader_asked_for()
    {
        Assert.StartsWith("place,month,rate\r\nHeath,", Encoding.UTF8.GetString(Months.InOrder("month").ToCsv()), StringComparison.Ordinal);
    }
}
