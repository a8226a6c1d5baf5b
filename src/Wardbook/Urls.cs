using Wardbook.Places;

namespace Wardbook;

/// <summary>Every address of the site, once. The page's own file says it again on its first line; a test finds the two that differ.</summary>
public static class Urls
{
    public const string Home = "/";

    public const string Live = "/health/live";

    public const string Ready = "/health/ready";

    public const string StyleGuide = "/style-guide";

    /// <summary>What a reader sees instead of a page that cannot be shown.</summary>
    public static string Problem(int status) => $"/problem/{status}";

    public static string Ward(PlaceCode ward) => $"/wards/{ward}";
}
