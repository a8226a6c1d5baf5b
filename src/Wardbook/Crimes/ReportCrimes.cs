using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Wardbook.Periods;
using Wardbook.Shared;

namespace Wardbook.Crimes;

/// <summary><c>wardbook report crimes</c>: counts by place, month and category, for a script or a spreadsheet.</summary>
public static class ReportCrimes
{
    private static readonly string[] Formats = ["csv", "json"];

    public static Command Command()
    {
        var by = new Option<string>("--by") { Description = "What to count by: a kind of place, then month and category if wanted. Such as ward,month,category.", DefaultValueFactory = _ => "ward,month" };
        var first = new Option<string>("--first") { Description = "The first month, such as 2013-01.", Required = true };
        var last = new Option<string>("--last") { Description = "The last month, included.", Required = true };
        var wards = new Option<DateOnly?>("--wards") { Description = "Boundaries that held on this day, such as 2014-05-22. Otherwise the latest." };
        var series = new Option<string?>("--series") { Description = "Which series, such as police-uk. Otherwise the first that has these months. Series are never added together." };
        var distinct = new Option<bool>("--distinct") { Description = "Count a repeated ID once and identical rows once. Publishers count every row." };
        var format = new Option<string>("--format") { Description = "csv or json.", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong(Formats);
        var command = new Command("crimes", "Counts of recorded crime.") { by, first, last, wards, series, distinct, format };
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = Terminal.Here;
            var database = Terminal.Named(parsed);
            await database.MakeReady(cancel);
            await using var db = database.Open();
            var (from, to) = (OfText(parsed.GetRequiredValue(first), "--first"), OfText(parsed.GetRequiredValue(last), "--last"));
            if (to < from)
            {
                throw new Refusal($"--last {to} is before --first {from}.");
            }

            var (kind, byMonth, byCategory) = By(parsed.GetRequiredValue(by));
            var chosen = parsed.GetValue(series) ?? await CrimeReport.SeriesFor(db, from, to, cancel)
                ?? throw new Refusal($"There is no recorded crime from {from} to {to} in {database.Name}.");
            var report = await CrimeReport.Find(db, chosen, kind, from, to, parsed.GetValue(wards), byMonth, byCategory, parsed.GetValue(distinct), cancel);
            if (report.Rows.Count == 0)
            {
                throw new Refusal($"Nothing is counted by {kind} from {from} to {to} in the series {chosen}. Load boundaries of that kind first (wardbook import boundaries).");
            }

            if (parsed.GetValue(format) == "json")
            {
                terminal.Output.WriteLine(JsonSerializer.Serialize(report.Rows.Select(row => Json(kind, row, byMonth, byCategory))));
            }
            else
            {
                WriteCsv(terminal.Output, kind, report.Rows, byMonth, byCategory);
            }

            return 0;
        });
        return command;
    }

    private static void WriteCsv(TextWriter output, string kind, IReadOnlyList<CrimeReportRow> rows, bool byMonth, bool byCategory)
    {
        output.WriteLine(string.Join(',', new[] { kind, byMonth ? "month" : null, byCategory ? "category" : null, "crimes" }.Where(column => column is not null)));
        foreach (var row in rows)
        {
            output.Write(row.Place.Text);
            output.Write(byMonth ? $",{row.Month}" : "");
            output.Write(byCategory ? $",{Csv.Field(row.Category!)}" : "");
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $",{row.Crimes}"));
        }
    }

    private static Dictionary<string, object> Json(string kind, CrimeReportRow row, bool byMonth, bool byCategory)
    {
        var json = new Dictionary<string, object> { [kind] = row.Place.Text };
        if (byMonth)
        {
            json["month"] = row.Month!.Value.ToString();
        }

        if (byCategory)
        {
            json["category"] = row.Category!;
        }

        json["crimes"] = row.Crimes;
        return json;
    }

    private static (string Kind, bool Month, bool Category) By(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var kinds = parts.Where(part => part is not ("month" or "category")).ToList();
        return kinds.Count == 1
            ? (kinds[0], parts.Contains("month"), parts.Contains("category"))
            : throw new Refusal($"--by {text}: expected one kind of place (ward, borough, force), then month and category if wanted.");
    }

    private static Month OfText(string text, string option) =>
        Month.TryParse(text, out var month) ? month : throw new Refusal($"{option} {text}: expected a month such as 2013-01.");
}
