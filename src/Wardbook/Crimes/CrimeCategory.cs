namespace Wardbook.Crimes;

/// <summary>A kind of crime as its publisher names it. Data: categories are renamed and split.</summary>
public sealed class CrimeCategory
{
    /// <summary>Made in code, in the order first met.</summary>
    public required short Id { get; init; }

    /// <summary>Lower case and hyphens, for addresses: <c>violent-crime</c>.</summary>
    public required string Slug { get; init; }

    /// <summary>As published: <c>Violence and sexual offences</c>.</summary>
    public required string Name { get; set; }

    /// <summary>False for anti-social behaviour: incidents, never added into a total of crimes on a page.</summary>
    public required bool IsCrime { get; set; }
}
