using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Wardbook.Shared;

namespace Wardbook.Places;

/// <summary><c>wardbook find "51.5,-0.1"</c>: which ward a point, postcode, name or street is in.</summary>
public static class FindCommand
{
    private static readonly string[] Formats = ["table", "csv", "json"];
    private static readonly string[] Columns = ["ward", "name", "borough", "force", "from", "near"];
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="streets">Finds streets by name; null when nobody knows streets.</param>
    public static Command Command(Func<Store.Database, string, CancellationToken, Task<IReadOnlyList<StreetAt>>>? streets)
    {
        var asked = new Argument<string>("what") { Description = "A point (latitude, longitude), a postcode, a ward, a borough or a street: \"51.5,-0.1\", \"SW2 1RW\", \"Coldharbour\"." };
        var wards = new Option<DateOnly?>("--wards") { Description = "Boundaries that held on this day, such as 2014-05-22. Otherwise the latest." };
        var near = new Option<double>("--near") { Description = "Within so many metres of a border, name the neighbour.", DefaultValueFactory = _ => WhichWard.NearMetres };
        var format = new Option<string>("--format") { Description = "table, csv or json.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong(Formats);
        var command = new Command("find", """
            Which ward is it in?

            The first column is the code of the ward. Near a border the neighbour is named too.

            Examples:
              wardbook find "51.5,-0.1" --database london.db
              wardbook find "SW2 1RW" --wards 2014-05-22 --format csv
              wardbook find Coldharbour
              wardbook find "Atlantic Road"
            """) { asked, wards, near, format };
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = Terminal.Here;
            var metres = parsed.GetValue(near);
            if (!(metres >= 0 && metres <= PlaceFinder.FarthestMetres))
            {
                throw new Refusal($"--near {metres.ToString(CultureInfo.InvariantCulture)}: expected 0 to {PlaceFinder.FarthestMetres} metres.");
            }

            var database = Terminal.Named(parsed);
            await database.MakeReady(cancel);
            await using var db = database.Open();
            using var sets = new LoadedSets(database);
            var found = await WhichWard.Find(
                db, sets, parsed.GetRequiredValue(asked), parsed.GetValue(wards), metres,
                streets is null ? null : (name, stop) => streets(database, name, stop), cancel);
            if (found.Words.Length > 0)
            {
                terminal.Messages.Profile.Out.Writer.WriteLine(found.Words);
            }

            if (found.ToImport is { } missing)
            {
                terminal.Messages.Profile.Out.Writer.WriteLine($"Load some with: wardbook import {missing}");
            }

            Write(terminal.Output, parsed.GetValue(format)!, found);
            return found.Wards.Count > 0 ? 0 : 1;
        });
        return command;
    }

    private static void Write(TextWriter output, string format, WhichWard found)
    {
        var rows = found.Wards.Select(Row).ToList();
        switch (format)
        {
            case "json":
                output.WriteLine(JsonSerializer.Serialize(found.Wards.Select(Json), Readable));
                break;
            case "csv":
                output.WriteLine(string.Join(',', Columns));
                rows.ForEach(row => output.WriteLine(string.Join(',', row.Select(Csv.Field))));
                break;
            default:
                var widths = Enumerable.Range(0, Columns.Length).Select(column => rows.Count == 0 ? 0 : rows.Max(row => row[column].Length)).ToList();
                rows.ForEach(row => output.WriteLine(string.Join("  ", row.Select((field, column) => field.PadRight(widths[column]))).TrimEnd()));
                break;
        }
    }

    private static string[] Row(WardFound ward) =>
    [
        ward.Place.Code.Text,
        ward.Place.Name,
        ward.Borough?.Name ?? "",
        ward.Force?.Name ?? "",
        ward.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        string.Join("; ", ward.Near.Select(near => string.Create(CultureInfo.InvariantCulture, $"{near.Place.Code} {near.Place.Name} {near.Metres:0} m"))),
    ];

    private static object Json(WardFound ward) => new
    {
        ward = ward.Place.Code.Text,
        name = ward.Place.Name,
        borough = ward.Borough is { } borough ? new { code = borough.Code.Text, name = borough.Name } : null,
        force = ward.Force is { } force ? new { code = force.Code.Text, name = force.Name } : null,
        from = ward.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        near = ward.Near.Select(near => new { ward = near.Place.Code.Text, name = near.Place.Name, metres = Math.Round(near.Metres, 1) }),
    };
}
