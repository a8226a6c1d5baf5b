using Wardbook.Shared.Kinds;

namespace Wardbook.Demonstration.Work;

/// <summary>A kind of engagement that counts as a meeting. How often there was one, and how many came, is made up; all together it is what was published.</summary>
internal sealed record MeetingKind(Guid Id, int Often, int People, string[] Titles, TimeOnly[] Starts)
{
    private static readonly TimeOnly[] Evening = [new(18, 30), new(19, 0), new(19, 30)], Daytime = [new(10, 0), new(10, 30), new(11, 0), new(14, 0)];

    public static IReadOnlyList<MeetingKind> All { get; } =
    [
        Of("public-meeting", 46, 24, Evening, "Ward meeting", "Residents' association", "Neighbourhood Watch meeting", "Tenants' and residents' meeting"),
        Of("themed", 16, 18, [.. Evening, .. Daytime], "Burglary: what we do and what you can do", "Young people and the street", "Drugs in our estate", "Graffiti and litter", "Cars and motorcycles"),
        Of("coffee", 14, 10, Daytime, "Coffee morning", "Coffee with your team"),
        Of("advisory-group", 6, 9, Evening, "Independent advisory group"),
        Of("intermediary", 18, 7, [.. Daytime, new(17, 0)], "Meeting with faith leaders", "Meeting with shopkeepers", "Meeting with head teachers", "Meeting with the housing office"),
    ];

    private static MeetingKind Of(string slug, int often, int people, TimeOnly[] starts, params string[] titles) => new(LondonTeams.Kind(KindLists.Engagement, slug), often, people, titles, starts);
}

/// <summary>What teams also did and no figure is published for: of each kind how often, and how much in a record.</summary>
internal sealed record Unpublished(string Code, int Often, int Least, int Step, int Steps, bool OfficersOnly = false)
{
    public const int Records = 12_600;

    public static IReadOnlyList<Unpublished> All { get; } =
    [
        new("arrests", 20, 1, 1, 3, OfficersOnly: true),
        new("crack-houses", 1, 1, 1, 1, OfficersOnly: true),
        new("asbos", 1, 1, 1, 1, OfficersOnly: true),
        new("abcs", 3, 1, 1, 2),
        new("asb-letters", 8, 2, 1, 14),
        new("asb-home-visits", 8, 1, 1, 4),
        new("target-hardening", 5, 2, 2, 10),
        new("patrol", 24, 4, 1, 7),
        new("intelligence", 12, 1, 1, 4),
        new("kin-interviews", 12, 1, 1, 3),
        new("surgeries", 6, 1, 1, 1),
        new("school-visits", 5, 1, 1, 2),
        new("leaflets", 5, 100, 50, 15),
    ];
}
