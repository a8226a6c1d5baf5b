using Microsoft.EntityFrameworkCore;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using Wardbook.Store;

namespace Wardbook.Places.Boundaries;

/// <summary>What became of the places of one set in the next: the part of each that lies in each of the later ones.</summary>
internal static class Successors
{
    /// <summary>Less than this part of a place is two drawings of one border, not a place that moved.</summary>
    public const double LeastShare = 0.005;

    /// <summary>Compares the leaves of two sets, both stored already.</summary>
    public static async Task<IReadOnlyList<PlaceSuccessor>> Between(WardbookDb db, BoundarySet earlier, BoundarySet later, CancellationToken cancel)
    {
        var before = await Leaves(db, earlier, cancel);
        var after = await Leaves(db, later, cancel);
        var tree = new STRtree<Leaf>();
        foreach (var leaf in after)
        {
            tree.Insert(leaf.Geometry.EnvelopeInternal, leaf);
        }

        tree.Build();
        var same = after.GroupBy(leaf => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(leaf.Shape)), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().Id, StringComparer.Ordinal);
        List<PlaceSuccessor> found = [];
        foreach (var leaf in before)
        {
            cancel.ThrowIfCancellationRequested();
            if (same.TryGetValue(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(leaf.Shape)), out var unchanged))
            {
                found.Add(new() { PlaceId = leaf.Id, LaterId = unchanged, Share = 1 });
                continue;
            }

            var whole = Measures.SquareMetres(leaf.Geometry);
            found.AddRange(tree.Query(leaf.Geometry.EnvelopeInternal)
                .Select(other => new PlaceSuccessor { PlaceId = leaf.Id, LaterId = other.Id, Share = Math.Min(1, SquareMetresOfBoth(leaf.Geometry, other.Geometry) / whole) })
                .Where(successor => successor.Share >= LeastShare));
        }

        return found;
    }

    /// <summary>The area that two shapes have in common.</summary>
    public static double SquareMetresOfBoth(Geometry one, Geometry other)
    {
        if (!one.EnvelopeInternal.Intersects(other.EnvelopeInternal))
        {
            return 0;
        }

        var prepared = PreparedGeometryFactory.Prepare(other);
        return prepared.Covers(one)
            ? Measures.SquareMetres(one)
            : prepared.Intersects(one) ? Measures.SquareMetres(OverlayNGRobust.Overlay(one, other, SpatialFunction.Intersection)) : 0;
    }

    private static async Task<List<Leaf>> Leaves(WardbookDb db, BoundarySet set, CancellationToken cancel) =>
        [.. (await db.Places.AsNoTracking()
            .Where(place => place.SetId == set.Id && place.Kind == set.Kind && place.Shape != null)
            .Select(place => new { place.Id, place.Shape })
            .ToListAsync(cancel))
            .Select(row => new Leaf(row.Id, row.Shape!, Shapes.OfBytes(row.Shape!)))];

    private sealed record Leaf(int Id, byte[] Shape, Geometry Geometry);
}
