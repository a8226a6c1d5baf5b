using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Wardbook.Crimes.Blocks;
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
        Site = await TestSite.Start();
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
