namespace Wardbook.Store;

/// <summary>Something the database says of itself: whether it is a demonstration, the version of its data.</summary>
public sealed class Setting
{
    /// <summary>Present, with the day it was made, when everything in the database is made up.</summary>
    public const string Demonstration = "demonstration";

    /// <summary>A whole number that grows with every change that a public page could show. Part of every cache key.</summary>
    public const string DataVersion = "data-version";

    /// <summary>The names of the keys that were ever used on it, with commas between. Never a key.</summary>
    public const string Keys = "keys";

    /// <summary>How far the record of change was sealed, and a seal on that.</summary>
    public const string RecordHead = "record-head";

    public required string Name { get; init; }

    public required string Value { get; set; }
}
