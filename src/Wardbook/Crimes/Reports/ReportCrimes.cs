using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wardbook.Periods;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Crimes.Reports;

/// <summary><c>wardbook report crimes</c>: counts by place, month and category, for a script or a spreadsheet.</summary>
public static class ReportCrimes
{
    private static readonly string[] Formats = ["csv", "json"];

    public static Command Command()
    {
        var by = new Option<string>("--by") { Description = "What to count by: a kind of place, then month and category if wanted, such as ward,month,category; of a published table, offence too.", DefaultValueFactory = _ => "ward,month" };
        var first = new Option<string>("--first") { Description = "The first month, such as 2013-01.", Required = true };
        var last = new Option<string>("--last") { Description = "The last month, included.", Required = true };
        var wards = new Option<DateOnly?>("--wards") { Description = "Boundaries that held on this day, such as 2014-05-22. Otherwise the latest." };
        var series = new Option<string?>("--series") { Description = "Which series, such as police-uk or mps-ward-table. Otherwise the first that has these months. Series are never added together." };
        var distinct = new Option<bool>("--distinct") { Description = "Count a repeated ID once and identical rows once. Publishers count every row." };
        var format = new Option<string>("--format") { Description = "csv or json.", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong(Formats);
        var command = new Command("crimes", """
            Counts of recorded crime by place, month and category.

            Examples:
              wardbook report crimes --by ward,month --first 2013-01 --last 2013-12 --database london.db
              wardbook report crimes --by borough,month,category --first 2013-01 --last 2013-12 --wards 2014-05-22 --format json
            """) { by, first, last, wards, series, distinct, format };
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = Terminal.Here;
            await using var database = Terminal.Named(parsed);
            await database.MakeReady(cancel);
            await using var db = database.Open();
            var (from, to) = (OfText(parsed.GetRequiredValue(first), "--first"), OfText(parsed.GetRequiredValue(last), "--last"));
            if (to < from)
            {
                throw new Refusal($"--last {to} is before --first {from}.");
            }

            var asked = Asked.Of(parsed.GetRequiredValue(by));
            var choice = await SeriesChoice.Find(db, parsed.GetValue(series), from, to, cancel);
            foreach (var word in choice.Words)
            {
                terminal.Messages.Profile.Out.Writer.WriteLine(word);
            }

            var rows = choice.Series.HasRecords
                ? await Records(db, choice.Series.Id, asked, from, to, parsed.GetValue(wards), parsed.GetValue(distinct), cancel)
                : await Figures(db, choice.Series, asked, from, to, parsed.GetValue(wards) is not null || parsed.GetValue(distinct), cancel);
            Write(terminal.Output, asked, rows, parsed.GetValue(format) == "json");
            return 0;
        });
        return command;
    }

    private static async Task<IReadOnlyList<FigureReportRow>> Records(
        WardbookDb db, string series, Asked asked, Month from, Month to, DateOnly? wards, bool distinct, CancellationToken cancel)
    {
        if (asked.Offence)
        {
            throw new Refusal($"The series {series} tells no offence within a category. Leave out offence.");
        }

        var report = await CrimeReport.Find(db, series, asked.Kind, from, to, wards, asked.Month, asked.Category, distinct, cancel);
        return report.Rows.Count > 0
            ? [.. report.Rows.Select(row => new FigureReportRow(row.Place.Text, row.Month, row.Category, null, row.Crimes))]
            : throw new Refusal($"Nothing is counted by {asked.Kind} from {from} to {to} in the series {series}. Load boundaries of that kind first (wardbook import boundaries).");
    }

    private static async Task<IReadOnlyList<FigureReportRow>> Figures(
        WardbookDb db, CrimeSeries series, Asked asked, Month from, Month to, bool asksForRecords, CancellationToken cancel)
    {
        if (asksForRecords)
        {
            throw new Refusal($"{series.Name} ({series.Id}) gives counts made by its publisher: they can be counted neither on other boundaries (--wards) nor without repeats (--distinct).");
        }

        string[] kinds = ["ward", "borough", "lsoa"];
        if (kinds.Contains(asked.Kind) && kinds.Any(kind => kind != asked.Kind && series.Id.Contains($"-{kind}-", StringComparison.Ordinal)))
        {
            throw new Refusal($"{series.Name} ({series.Id}) does not count by {asked.Kind}.");
        }

        var report = await FigureReport.Find(db, series, from, to, asked.Month, asked.Category, asked.Offence, cancel);
        return report.Rows.Count > 0 ? report.Rows : throw new Refusal($"The series {series.Id} has nothing from {from} to {to}.");
    }

    private static void Write(TextWriter output, Asked asked, IReadOnlyList<FigureReportRow> rows, bool asJson)
    {
        if (asJson)
        {
            output.WriteLine(JsonSerializer.Serialize(rows.Select(row => Json(asked, row))));
            return;
        }

        output.WriteLine(string.Join(',', asked.Columns));
        foreach (var row in rows)
        {
            output.Write(Csv.Field(row.Area));
            output.Write(asked.Month ? $",{row.Month}" : "");
            output.Write(asked.Category ? $",{Csv.Field(row.Category!)}" : "");
            output.Write(asked.Offence ? $",{Csv.Field(row.Offence!)}" : "");
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $",{row.Crimes}"));
        }
    }

    private static Dictionary<string, object> Json(Asked asked, FigureReportRow row)
    {
        var json = new Dictionary<string, object> { [asked.Kind] = row.Area };
        if (asked.Month)
        {
            json["month"] = row.Month!.Value.ToString();
        }

        if (asked.Category)
        {
            json["category"] = row.Category!;
        }

        if (asked.Offence)
        {
            json["offence"] = row.Offence!;
        }

        json["crimes"] = row.Crimes;
        return json;
    }

    private static Month OfText(string text, string option) =>
        Month.TryParse(text, out var month) ? month : throw new Refusal($"{option} {text}: expected a month such as 2013-01.");

    /// <summary>What a report counts by.</summary>
    private sealed record Asked(string Kind, bool Month, bool Category, bool Offence)
    {
        public IEnumerable<string> Columns => new[] { Kind, Month ? "month" : "", Category ? "category" : "", Offence ? "offence" : "", "crimes" }.Where(column => column.Length > 0);

        public static Asked Of(string text)
        {
            var parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var kinds = parts.Where(part => part is not ("month" or "category" or "offence")).ToList();
            return kinds.Count == 1
                ? new(kinds[0], parts.Contains("month"), parts.Contains("category"), parts.Contains("offence"))
                : throw new Refusal($"--by {text}: expected one kind of place (ward, borough, force), then month and category if wanted.");
        }
    }
}
