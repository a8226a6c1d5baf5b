namespace Wardbook.Places;

/// <summary>How many people live in a place in a year, as a publisher says.</summary>
public sealed class Population
{
    public required PlaceCode Code { get; init; }

    public required int Year { get; init; }

    public required Guid Import { get; init; }

    public required int Residents { get; init; }

    /// <summary>Whether the figure is a projection made before the year.</summary>
    public bool IsProjection { get; init; }
}

/// <summary>Something that a profile measures: one column of one import.</summary>
public sealed class ProfileItem
{
    /// <summary>Made in code, under the import lock.</summary>
    public required int Id { get; init; }

    public required Guid Import { get; init; }

    /// <summary>The publisher's column: <c>% Children aged 0-15 - 2015</c>; several header rows are joined with <c>; </c>.</summary>
    public required string Item { get; init; }

    /// <summary>The year in the column's name, the last if there are several; null when there is none.</summary>
    public int? Year { get; init; }
}

/// <summary>One figure of a ward profile: the value as its publisher gives it.</summary>
public sealed class ProfileFigure
{
    public required PlaceCode Code { get; init; }

    public required int ItemId { get; init; }

    public required double Value { get; init; }
}
