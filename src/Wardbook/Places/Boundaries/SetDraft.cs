using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace Wardbook.Places.Boundaries;

/// <summary>What is known already of places above those of a file: a shown borough, its name and shape.</summary>
public sealed record KnownPlace(PlaceCode Code, string Name, Geometry Shape);

/// <summary>A boundary set as it is going to be stored: its places, each under the one around it, and who is whose neighbour.</summary>
/// <param name="Set">Not shown.</param>
/// <param name="Places">Those around others first.</param>
/// <param name="Neighbours">Each pair in both directions.</param>
public sealed record SetDraft(BoundarySet Set, IReadOnlyList<Place> Places, IReadOnlyList<PlaceNeighbour> Neighbours);

/// <summary>Makes a set of areas: boroughs and forces around them from what the file says, what is loaded already, or what was asked.</summary>
internal sealed class SetMaking(BoundaryRequest request, Forces forces, IReadOnlyList<KnownPlace> boroughs, IReadOnlyDictionary<PlaceCode, (PlaceCode Code, string Name)> clusters)
{
    private const string Borough = "borough";
    private const string Cluster = "cluster";
    private const string ForceKind = "force";

    private readonly STRtree<KnownPlace> boroughTree = Tree(boroughs);
    private readonly Dictionary<PlaceCode, KnownPlace> boroughByCode = boroughs.ToDictionary(borough => borough.Code);
    private readonly List<Place> places = [];
    private readonly List<Above> above = [];

    /// <param name="isSound">Whether the areas fit each other exactly.</param>
    public SetDraft Make(IReadOnlyList<AreaDraft> areas, int setId, int firstPlaceId, Guid import, bool isSound)
    {
        var shapes = areas.Select(area => area.Shape).ToArray();
        var sketches = Coverage.Sketches(shapes);
        var chains = areas.Select(Chain).ToList();

        // From the outermost kind inwards, so that a place's parent is there before it.
        foreach (var kind in new[] { ForceKind, Borough, Cluster })
        {
            foreach (var group in chains.SelectMany((chain, area) => chain.Where(link => link.Kind == kind).Select(link => (link, chain, area))).GroupBy(found => found.link.Code))
            {
                var members = group.Select(found => found.area).ToArray();
                var (link, chain, _) = group.First();
                var shape = kind == Borough && boroughByCode.TryGetValue(link.Code, out var known)
                    ? known.Shape
                    : Coverage.Union([.. members.Select(area => shapes[area])], isSound);
                var sketch = Coverage.Union([.. members.Select(area => sketches[area])], isSound);
                above.Add(new(link.Code, kind, Add(firstPlaceId, setId, link.Code, kind, link.Name, ParentOf(chain, kind), shape, sketch)));
            }
        }

        var firstLeaf = firstPlaceId + places.Count;
        for (var area = 0; area < areas.Count; area++)
        {
            Add(firstPlaceId, setId, areas[area].Code, request.Kind, areas[area].Name, ParentOf(chains[area], request.Kind), shapes[area], sketches[area]);
        }

        return new(
            new BoundarySet { Id = setId, Kind = request.Kind, Force = ForceOfSet(chains), From = request.From, Import = import },
            places,
            [.. Borders.Of(shapes).SelectMany(pair => new[]
            {
                new PlaceNeighbour { PlaceId = firstLeaf + pair.Key.One, NeighbourId = firstLeaf + pair.Key.Other, Metres = pair.Value },
                new PlaceNeighbour { PlaceId = firstLeaf + pair.Key.Other, NeighbourId = firstLeaf + pair.Key.One, Metres = pair.Value },
            })]);
    }

    private int Add(int first, int setId, PlaceCode code, string kind, string name, int? parent, Geometry shape, Geometry sketch)
    {
        var centre = Shapes.PointOf(shape.InteriorPoint.Coordinate);
        places.Add(new()
        {
            Id = first + places.Count,
            SetId = setId,
            Code = code,
            Kind = kind,
            Name = name,
            ParentId = parent,
            Hectares = Math.Round(Measures.Hectares(shape), 3),
            CentreLongitudeE7 = centre.LongitudeE7,
            CentreLatitudeE7 = centre.LatitudeE7,
            Shape = Shapes.ToBytes(shape),
            Sketch = Shapes.ToBytes(sketch),
        });
        return places[^1].Id;
    }

    /// <summary>The nearest place of a chain that is outside a kind.</summary>
    private int? ParentOf(List<Link> chain, string kind)
    {
        var outside = chain.TakeWhile(link => link.Kind != kind).LastOrDefault();
        return outside is null ? null : above.First(place => place.Code == outside.Code && place.Kind == outside.Kind).Id;
    }

    /// <summary>The places around an area, outermost first.</summary>
    private List<Link> Chain(AreaDraft area)
    {
        var borough = request.Kind is Borough or ForceKind or "district" ? null : BoroughOf(area);
        var force = ForceOf(area, borough?.Code ?? area.Code);
        List<Link> chain = [];
        if (force is not null && request.Kind != ForceKind)
        {
            chain.Add(new(PlaceCode.Parse(force.Id), ForceKind, force.Name));
        }

        if (borough is not null)
        {
            chain.Add(borough);
        }

        if (request.Kind != Cluster && clusters.TryGetValue(area.Code, out var cluster))
        {
            chain.Add(new(cluster.Code, Cluster, cluster.Name));
        }

        return chain;
    }

    private Link? BoroughOf(AreaDraft area)
    {
        if (area.Borough != default)
        {
            var known = boroughByCode.GetValueOrDefault(area.Borough)?.Name;
            return new(area.Borough, Borough, area.BoroughName is { Length: > 0 } name ? name : known ?? area.Borough.Text);
        }

        if (area.BoroughName.Length > 0)
        {
            var named = boroughs.FirstOrDefault(borough => string.Equals(borough.Name, area.BoroughName, StringComparison.OrdinalIgnoreCase));
            return new(named?.Code ?? CodeOfName(area.BoroughName), Borough, area.BoroughName);
        }

        return LargestOverlap(area.Shape) is { } around ? new(around.Code, Borough, around.Name) : null;
    }

    /// <returns>The borough with most of the area, if that is at least half of it.</returns>
    private KnownPlace? LargestOverlap(Geometry shape)
    {
        var near = boroughTree.Query(shape.EnvelopeInternal);
        var best = near
            .Select(borough => (Borough: borough, Share: Successors.SquareMetresOfBoth(shape, borough.Shape) / Measures.SquareMetres(shape)))
            .OrderByDescending(found => found.Share)
            .FirstOrDefault();
        return best.Share >= 0.5 ? best.Borough : null;
    }

    /// <summary>The file's word, then what is known of the district, then what was asked.</summary>
    private Force? ForceOf(AreaDraft area, PlaceCode district)
    {
        var name = area.Force is { Length: > 0 } said && forces.Knows(said) ? said : ForceOfDistrict.Find(district) ?? request.Force ?? area.Force;
        return string.IsNullOrEmpty(name) ? null : forces.Of(name);
    }

    private string ForceOfSet(List<List<Link>> chains) => request.Force is { Length: > 0 } asked
        ? forces.Of(asked).Id
        : chains.SelectMany(chain => chain.Where(link => link.Kind == ForceKind)).GroupBy(link => link.Code.Text).OrderByDescending(group => group.Count()).FirstOrDefault()?.Key ?? "";

    /// <summary>A code for what has only a name, made of its letters: <c>hackney-north</c>.</summary>
    internal static PlaceCode CodeOfName(string name)
    {
        var letters = string.Join('-', new string([.. name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return PlaceCode.Parse(letters.Length > PlaceCode.LongestText ? letters[..PlaceCode.LongestText] : letters);
    }

    private static STRtree<KnownPlace> Tree(IReadOnlyList<KnownPlace> boroughs)
    {
        var tree = new STRtree<KnownPlace>();
        foreach (var borough in boroughs)
        {
            tree.Insert(borough.Shape.EnvelopeInternal, borough);
        }

        tree.Build();
        return tree;
    }

    private sealed record Link(PlaceCode Code, string Kind, string Name);

    private sealed record Above(PlaceCode Code, string Kind, int Id);
}
