using Microsoft.EntityFrameworkCore;
using Wardbook.Crimes.Counting;
using Wardbook.Crimes.Imports;
using Wardbook.Periods;
using Wardbook.Store;

namespace Wardbook.Crimes.Files;

/// <summary>A month of figures that a publisher counted itself, by area and offence.</summary>
public sealed class FiguresRead(string series, string force, Month month) : MonthRead(series, force, month)
{
    private readonly Dictionary<FigureKey, int> figures = [];
    private readonly Dictionary<short, short> categories = [];

    public override int Rows => figures.Count;

    public override int RowsOfFile => 0;

    public long Total => figures.Values.Sum(figure => (long)figure);

    /// <returns>False when this figure is given already.</returns>
    public bool Add(FigureKey key, int count) => figures.TryAdd(key, count);

    /// <summary>As <see cref="Add(FigureKey, int)"/>, for figures that may be added up: by category they are counted on boundaries.</summary>
    public bool Add(FigureKey key, short category, int count)
    {
        categories[key.Offence] = category;
        return Add(key, count);
    }

    public override async Task<CrimeChanges> Since(CrimeMonth earlier, WardbookDb db, CancellationToken cancel)
    {
        var (gone, changed) = (0, 0);
        await foreach (var old in db.PublishedCounts.AsNoTracking().Where(count => count.MonthId == earlier.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!figures.TryGetValue(new(old.Area, old.Under, old.Offence), out var now))
            {
                gone++;
            }
            else if (now != old.Count)
            {
                changed++;
            }
        }

        return new(figures.Count - (earlier.Rows - gone), gone, 0, 0, changed);
    }

    public override IReadOnlyList<SetCounts> Count(CrimeCounter counter) => categories.Count == 0 ? [] : FigureCounter.Count(
        counter.Sets, Force, figures.Select(figure => new AreaFigure(figure.Key.Area, figure.Key.Under, categories[figure.Key.Offence], figure.Value)));

    public override IReadOnlyCollection<PublishedCount> Figures(int monthId) => [.. figures
        .Select(figure => new PublishedCount { MonthId = monthId, Area = figure.Key.Area, Under = figure.Key.Under, Offence = figure.Key.Offence, Count = figure.Value })];
}

/// <summary>What a published figure counts. See <see cref="PublishedCount"/>.</summary>
public readonly record struct FigureKey(string Area, string Under, short Offence);
