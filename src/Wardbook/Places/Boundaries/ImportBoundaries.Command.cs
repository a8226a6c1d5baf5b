using System.CommandLine;
using Wardbook.Shared;
using Wardbook.Sources;

namespace Wardbook.Places.Boundaries;

public static partial class ImportBoundaries
{
    /// <param name="beforeShowing">What is to be counted on a new set before it is shown.</param>
    public static Command Command(Func<PlaceSet, ImportRun, CancellationToken, Task> beforeShowing)
    {
        var path = new Argument<string>("file") { Description = "GeoJSON, shapefile (.zip), KML (one file or a .zip of them), GeoPackage or TopoJSON; also as .gz." };
        var kind = new Option<string>("--kind") { Description = "What the areas are: ward, borough, cluster, beat, force, lsoa.", Required = true };
        var from = new Option<DateOnly>("--from") { Description = "The first day on which these boundaries hold, such as 2018-05-03.", Required = true };
        var force = new Option<string?>("--force") { Description = "The force whose areas they are, such as metropolitan. Otherwise told from the file or from boroughs that are loaded." };
        var code = new Option<string?>("--code") { Description = "The column with the codes, if it is not recognised." };
        var name = new Option<string?>("--name") { Description = "The column with the names, if it is not recognised." };
        var borough = new Option<string?>("--borough") { Description = "The column with the name of the borough, if it is not recognised." };
        var crs = new Option<string?>("--crs") { Description = $"The grid of the coordinates, if the file does not say or is wrong: {Grids.Known}." };
        var publisher = new Option<string>("--publisher") { Description = "Who publishes the file.", DefaultValueFactory = _ => "" };
        var licence = new Option<string>("--licence") { Description = "On what terms.", DefaultValueFactory = _ => "" };
        var command = new Command("boundaries", """
            Wards, boroughs, forces or other areas, as they were from a day on.

            GeoJSON, shapefile (.zip), KML (one file, or a zip of them with the code in the file name) or GeoPackage, in longitude and
            latitude or in British National Grid. Broken rings are mended and reported; so are overlaps, gaps and areas given twice.

            Examples:
              wardbook import boundaries wards-2018.geojson --kind ward --from 2018-05-03 --force metropolitan --database london.db
              wardbook import boundaries boroughs.zip --kind borough --from 2010-05-06 --database london.db
            """) { path, kind, from, force, code, name, borough, crs, publisher, licence };
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = Terminal.Here;
            var request = new BoundaryRequest(Path.GetFullPath(parsed.GetRequiredValue(path)), parsed.GetRequiredValue(kind), parsed.GetRequiredValue(from))
            {
                Force = parsed.GetValue(force),
                CodeColumn = parsed.GetValue(code),
                NameColumn = parsed.GetValue(name),
                BoroughColumn = parsed.GetValue(borough),
                Grid = parsed.GetValue(crs),
                Publisher = parsed.GetRequiredValue(publisher),
                Licence = parsed.GetRequiredValue(licence),
            };
            var run = await ImportProgress.Show(terminal.Messages, progress => Run(Terminal.Named(parsed), terminal.Clock, request, progress, beforeShowing, cancel));
            ImportSummary.Print(terminal.Messages, run.Record, run.Faults, run.FaultCount);
            return run.Record.State is ImportState.Shown or ImportState.NothingNew ? 0 : 1;
        });
        return command;
    }
}
