using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NetTopologySuite.Geometries;
using Wardbook.Sources;
using Wardbook.Store;

namespace Wardbook.Places.Boundaries;

/// <summary><c>wardbook import boundaries FILE --kind ward --from 2018-05-03</c>: loads a boundary set, checked and mended, whole or not at all.</summary>
public static partial class ImportBoundaries
{
    /// <param name="beforeShowing">What is to be counted on the new set before it is shown.</param>
    /// <returns>The run, ended; its record says what came of it.</returns>
    /// <exception cref="Refusal">Nothing could be begun: no such file, another import running.</exception>
    public static async Task<ImportRun> Run(
        Database database,
        TimeProvider clock,
        BoundaryRequest request,
        ImportProgress progress,
        Func<PlaceSet, ImportRun, CancellationToken, Task> beforeShowing,
        CancellationToken cancel)
    {
        if (!PlaceCode.TryParse(request.Kind, out _))
        {
            throw new Refusal($"--kind {request.Kind} cannot be a kind of place. Expected a word such as ward, borough, cluster, beat, force or lsoa.");
        }

        if (!File.Exists(request.Path) && !Directory.Exists(request.Path))
        {
            throw new Refusal($"There is no file or folder {request.Path}.");
        }

        await using var run = await ImportRun.Begin(database, clock, "boundaries", Path.GetFileName(request.Path.TrimEnd('/')), cancel);
        (run.Record.Publisher, run.Record.Licence) = (request.Publisher, request.Licence);
        await run.Attempt(() => Load(database, request with { Kind = request.Kind.Trim().ToLowerInvariant() }, run, progress, beforeShowing, cancel));
        return run;
    }

    private static async Task Load(
        Database database,
        BoundaryRequest request,
        ImportRun run,
        ImportProgress progress,
        Func<PlaceSet, ImportRun, CancellationToken, Task> beforeShowing,
        CancellationToken cancel)
    {
        var raw = BoundaryFiles.Read(request.Path, progress, cancel);
        Forces forces;
        IReadOnlyDictionary<string, string> names;
        await using (var db = database.Open())
        {
            forces = await Forces.Load(db, cancel);
            names = await KnownNames(db, cancel);
        }

        if (request.Force is { Length: > 0 } force && !forces.Knows(force))
        {
            throw new Refusal($"--force {force} is not a force that is known. Expected the name police.uk gives it, such as metropolitan, lancashire or west-midlands. Nothing was loaded.");
        }

        var areas = Mend(raw, request, run, forces, names, progress);
        progress.Begin("Checking for overlaps and gaps", 0);
        var isSound = Coverage.Check(run, areas);

        progress.Begin("Finding neighbours, boroughs and areas", 0);
        var store = new SetStore(database, run, beforeShowing);
        var (setId, firstPlace) = await store.NextIds(cancel);
        SetDraft draft;
        BoundarySet? replaces;
        await using (var db = database.Open())
        {
            var making = new SetMaking(request, forces, await KnownBoroughs(db, request, cancel), await Clusters(db, cancel));
            draft = making.Make(areas, setId, firstPlace, run.Id, isSound);
            var shown = await SetStore.Shown(db, draft.Set.Kind, draft.Set.Force, cancel);
            replaces = shown.FirstOrDefault(set => set.From == request.From) ?? await Schematic(db, shown, draft, cancel);
            if (replaces is { IsSchematic: false } && await IsSame(db, replaces.Id, draft, cancel))
            {
                run.Record.Summary = $"Nothing new: the {Count(areas.Count, request.Kind)} from {Day(request.From)} were loaded already, and are the same.";
                run.Record.RowsKept = 0;
                await run.EndWithout(ImportState.NothingNew, cancel);
                return;
            }
        }

        run.Record.Summary = Summary(request, draft, replaces, run);
        await store.Keep(draft, replaces, forces, progress, cancel);
    }

    private static IReadOnlyList<AreaDraft> Mend(
        RawAreas raw, BoundaryRequest request, ImportRun run, Forces forces, IReadOnlyDictionary<string, string> names, ImportProgress progress)
    {
        var extent = new Envelope();
        foreach (var area in raw.Areas)
        {
            extent.ExpandToInclude(area.Shape?.EnvelopeInternal ?? new Envelope());
        }

        if (extent.IsNull)
        {
            throw new Refusal($"{run.Record.File} has {raw.Areas.Count} areas and not one shape that can be read. Nothing was loaded.");
        }

        if (!double.IsFinite(extent.MinX + extent.MaxX + extent.MinY + extent.MaxY))
        {
            throw new Refusal($"{run.Record.File} has coordinates that are not numbers. Nothing was loaded.");
        }

        var grid = Grids.Recognise(run.Record.File, raw.Grid, request.Grid, extent);
        var mending = new Mending(run, AreaColumns.Recognise(raw.Areas, request), grid, names, forces);
        progress.Begin("Mending shapes", raw.Areas.Count);
        foreach (var area in raw.Areas)
        {
            mending.Add(area);
            progress.Advance(1);
        }

        return mending.Areas.Count > 0
            ? mending.Areas
            : throw new Refusal(mending.Abroad.Count > 0
                ? $"{run.Record.File} has boundaries of another country: the first area is at latitude and longitude {mending.Abroad.Where}. Expected boundaries in the United Kingdom. Nothing was loaded."
                : $"{run.Record.File} has no area that can be used: {run.Faults[0].Found}; expected {run.Faults[0].Expected}. Nothing was loaded.");
    }

    /// <summary>Names by code, for files that have codes only: from a look-up of names, and from every set that is shown.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> KnownNames(WardbookDb db, CancellationToken cancel)
    {
        var shown = db.BoundarySets.Where(set => set.Shown).Select(set => set.Id);
        var rows = await db.Places.Where(place => shown.Contains(place.SetId)).OrderBy(place => place.Id).Select(place => new { place.Code, place.Name }).ToListAsync(cancel);
        var names = await Lookups.In(db, Lookups.WardName).ToDictionaryAsync(entry => entry.From, entry => entry.To, StringComparer.Ordinal, cancel);
        foreach (var row in rows.Where(row => row.Name != row.Code.Text))
        {
            names[row.Code.Text] = row.Name;
        }

        return names;
    }

    /// <summary>The boroughs of the shown borough set that holds on the day, or else of the nearest one before or after.</summary>
    private static async Task<IReadOnlyList<KnownPlace>> KnownBoroughs(WardbookDb db, BoundaryRequest request, CancellationToken cancel)
    {
        var sets = await db.BoundarySets.Where(set => (set.Kind == "borough" || set.Kind == "district") && set.Shown && set.ReplacedBy == null && !set.IsSchematic)
            .OrderBy(set => set.From)
            .ToListAsync(cancel);
        List<KnownPlace> known = [];
        foreach (var group in sets.GroupBy(set => set.Force))
        {
            var set = group.LastOrDefault(set => set.From <= request.From) ?? group.First();
            known.AddRange((await db.Places.AsNoTracking().Where(place => place.SetId == set.Id && place.Kind == set.Kind && place.Shape != null).ToListAsync(cancel))
                .Where(place => known.TrueForAll(other => other.Code != place.Code))
                .Select(place => new KnownPlace(place.Code, place.Name, Shapes.OfBytes(place.Shape!))));
        }

        return known;
    }

    private static async Task<IReadOnlyDictionary<PlaceCode, (PlaceCode Code, string Name)>> Clusters(WardbookDb db, CancellationToken cancel) =>
        (await Lookups.In(db, Lookups.WardToCluster).ToListAsync(cancel))
            .GroupBy(entry => PlaceCode.Parse(entry.From))
            .ToDictionary(group => group.Key, group => (PlaceCode.Parse(group.First().To), group.First().ToName ?? group.First().To));

    /// <summary>The made-up shapes of a demonstration, when these are the true ones: at least half of its codes are here.</summary>
    private static async Task<BoundarySet?> Schematic(WardbookDb db, IReadOnlyList<BoundarySet> shown, SetDraft draft, CancellationToken cancel)
    {
        var codes = draft.Places.Where(place => place.Kind == draft.Set.Kind).Select(place => place.Code).ToHashSet();
        foreach (var set in shown.Where(set => set.IsSchematic))
        {
            var known = await db.Places.Where(place => place.SetId == set.Id && place.Kind == set.Kind).Select(place => place.Code).ToListAsync(cancel);
            if (known.Count(codes.Contains) * 2 >= known.Count)
            {
                return set;
            }
        }

        return null;
    }

    private static async Task<bool> IsSame(WardbookDb db, int setId, SetDraft draft, CancellationToken cancel)
    {
        var stored = await db.Places.AsNoTracking().Where(place => place.SetId == setId).ToListAsync(cancel);
        if (stored.Count != draft.Places.Count)
        {
            return false;
        }

        var codes = stored.Concat(draft.Places).ToDictionary(place => place.Id, place => place.Code);
        var byCode = stored.ToDictionary(place => (place.Kind, place.Code));
        return draft.Places.All(place => byCode.TryGetValue((place.Kind, place.Code), out var same)
            && same.Name == place.Name
            && (same.ParentId is { } one ? codes[one] : default) == (place.ParentId is { } other ? codes[other] : default)
            && same.Shape.AsSpan().SequenceEqual(place.Shape));
    }

    private static string Summary(BoundaryRequest request, SetDraft draft, BoundarySet? replaces, ImportRun run)
    {
        var above = draft.Places.Where(place => place.Kind != request.Kind).GroupBy(place => place.Kind).Select(kind => Count(kind.Count(), kind.Key)).ToList();
        List<string> lines =
        [
            $"{Count(draft.Places.Count(place => place.Kind == request.Kind), request.Kind)} from {Day(request.From)}"
                + (above.Count > 0 ? $", in {string.Join(" and ", above)}" : "")
                + $", with {draft.Neighbours.Count / 2} shared borders.",
        ];
        if (draft.Set.Force.Length == 0)
        {
            lines.Add("Which force polices them could not be told. Say it with --force.");
        }

        if (replaces is not null)
        {
            lines.Add(replaces.IsSchematic ? "They replace the schematic shapes of the demonstration." : $"They replace those from {Day(replaces.From)} that were loaded before, which are kept and no longer shown.");
        }

        if (run.FaultCount > 0)
        {
            lines.Add($"{run.FaultCount} {(run.FaultCount == 1 ? "thing was" : "things were")} found wrong, {run.Record.RowsSetAside} set aside.");
        }

        return string.Join('\n', lines);
    }

    private static string Count(int number, string kind) => string.Create(CultureInfo.InvariantCulture, $"{number:N0} {kind}{(number == 1 ? "" : "s")}");

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
}
