namespace Wardbook.Crimes;

/// <summary>A count that a publisher made itself, for an area and an offence in one month of a series without records.</summary>
/// <remarks>Zero is kept where the publisher prints zero: nobody counted is a row that is not there.</remarks>
public sealed class PublishedCount
{
    public required int MonthId { get; init; }

    /// <summary>The area's code, or its name where the publisher gives no code.</summary>
    public required string Area { get; init; }

    /// <summary>What the publisher puts above the area (a borough, "Aviation Security (SO18)"): one ward may stand under two.</summary>
    public required string Under { get; init; }

    /// <summary>See <see cref="PublishedOffence"/>.</summary>
    public required short Offence { get; init; }

    public required int Count { get; init; }
}

/// <summary>An offence of a series without records, as published: a major and a minor text.</summary>
public sealed class PublishedOffence
{
    public required short Id { get; init; }

    public required string Series { get; init; }

    public required string Major { get; init; }

    public required string Minor { get; init; }
}

/// <summary>What a publisher calls an area of a series without records.</summary>
public sealed class PublishedArea
{
    public required string Series { get; init; }

    /// <summary>As in <see cref="PublishedCount.Area"/>.</summary>
    public required string Area { get; init; }

    public required string Under { get; init; }

    /// <summary>As the latest edition has it.</summary>
    public required string Name { get; set; }
}
