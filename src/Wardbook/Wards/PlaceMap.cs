using Microsoft.EntityFrameworkCore;
using Wardbook.Places;
using Wardbook.Shared;
using Wardbook.Shared.Maps;
using Wardbook.Store;

namespace Wardbook.Wards;

/// <summary>The places that a map shows, as the server draws them and as a file of shapes.</summary>
public sealed record PlaceMap(IReadOnlyList<MapPlace> Places)
{
    /// <summary>A place among its neighbours.</summary>
    public static PlaceMap Around(PlaceAbout place, PlaceChoice choice) => new([
        .. place.Neighbours.Select(one => new MapPlace(one.Sketch, one.Name, "neighbour", Urls.PlaceOf(one.Kind, one.Code) + choice.Query, null)),
        new(place.Sketch, place.Name, "here", null, null)]);

    /// <summary>The boroughs of every force, or whatever wards are in where there are none: to find a place on a map by.</summary>
    public static async Task<PlaceMap> Boroughs(WardbookDb db, CancellationToken cancel)
    {
        var sets = await BoundarySets.Holding(db, null, cancel);
        var places = await db.Places
            .Where(place => sets.Contains(place.SetId) && db.BoundarySets.Any(set => set.Id == place.SetId && set.Kind == "ward")
                && (place.Kind == "borough" || db.Places.Any(ward => ward.ParentId == place.Id && ward.Kind == "ward")))
            .OrderBy(place => place.Id)
            .Select(place => new { place.Sketch, place.Name, place.Kind, place.Code, place.SetId })
            .ToListAsync(cancel);
        var withBoroughs = places.Where(place => place.Kind == "borough").Select(place => place.SetId).ToHashSet();
        return new([.. places
            .Where(place => place.Kind == "borough" || !withBoroughs.Contains(place.SetId))
            .Select(place => new MapPlace(place.Sketch, place.Name, "neighbour", Urls.PlaceOf(place.Kind, place.Code), null))]);
    }

    /// <summary>What a place has in it, shaded by its rate.</summary>
    public static PlaceMap Within(PlaceCrime place, PlaceChoice choice)
    {
        var levels = MapLevels.Of(place.Within.Select(one => one.Rate?.PerThousandAYear));
        return new([.. place.Within.Select(one => new MapPlace(
            one.Place.Sketch, one.Place.Name,
            levels?.Role(one.Rate?.PerThousandAYear) ?? "neighbour",
            Urls.PlaceOf(one.Place.Kind, one.Place.Code) + choice.Query,
            one.Rate is { } rate ? $"{Numbers.InFigures(rate.PerThousandAYear)} crimes for every 1,000 people a year" : null))]);
    }

    /// <summary>What is said of a place follows its name: a map's labels and a screen's have one text.</summary>
    public IReadOnlyList<MapShape> Shapes() =>
        [.. Places.Where(place => place.Sketch is not null).Select(place => new MapShape(
            Wardbook.Places.Shapes.OfBytes(place.Sketch!), place.Note is null ? place.Name : $"{place.Name}: {place.Note}", place.Role, place.Href))];
}

/// <param name="Note">What is said of it besides its name.</param>
public sealed record MapPlace(byte[]? Sketch, string Name, string Role, string? Href, string? Note);
