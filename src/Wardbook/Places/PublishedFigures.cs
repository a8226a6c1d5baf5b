using Microsoft.EntityFrameworkCore;
using Wardbook.Sources;
using Wardbook.Store;

namespace Wardbook.Places;

/// <summary>One figure of a place as its publisher gives it.</summary>
public sealed record PublishedFigure(string Item, int? Year, double Value, Guid Import);

/// <summary>Reads the figures of profiles that are loaded.</summary>
public static class PublishedFigures
{
    /// <summary>In the order of the publisher's columns.</summary>
    public static async Task<IReadOnlyList<PublishedFigure>> List(WardbookDb db, PlaceCode place, CancellationToken cancel) =>
        await (from figure in db.ProfileFigures
               join item in db.ProfileItems on figure.ItemId equals item.Id
               join import in db.Imports on item.Import equals import.Id
               where figure.Code == place && import.State == ImportState.Shown
               orderby item.Id
               select new PublishedFigure(item.Item, item.Year, figure.Value, item.Import)).ToListAsync(cancel);
}
