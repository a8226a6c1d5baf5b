using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wardbook.Places.LookupFiles;
using Wardbook.Sources;
using Wardbook.Store;

namespace Wardbook.Places.Profiles;

/// <summary><c>wardbook import profiles FILE</c>: how many people live where, and the other figures publishers give for wards and boroughs.</summary>
public static class ImportProfiles
{
    private const string Expected = "a column with codes (New code, ward_code, GSS code, Code) and columns of figures, such as Population - 2015";

    public static Command Command()
    {
        var year = new Option<int?>("--year") { Description = "The year of a population column that does not say it." };
        var projected = new Option<int?>("--projected-from") { Description = "The first year whose populations are projections. Otherwise this year." };
        var command = new ImportCommand(
            "profiles",
            """
            Populations and ward or borough profiles: the GLA's ward profiles and atlas, mid-year populations, tables of your own.

            Examples:
              wardbook import profiles ward-profiles-excel-version.csv --database london.db
              wardbook import profiles populations.csv --year 2015 --database london.db
            """,
            "A table (.csv, .xlsx) with a header; also as .gz.",
            (parsed, loading) => Load(loading, parsed.GetValue(year), parsed.GetValue(projected) ?? loading.Today.Year)).Command;
        command.Options.Add(year);
        command.Options.Add(projected);
        return command;
    }

    private static async Task Load(Loading loading, int? year, int projectedFrom)
    {
        var (database, run, path, _, progress, cancel) = loading;
        progress.Begin("Reading", 0);
        var draft = new ProfileDraft(run, year, projectedFrom);
        var tables = InputFiles.Find(path, ".csv", ".txt", ".xlsx").SelectMany(ProfileTable.Read).ToList();

        // A workbook shows one year and keeps all of them in sheets of its own: those are the source of what it shows.
        var sources = tables.Exists(table => ProfileColumns.YearColumn(table.Header) >= 0) ? tables.FindAll(table => ProfileColumns.YearColumn(table.Header) >= 0) : tables;
        if (!sources.ConvertAll(draft.Add).Contains(true))
        {
            throw new Refusal($"{run.Record.File} is not a table of figures by place. Found {(tables.Count == 0 ? "no such columns in any sheet" : $"the columns {string.Join(", ", tables[0].Header.Take(12))}")}; expected {Expected}. Nothing was loaded.");
        }

        if (draft.Populations.Count + draft.Figures.Count == 0)
        {
            throw new Refusal($"{run.Record.File} has no figure that can be used{(run.Faults.Count > 0 ? $": line {run.Faults[0].Line}, found {run.Faults[0].Found}, expected {run.Faults[0].Expected}" : "")}. Nothing was loaded.");
        }

        int firstItem;
        await using (var db = database.Open())
        {
            if (await IsThere(db, draft, run.Record.File, cancel))
            {
                run.Record.Summary = "Nothing new: these figures are loaded already.";
                run.Record.RowsKept = 0;
                await run.EndWithout(ImportState.NothingNew, cancel);
                return;
            }

            await NoteUnknown(db, run, draft, cancel);
            firstItem = 1 + (await db.ProfileItems.MaxAsync(item => (int?)item.Id, cancel) ?? 0);
        }

        progress.Begin("Storing", draft.Populations.Count + draft.Figures.Values.Sum(figures => figures.Count));
        await Stage(database, run, draft, firstItem, progress, cancel);
        run.Record.Summary = string.Create(
            CultureInfo.InvariantCulture,
            $"{draft.Populations.Count:N0} populations{Years(draft)}, and {draft.Figures.Values.Sum(figures => figures.Count):N0} figures of {draft.Figures.Count:N0} kinds.");
        await run.Show(_ => Task.CompletedTask, cancel);
    }

    private static async Task Stage(Database database, ImportRun run, ProfileDraft draft, int firstItem, ImportProgress progress, CancellationToken cancel)
    {
        await LookupStore.Stage(
            database, [.. draft.Populations], "Populations", ["Code", "Year", "Import", "Residents", "IsProjection"],
            row => [row.Key.Code.Text, row.Key.Year, run.Id, row.Value, draft.IsProjection(row.Key.Year)], progress, cancel);
        var items = draft.Figures.Keys.Select((item, index) => (Item: item, Id: firstItem + index)).ToList();
        await LookupStore.Stage(
            database, items, "ProfileItems", ["Id", "Import", "Item", "Year"],
            item => [item.Id, run.Id, item.Item, ProfileColumns.YearOf(item.Item)], progress, cancel);
        var figures = items
            .SelectMany(item => draft.Figures[item.Item].Select(figure => (figure.Key, item.Id, figure.Value)))
            .OrderBy(figure => figure.Key).ThenBy(figure => figure.Id)
            .ToList();
        await LookupStore.Stage(
            database, figures, "ProfileFigures", ["Code", "ItemId", "Value"],
            figure => [figure.Key.Text, figure.Id, figure.Value], progress, cancel);
    }

    /// <summary>Whether the last import of a file of this name brought the same.</summary>
    private static async Task<bool> IsThere(WardbookDb db, ProfileDraft draft, string file, CancellationToken cancel)
    {
        var last = (await db.Imports.Where(import => import.Kind == "profiles" && import.File == file && import.State == ImportState.Shown).Select(import => import.Id).ToListAsync(cancel))
            .OrderBy(id => id.ToString(), StringComparer.Ordinal)
            .LastOrDefault();
        var populations = await db.Populations.AsNoTracking().Where(row => row.Import == last).ToListAsync(cancel);
        if (populations.Count != draft.Populations.Count
            || !populations.TrueForAll(row => draft.Populations.TryGetValue((row.Code, row.Year), out var residents) && residents == row.Residents && row.IsProjection == draft.IsProjection(row.Year)))
        {
            return false;
        }

        var figures = await (from figure in db.ProfileFigures
                             join item in db.ProfileItems on figure.ItemId equals item.Id
                             where item.Import == last
                             select new { item.Item, figure.Code, figure.Value }).ToListAsync(cancel);
        return figures.Count == draft.Figures.Values.Sum(of => of.Count)
            && figures.TrueForAll(row => draft.Figures.TryGetValue(row.Item, out var of) && of.TryGetValue(row.Code, out var value) && value == row.Value)
            && populations.Count + figures.Count > 0;
    }

    private static async Task NoteUnknown(WardbookDb db, ImportRun run, ProfileDraft draft, CancellationToken cancel)
    {
        var known = (await db.Places.Select(place => place.Code).Distinct().ToListAsync(cancel)).ToHashSet();
        var unknown = draft.Populations.Keys.Select(key => key.Code).Concat(draft.Figures.Values.SelectMany(of => of.Keys)).Distinct().Where(code => !known.Contains(code)).Order().ToList();
        if (known.Count > 0 && unknown.Count > 0)
        {
            run.Fault(run.Record.File, null, "", $"{unknown.Count} codes that no loaded boundary set has: {string.Join(", ", unknown.Take(10))}", "codes of places that are loaded; kept, and shown when their boundaries come", setAside: false);
        }
    }

    private static string Years(ProfileDraft draft)
    {
        var years = draft.Populations.Keys.Select(key => key.Year).Distinct().Order().ToList();
        return years.Count switch
        {
            0 => "",
            1 => $" of {years[0]}",
            _ => $" of {years[0]} to {years[^1]}{(draft.IsProjection(years[^1]) ? " (projections where the year is still to come)" : "")}",
        };
    }
}
