using Microsoft.EntityFrameworkCore;
using Wardbook.Crimes.Blocks;
using Wardbook.Crimes.Counting;
using Wardbook.Crimes.Imports;
using Wardbook.Periods;
using Wardbook.Store;

namespace Wardbook.Crimes.Files;

/// <summary>What a file holds of one force's month of one series: read, and not yet kept.</summary>
public abstract class MonthRead(string series, string force, Month month) : IDisposable
{
    public string Series { get; } = series;

    /// <summary>Empty when the file names none.</summary>
    public string Force { get; } = force;

    public Month Month { get; } = month;

    public abstract int Rows { get; }

    /// <summary>How many rows of the file these are alone; 0 when a row of the file holds several months or counts.</summary>
    public virtual int RowsOfFile => Rows;

    public virtual int WithoutPoint => 0;

    public virtual int RepeatedIds => 0;

    public virtual int IdenticalRows => 0;

    /// <summary>What this would change of an edition that is kept.</summary>
    public abstract Task<CrimeChanges> Since(CrimeMonth earlier, WardbookDb db, CancellationToken cancel);

    /// <summary>The columns to keep; null when there are only counts.</summary>
    public virtual Task<CrimeBlock?> Pack(int monthId) => Task.FromResult<CrimeBlock?>(null);

    /// <summary>How many fell where, on every boundary set; nothing when this is not counted on boundaries.</summary>
    public virtual IReadOnlyList<SetCounts> Count(CrimeCounter counter) => [];

    /// <summary>The figures to keep, when there are no records behind them.</summary>
    public virtual IReadOnlyCollection<PublishedCount> Figures(int monthId) => [];

    /// <summary>Gives back the room it took, once it is packed and counted.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}

/// <summary>A month of records, each at a place.</summary>
/// <param name="counted">Whether the records were made of counts: then those of one place and kind are alike, and nothing is to be said of it.</param>
public sealed class RecordsRead(string series, CrimeMonthBuilder builder, bool counted = false) : MonthRead(series, builder.Force, builder.Month)
{
    private readonly Lazy<CrimePlaces> places = new(builder.Places);
    private readonly Lazy<CrimeRows> rows = new(builder.Rows);
    private readonly Lazy<byte[]?> ids = new(builder.Ids);

    public override int Rows => builder.Count;

    public override int RowsOfFile => counted ? 0 : Rows;

    public override int WithoutPoint => counted ? 0 : builder.WithoutPoint;

    public override int RepeatedIds => builder.RepeatedIds;

    public override int IdenticalRows => counted ? 0 : builder.IdenticalRows;

    public override async Task<CrimeChanges> Since(CrimeMonth earlier, WardbookDb db, CancellationToken cancel)
    {
        var block = await db.CrimeBlocks.AsNoTracking().SingleAsync(block => block.MonthId == earlier.Id, cancel);
        return CrimeChanges.Between(
            new(await CrimeColumns.ReadPlaces(block.Places), await CrimeColumns.ReadRows(block.Rows), CrimeIds.Unpack(block.Ids, earlier.Rows)),
            new(places.Value, rows.Value, CrimeIds.Unpack(ids.Value, Rows)));
    }

    public override async Task<CrimeBlock?> Pack(int monthId) =>
        new() { MonthId = monthId, Places = await CrimeColumns.Write(places.Value), Rows = await CrimeColumns.Write(rows.Value), Ids = ids.Value };

    public override IReadOnlyList<SetCounts> Count(CrimeCounter counter) => counter.Count(places.Value, rows.Value.Place, rows.Value.Category);

    protected override void Dispose(bool disposing)
    {
        builder.Dispose();
        base.Dispose(disposing);
    }
}
