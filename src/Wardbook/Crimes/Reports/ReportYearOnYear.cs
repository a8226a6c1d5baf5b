using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wardbook.Periods;
using Wardbook.Places;
using Wardbook.Shared;

namespace Wardbook.Crimes.Reports;

/// <summary><c>wardbook report year-on-year</c>: some months against the same months a year before.</summary>
public static class ReportYearOnYear
{
    public static Command Command()
    {
        var first = new Option<string>("--first") { Description = "The first month, such as 2006-04.", Required = true };
        var last = new Option<string>("--last") { Description = "The last month, included.", Required = true };
        var series = new Option<string?>("--series") { Description = "Which series, such as police-uk. Otherwise the first that has these months." };
        var wards = new Option<DateOnly?>("--wards") { Description = "Wards that held on this day, such as 2014-05-22. Otherwise the latest." };
        var command = new Command("year-on-year", """
            Crime against the same months a year before: the force, groups of wards, the wards around them.

            Example:
              wardbook report year-on-year --first 2006-04 --last 2006-10
            """) { first, last, series, wards };
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = Terminal.Here;
            var database = Terminal.Named(parsed);
            await database.MakeReady(cancel);
            await using var db = database.Open();
            var (from, to) = (OfText(parsed.GetRequiredValue(first), "--first"), OfText(parsed.GetRequiredValue(last), "--last"));
            if (to < from || to.Since(from) > 11)
            {
                throw new Refusal($"--first {from} --last {to}: expected one month to twelve, the earlier first.");
            }

            var chosen = parsed.GetValue(series) ?? await CrimeReport.SeriesFor(db, from, to, cancel)
                ?? throw new Refusal($"There is no recorded crime from {from} to {to} in {database.Name}.");
            var sets = await BoundarySets.Holding(db, parsed.GetValue(wards), cancel);
            foreach (var id in await db.BoundarySets.Where(set => sets.Contains(set.Id) && set.Kind == "ward").OrderBy(set => set.Force).Select(set => set.Id).ToListAsync(cancel))
            {
                Write(terminal.Output, await YearOnYear.Find(db, chosen, await PlaceSet.Load(db, id, cancel), from, to, cancel));
            }

            return 0;
        });
        return command;
    }

    private static void Write(TextWriter output, YearOnYear report)
    {
        output.WriteLine("area,measure,before,after,change_per_cent");
        foreach (var row in report.Rows)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Csv.Field(row.Area)},{Csv.Field(row.Measure)},{row.Change.Before},{row.Change.After},{row.Change.PerCent:0.0}"));
        }
    }

    private static Month OfText(string text, string option) =>
        Month.TryParse(text, out var month) ? month : throw new Refusal($"{option} {text}: expected a month such as 2006-04.");
}
