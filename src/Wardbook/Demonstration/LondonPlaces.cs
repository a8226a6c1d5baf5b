using NetTopologySuite.Geometries;
using Wardbook.Places;
using Wardbook.Places.Boundaries;

namespace Wardbook.Demonstration;

/// <summary>The places of the demonstration as a boundary set: the wards with schematic shapes, and clusters, boroughs and the force around them.</summary>
/// <param name="Shapes">Of each ward, in the order of the facts.</param>
/// <param name="Groups">Of each ward: 0 a challenging one, 1 beside one, 2 elsewhere.</param>
/// <param name="Clusters">Of each ward.</param>
public sealed record LondonPlaces(
    SetDraft Draft, IReadOnlyList<Polygon> Shapes, IReadOnlyList<int> Groups, IReadOnlyDictionary<PlaceCode, (PlaceCode Code, string Name)> Clusters)
{
    public const string Force = "metropolitan";

    /// <summary>London voted on these wards first on 2 May 2002, and again on 4 May 2006.</summary>
    private static readonly DateOnly From = new(2002, 5, 2);

    public static LondonPlaces Make(LondonFacts facts, Forces forces, int setId, int firstPlace, Guid import)
    {
        var shapes = SchematicShapes.Of(facts);
        var borders = Borders.Of(shapes);
        var neighbours = borders.Keys.Concat(borders.Keys.Select(pair => (One: pair.Other, Other: pair.One))).ToLookup(pair => pair.One, pair => pair.Other);
        var clusters = LondonClusters.Of(facts, neighbours);
        var boroughs = facts.Boroughs.ToDictionary(borough => borough.Code, borough => borough.Name);
        var areas = facts.Wards.Select((ward, number) => new AreaDraft("", number + 1, ward.Code, ward.Name, shapes[number])
        {
            Borough = ward.Borough,
            BoroughName = boroughs[ward.Borough],
            Force = Force,
        });
        var draft = new SetMaking(new BoundaryRequest("", "ward", From) { Force = Force }, forces, [], clusters)
            .Make([.. areas], setId, firstPlace, import, isSound: true);
        return new(AsStated(draft, facts), shapes, GroupsOf(facts, neighbours), clusters);
    }

    /// <summary>Areas as they really are, not as the schematic shapes have them; labels at the wards' real middles.</summary>
    private static SetDraft AsStated(SetDraft draft, LondonFacts facts)
    {
        var wards = facts.Wards.ToDictionary(ward => ward.Code);
        var byId = draft.Places.ToDictionary(place => place.Id);
        foreach (var place in draft.Places)
        {
            place.Hectares = 0;
        }

        foreach (var place in draft.Places.Where(place => place.Kind == draft.Set.Kind))
        {
            var middle = Places.Point.OfDegrees(wards[place.Code].Longitude, wards[place.Code].Latitude);
            (place.CentreLongitudeE7, place.CentreLatitudeE7) = (middle.LongitudeE7, middle.LatitudeE7);
            for (var around = place; around is not null; around = around.ParentId is { } parent ? byId[parent] : null)
            {
                around.Hectares = Math.Round(around.Hectares + wards[place.Code].Hectares, 1);
            }
        }

        var set = draft.Set;
        return draft with { Set = new() { Id = set.Id, Kind = set.Kind, Force = set.Force, From = set.From, Import = set.Import, IsSchematic = true } };
    }

    private static int[] GroupsOf(LondonFacts facts, ILookup<int, int> neighbours)
    {
        var challenging = Enumerable.Range(0, facts.Wards.Count).Where(ward => ChallengingWards.Codes.Contains(facts.Wards[ward].Code)).ToHashSet();
        return [.. facts.Wards.Select((_, ward) => challenging.Contains(ward) ? 0 : neighbours[ward].Any(challenging.Contains) ? 1 : 2)];
    }
}
