namespace Wardbook.Places;

/// <summary>An area at or near a point.</summary>
/// <param name="Area">Its place in the list the finder was made from.</param>
/// <param name="Metres">From the point to the nearest of the area: 0 inside and on its border.</param>
public readonly record struct NearArea(int Area, double Metres);

public sealed partial class PlaceFinder
{
    /// <summary>How far around a point can be looked: beyond it, the flat piece of earth that distances are measured on is not flat enough.</summary>
    public const double FarthestMetres = 5_000;

    /// <summary>The areas that a point is in, on the border of, or within so many metres of: nearest first, and of equally near ones the lowest code first.</summary>
    /// <remarks>To offer the neighbour: leave out the one that <see cref="Find(Point)"/> gives. Distances are right to a few millimetres at 200 metres.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The distance is not 0 to <see cref="FarthestMetres"/>.</exception>
    public IReadOnlyList<NearArea> ListWithin(Point point, double metres)
    {
        var around = new Surroundings(point, metres);
        List<NearArea> near = [.. ListTouching(point).Select(area => new NearArea(area, 0))];
        foreach (var part in PartsAround(around))
        {
            var area = edges.AreaOf(part);
            var known = near.FindIndex(other => other.Area == area);
            if ((known < 0 || near[known].Metres > 0) && MetresTo(part, around) is var distance && distance <= metres)
            {
                if (known < 0)
                {
                    near.Add(new(area, distance));
                }
                else if (distance < near[known].Metres)
                {
                    near[known] = new(area, distance);
                }
            }
        }

        // Parts come lowest code first and the sort keeps the order of equals.
        return near.Count < 2 ? near : [.. near.OrderBy(area => area.Metres)];
    }

    /// <summary>How far it is to the nearest border of any area, whether there is another area beyond it or nobody's land.</summary>
    /// <returns><see langword="null"/> when there is none within so many metres.</returns>
    /// <inheritdoc cref="ListWithin" path="/exception"/>
    public double? MetresToBorder(Point point, double within)
    {
        if (!MayHaveBorder(point, within))
        {
            return null;
        }

        var around = new Surroundings(point, within);
        var nearest = double.PositiveInfinity;
        foreach (var part in PartsAround(around))
        {
            nearest = Math.Min(nearest, MetresTo(part, around));
        }

        return nearest <= within ? nearest : null;
    }

    /// <summary>Asked first, because most points are far from any border: false only when no cell that comes as near has one in it.</summary>
    private bool MayHaveBorder(Point point, double metres)
    {
        if (!(metres >= 0 && metres <= FarthestMetres))
        {
            // Out of bounds, which the caller is told.
            return true;
        }

        // Nowhere on the ellipsoid is a unit of latitude shorter than 0.011 metres; of longitude, at the latitude farthest from the equator.
        var (aside, up) = ((long)Math.Min(metres * unitsPerMetre, 360.0 * Point.PerDegree) + 2, (long)(metres / 0.011) + 2);
        var (left, right) = (Math.Max(point.LongitudeE7 - aside, grid.MinX), Math.Min(point.LongitudeE7 + aside, grid.MinX + grid.Width));
        var (low, high) = (Math.Max(point.LatitudeE7 - up, grid.MinY), Math.Min(point.LatitudeE7 + up, grid.MinY + grid.Height));
        if (left > right || low > high)
        {
            return false;
        }

        var (firstColumn, lastColumn, lastRow) = (grid.ColumnAt((int)left), grid.ColumnAt((int)right), grid.RowAt((int)high));
        for (var row = grid.RowAt((int)low); row <= lastRow; row++)
        {
            for (var column = firstColumn; column <= lastColumn; column++)
            {
                if (CodeAt(row, column) > areas)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The parts whose borders come near enough to matter, lowest code first.</summary>
    /// <remarks>A cell that one area covers wholly has no border in it, so only lists are read: nearly always none, one or two.</remarks>
    private List<int> PartsAround(in Surroundings around)
    {
        var (left, right) = (Math.Max(around.MinX, grid.MinX), Math.Min(around.MaxX, grid.MinX + grid.Width));
        var (low, high) = (Math.Max(around.MinY, grid.MinY), Math.Min(around.MaxY, grid.MinY + grid.Height));
        if (left > right || low > high)
        {
            return [];
        }

        List<int>? found = null;
        var (firstColumn, lastColumn) = (grid.ColumnAt((int)left), grid.ColumnAt((int)right));
        for (var row = grid.RowAt((int)low); row <= grid.RowAt((int)high); row++)
        {
            var last = -1;
            for (var column = firstColumn; column <= lastColumn; column++)
            {
                var code = CodeAt(row, column);
                if (code <= areas || code == last)
                {
                    continue;
                }

                last = code;
                foreach (var part in PartsIn(code))
                {
                    if (!(found ??= []).Contains(part))
                    {
                        found.Add(part);
                    }
                }
            }
        }

        found?.Sort();
        return found ?? [];
    }

    /// <summary>Metres to the nearest edge of a part; too much, or infinity, when none is in the surroundings.</summary>
    private double MetresTo(int part, in Surroundings around)
    {
        var nearest = double.PositiveInfinity;
        var (low, high) = (Math.Max(around.MinY, grid.MinY), Math.Min(around.MaxY, grid.MinY + grid.Height));
        for (var row = grid.RowAt((int)low); row <= grid.RowAt((int)high); row++)
        {
            foreach (ref readonly var edge in edges.InRow(part, row))
            {
                nearest = Math.Min(nearest, around.SquaredMetresTo(edge));
            }
        }

        return Math.Sqrt(nearest);
    }
}
