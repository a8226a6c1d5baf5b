using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Wardbook.Crimes.Blocks;
using Wardbook.Demonstration.Work;
using Wardbook.Places;
using Wardbook.Sources;
using Wardbook.Store;

namespace Wardbook.Demonstration;

/// <summary>The demonstration, made once for all tests that only read it.</summary>
public sealed class MadeDemonstration : IAsyncLifetime
{
    public TestSite Site { get; private set; } = null!;

    public PlaceSet Wards { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Site = await TestSite.Start(today: LondonTeams.Last);
        await DemonstrationLondon.Make(Site.Database, Site.Clock, ImportProgress.Silent, CancellationToken.None);
        Wards = await Site.With(async db => await PlaceSet.Load(db, await db.BoundarySets.Select(set => set.Id).SingleAsync(), CancellationToken.None));
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    /// <summary>Of the places with their shapes and people, and of the groups they are in.</summary>
    public static async Task<string> PlacesDigest(WardbookDb db)
    {
        List<FormattableString> lines = [];
        lines.AddRange((await db.Places.AsNoTracking().ToListAsync()).OrderBy(place => place.Code).Select(place => (FormattableString)
            $"{place.Code} {place.Kind} {place.Name} {place.Hectares} {place.CentreLongitudeE7} {place.CentreLatitudeE7} {Convert.ToHexString(place.Shape!)}"));
        lines.AddRange((await db.Populations.AsNoTracking().ToListAsync()).OrderBy(people => people.Code).Select(people => (FormattableString)$"{people.Code} {people.Year} {people.Residents}"));
        lines.AddRange((await db.Lookups.AsNoTracking().ToListAsync())
            .OrderBy(entry => entry.Lookup, StringComparer.Ordinal).ThenBy(entry => entry.From, StringComparer.Ordinal)
            .Select(entry => (FormattableString)$"{entry.Lookup} {entry.From} {entry.To} {entry.ToName}"));
        return Digest(lines);
    }

    /// <summary>Of every record: when, where, what, under which flag.</summary>
    public static async Task<string> RecordsDigest(WardbookDb db)
    {
        var categories = await db.CrimeCategories.ToDictionaryAsync(category => (int)category.Id, category => category.Name);
        List<FormattableString> months = [];
        foreach (var month in await db.CrimeMonths.AsNoTracking().Where(month => month.Shown).OrderBy(month => month.Month).ToListAsync())
        {
            var block = await db.CrimeBlocks.AsNoTracking().SingleAsync(block => block.MonthId == month.Id);
            var (places, rows) = (await CrimeColumns.ReadPlaces(block.Places), await CrimeColumns.ReadRows(block.Rows));
            months.Add($"{month.Month} {month.Force} {Digest(Enumerable.Range(0, rows.Count).Select(row => Line(places, rows, row, categories)))}");
        }

        return Digest(months);
    }

    /// <summary>Of teams, postings, engagement and records of activity: every id, day and amount.</summary>
    public static async Task<string> WorkDigest(WardbookDb db)
    {
        List<FormattableString> lines = [];
        lines.AddRange((await db.Postings.AsNoTracking().Join(db.Officers, posting => posting.Officer, officer => officer.Id, (posting, officer) => new { posting.Id, posting.Team, posting.PostKind, posting.From, posting.To, officer.Name, officer.Number, officer.PublicName }).ToListAsync())
            .OrderBy(row => row.Id).Select(row => (FormattableString)$"{row.Id} {row.Team} {row.PostKind} {row.From:O} {row.To:O} {row.Name} {row.Number} {row.PublicName}"));
        lines.AddRange((await db.EngagementActivities.AsNoTracking().ToListAsync())
            .OrderBy(row => row.Id).Select(row => (FormattableString)$"{row.Id} {row.PlaceCode} {row.Kind} {row.Title} {row.Day:O} {row.Starts:O} {row.Ends:O} {row.Where} {row.LatitudeE7} {row.LongitudeE7} {row.Attendance} {row.RunBy} {row.Held:O} {row.Made:O}"));
        lines.AddRange((await db.ActivityRecords.AsNoTracking().ToListAsync())
            .OrderBy(row => row.Id).Select(row => (FormattableString)$"{row.Id} {row.PlaceCode} {row.Kind} {row.Halves} {row.Day:O} {row.Team} {row.Officer} {row.Priority} {row.Where} {row.Made:O}"));
        return Digest(lines);
    }

    /// <summary>Of what people said and what came of it: every id, moment and word; what stands encrypted as it reads.</summary>
    public static async Task<string> ThreadDigest(WardbookDb db)
    {
        List<FormattableString> lines = [];
        lines.AddRange((await db.Concerns.AsNoTracking().ToListAsync()).OrderBy(row => row.Id)
            .Select(row => (FormattableString)$"{row.Id} {row.PlaceCode} {row.Said} {row.Category} {row.Street} {row.Time} {row.Channel} {row.SaidAt:O} {row.Verified:O} {row.PersonKey} {row.State} {row.Answered:O} {row.PublicWords} {row.PublicPlace} {row.PublicLatitudeE7}"));
        lines.AddRange((await db.Groupings.AsNoTracking().ToListAsync()).OrderBy(row => row.Id).Select(row => (FormattableString)$"{row.Id} {row.Concern} {row.Issue} {row.From:O}"));
        lines.AddRange((await db.Priorities.AsNoTracking().ToListAsync()).OrderBy(row => row.Id).Select(row => (FormattableString)$"{row.Id} {row.PlaceCode} {row.Title} {row.Adopted:O} {row.Meeting} {row.For} {row.Baseline} {row.JudgeBy:O} {row.ClosedBy} {row.Closed:O}"));
        lines.AddRange((await db.PlannedActions.AsNoTracking().ToListAsync()).OrderBy(row => row.Id).Select(row => (FormattableString)$"{row.Id} {row.Priority} {row.What} {row.Told} {row.OwnerOfficer} {row.OwnerPartner} {row.Due:O} {row.State} {row.Ended:O}"));
        lines.AddRange((await db.Updates.AsNoTracking().ToListAsync()).OrderBy(row => row.Id).Select(row => (FormattableString)$"{row.Id} {row.Priority} {row.Review} {row.Words} {row.Published:O}"));
        return Digest(lines);
    }

    private static FormattableString Line(CrimePlaces places, CrimeRows rows, int row, Dictionary<int, string> categories)
    {
        var at = rows.Place[row];
        return $"{places.LongitudeE7[at]} {places.LatitudeE7[at]} {places.Location[at]} {places.Ward[at]} {categories[rows.Category[row]]} {rows.Names[rows.Offence![row]]} {rows.Names[rows.Flags![row]]}";
    }

    private static string Digest(IEnumerable<FormattableString> lines)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines)
        {
            digest.AppendData(Encoding.UTF8.GetBytes(line.ToString(CultureInfo.InvariantCulture) + "\n"));
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }
}

[CollectionDefinition(Name)]
public sealed class DemonstrationTests : ICollectionFixture<MadeDemonstration>
{
    public const string Name = "Demonstration";
}
