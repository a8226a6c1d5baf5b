using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wardbook.Crimes.Counting;
using Wardbook.Crimes.Files;
using Wardbook.Crimes.Imports;
using Wardbook.Crimes;
using Wardbook.Demonstration.Thread;
using Wardbook.Demonstration.Work;
using Wardbook.Places.Boundaries;
using Wardbook.Places;
using Wardbook.Sources;
using Wardbook.Store;

namespace Wardbook.Demonstration;

/// <summary>A believable London of 2006/07 that needs no file from outside: what a first start shows when no database is named.</summary>
/// <remarks>
/// What is fact and what is made is in <c>docs/data/demonstration.md</c>. Always the same, on every machine. Whole or nothing, as any import:
/// killed half-way, the next start sweeps what there is and makes it anew.
/// </remarks>
public static class DemonstrationLondon
{
    /// <summary>The kind of the import record.</summary>
    public const string Kind = "demonstration";

    /// <summary>The series of the records.</summary>
    public const string Series = "demonstration";

    private const string Publisher = "Wardbook (made up)";
    private const int PopulationYear = 2006;

    /// <returns>Whether a first start should make it: nothing was ever loaded into this database.</returns>
    public static async Task<bool> IsWanted(Database database, CancellationToken cancel)
    {
        await using var db = database.Open();
        return !await db.Imports.AnyAsync(import => import.State == ImportState.Shown, cancel);
    }

    /// <summary>Makes it, in a database into which nothing was loaded yet.</summary>
    /// <returns>The record of the making.</returns>
    /// <exception cref="Refusal">Something was loaded already or is being loaded, or the disk is full: in words, and nothing is kept.</exception>
    public static async Task<Import> Make(Database database, TimeProvider clock, ImportProgress progress, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var before = database.Clock;
        try
        {
            // What is recorded of the making is of the day it is there, or time would run backwards in the record of change.
            database.Clock = new DemonstrationClock(clock, today);
            await using var run = await ImportRun.Begin(database, database.Clock, Kind, "London 2006/07", cancel);
            await run.Attempt(() => Make(run, today, progress, cancel));
            return run.Record.State is ImportState.Shown ? run.Record : throw new Refusal(run.Record.Summary);
        }
        finally
        {
            database.Clock = before;
        }
    }

    private static async Task Make(ImportRun run, DateOnly today, ImportProgress progress, CancellationToken cancel)
    {
        if (!await IsWanted(run.Database, cancel))
        {
            throw new Refusal($"The demonstration is only made in a database into which nothing was loaded yet. {run.Database.Name} is not one.");
        }

        progress.Begin("Making the wards of London", 0);
        var facts = LondonFacts.Load();
        var people = LondonPeople.Of(facts);
        var (places, forces) = await StagePlaces(run, facts, cancel);

        progress.Begin("Making recorded crime, April 2005 to March 2007", CrimePlan.Months);
        var plan = CrimePlan.Make(places.Groups, new(facts, people));
        LondonStreets[] streets = [.. facts.Wards.Select((ward, number) => LondonStreets.Of(ward, places.Shapes[number]))];
        var (staging, categories) = await StageCrime(run, facts, places, streets, plan, progress, cancel);

        progress.Begin("Making the teams, what people said and what was done, April 2006 to May 2007", 0);
        var venues = new Venues(streets);
        var teams = LondonTeams.Make(facts, people);
        var thread = LondonThread.Make(teams, venues, facts);
        var work = LondonWork.Make(teams, venues, thread);

        Describe(run, staging);
        await run.Show(
            async db =>
            {
                await db.BoundarySets.Where(set => set.Id == places.Draft.Set.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Shown, true), cancel);
                await forces.Keep(db, [LondonPlaces.Force], cancel);
                categories.Keep(db);
                db.CrimeSeries.Add(new() { Id = Series, Name = "Demonstration data", HasRecords = true, Publisher = Publisher, Licence = "MIT", Rank = 0 });
                db.Populations.AddRange(Populations(places, facts, people, run.Id));
                var entries = Entries(places, facts, run.Id).ToList();
                db.Lookups.AddRange(entries);
                db.LookupsInUse.AddRange(entries.Select(entry => entry.Lookup).Distinct().Select(lookup => new LookupInUse { Lookup = lookup, Import = run.Id }));
                db.Settings.Add(new() { Name = Setting.Demonstration, Value = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
                await db.SaveChangesAsync(cancel);
                await WriteWork.Teams(db, teams, cancel);
                await WriteWork.Said(db, thread, cancel);
                await WriteWork.Done(db, work, cancel);
                await staging.TurnOn(db, cancel);
            },
            cancel);
    }

    private static async Task<(LondonPlaces Places, Forces Forces)> StagePlaces(ImportRun run, LondonFacts facts, CancellationToken cancel)
    {
        await using var db = run.Database.Open();
        var forces = await Forces.Load(db, cancel);
        var (set, firstPlace) = await new SetStore(run.Database, run, (_, _, _) => Task.CompletedTask).NextIds(cancel);
        var places = LondonPlaces.Make(facts, forces, set, firstPlace, run.Id);
        db.BoundarySets.Add(places.Draft.Set);
        db.Places.AddRange(places.Draft.Places);
        db.PlaceNeighbours.AddRange(places.Draft.Neighbours);
        await db.SaveChangesAsync(cancel);
        return (places, forces);
    }

    private static async Task<(CrimeStaging Staging, Categories Categories)> StageCrime(
        ImportRun run, LondonFacts facts, LondonPlaces places, LondonStreets[] streets, CrimePlan plan, ImportProgress progress, CancellationToken cancel)
    {
        await using var db = run.Database.Open();
        var categories = await Categories.Load(db, cancel);
        var numbers = plan.Offences.Select(offence => offence.Category).Distinct().ToDictionary(name => name, categories.Of);
        var crime = new LondonCrime(facts, plan, streets, numbers);
        var counter = new CrimeCounter([await PlaceSet.Load(db, places.Draft.Set.Id, cancel)], new Dictionary<string, PlaceCode>());
        var staging = await CrimeStaging.Begin(run, newest: false, cancel);

        await using var connection = await run.Database.Connect(cancel);
        using var one = new SemaphoreSlim(1);
        await Parallel.ForAsync(0, CrimePlan.Months, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancel }, async (month, stop) =>
        {
            var ready = await staging.Prepare(new RecordsRead(Series, crime.Month(month)), "London 2006/07", counter, stop);
            await one.WaitAsync(stop);
            try
            {
                await staging.Write(connection, ready!, stop);
                progress.Advance(1);
            }
            finally
            {
                one.Release();
            }
        });
        await staging.WriteRest(connection, cancel);
        return (staging, categories);
    }

    private static void Describe(ImportRun run, CrimeStaging staging)
    {
        run.Record.Publisher = Publisher;
        run.Record.Licence = "MIT; names, areas and middles of wards: Open Government Licence v3.0";
        run.Record.RowsRead = run.Record.RowsKept = staging.Staged.Sum(month => (long)month.Rows);
        run.Record.Summary = "Demonstration data. The wards and boroughs, their areas and their middles are facts; their shapes are schematic. "
            + "How many people live in them, the recorded crime, which eight wards are the challenging ones, the teams, what people said and what was done are made up, so that what was published of 2006/07 comes out.";
    }

    private static IEnumerable<Population> Populations(LondonPlaces places, LondonFacts facts, int[] people, Guid import)
    {
        var byId = places.Draft.Places.ToDictionary(place => place.Id);
        var ofWard = facts.Wards.Select((ward, number) => (ward.Code, People: people[number])).ToDictionary(ward => ward.Code, ward => ward.People);
        Dictionary<PlaceCode, int> residents = [];
        foreach (var ward in places.Draft.Places.Where(place => place.Kind == places.Draft.Set.Kind))
        {
            for (var around = ward; around is not null; around = around.ParentId is { } parent ? byId[parent] : null)
            {
                residents[around.Code] = residents.GetValueOrDefault(around.Code) + ofWard[ward.Code];
            }
        }

        return residents.Select(place => new Population { Code = place.Key, Year = PopulationYear, Import = import, Residents = place.Value });
    }

    private static IEnumerable<LookupEntry> Entries(LondonPlaces places, LondonFacts facts, Guid import) =>
    [
        .. places.Clusters.Select(ward => new LookupEntry { Lookup = Lookups.WardToCluster, From = ward.Key.Text, To = ward.Value.Code.Text, ToName = ward.Value.Name, Import = import }),
        .. facts.Wards.Select(ward => new LookupEntry { Lookup = Lookups.OldWardCode, From = ward.OldCode, To = ward.Code.Text, ToName = ward.Name, Import = import }),
        .. ChallengingWards.Codes.Select(ward => new LookupEntry { Lookup = Lookups.WardToGroup, From = ward.Text, To = ChallengingWards.Group, ToName = ChallengingWards.Name, Import = import }),
    ];
}
