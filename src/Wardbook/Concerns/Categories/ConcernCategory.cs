using Wardbook.Accounts.Record;

namespace Wardbook.Concerns.Categories;

/// <summary>What a concern may be about. The force owns the tree: it adds, renames and ends categories, and nothing in the program knows one by name.</summary>
[Recorded("concern category")]
public sealed class ConcernCategory
{
    public const int LongestName = 100;

    /// <summary>Fixed once it is made: concerns and files hold it.</summary>
    public required string Code { get; init; }

    /// <summary>The code of the category it is part of; null at the top.</summary>
    public string? Parent { get; set; }

    public required string Name { get; set; }

    /// <summary>What somebody choosing it should know first, such as whom else to tell; empty for nothing.</summary>
    public string Advice { get; set; } = "";

    /// <summary>Where it stands among its neighbours.</summary>
    public int Rank { get; set; }

    /// <summary>Nobody who says such a thing is shown that others have: hate, what happens at home, what names a person.</summary>
    public bool IsNeverOffered { get; set; }

    /// <summary>Nothing about it is ever shown to the public, not even in other words.</summary>
    public bool IsNeverPublic { get; set; }

    public required DateOnly From { get; init; }

    /// <summary>The last day it can be chosen; null while no end is known.</summary>
    public DateOnly? To { get; set; }

    /// <summary>Whether it can be chosen on a day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);
}
