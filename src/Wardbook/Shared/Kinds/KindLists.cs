namespace Wardbook.Shared.Kinds;

/// <summary>The lists of kinds, and what stands in them before a force changes them.</summary>
public static class KindLists
{
    public const string Teams = "team", Posts = "post", PostingEnds = "posting-end", Communities = "community", Engagement = "engagement", ProfileSections = "profile-section", Channels = "concern-channel", Pauses = "answer-pause";

    /// <summary>The channel that is the public form itself.</summary>
    public static readonly Guid PublicForm = IdOf(20, 1);

    /// <summary>For as long as anybody asks about.</summary>
    private static readonly DateOnly Ever = new(1900, 1, 1);

    /// <summary>Each list with its name in words.</summary>
    public static IReadOnlyList<(string List, string Name)> All { get; } =
    [
        (Teams, "Kinds of team"),
        (Posts, "Kinds of post"),
        (PostingEnds, "Why a posting ended"),
        (Communities, "Kinds of community"),
        (Engagement, "Kinds of engagement"),
        (ProfileSections, "Subjects of a ward's profile"),
        (Channels, "Channels by which concerns come"),
        (Pauses, "What pauses the clock of an answer"),
    ];

    /// <summary>What every new database has. Ids and slugs never change.</summary>
    public static IReadOnlyList<ListedKind> First { get; } =
    [
        .. Of(1, Teams, ("neighbourhood", "Neighbourhood team", null), ("transport", "Transport team", null), ("schools", "Schools team", null), ("task", "Tasking unit", null)),
        .. Of(2, Posts, ("sergeant", "Sergeant", null), ("constable", "Constable", null), ("pcso", "Police community support officer", null), ("special", "Special constable", null)),
        .. Of(3, PostingEnds, ("moved", "Moved to another team", null), ("promoted", "Promoted", null), ("became-constable", "Became a police constable", null),
            ("left", "Left the force", null), ("retired", "Retired", null), ("ended", "The post ended", null), ("other", "Another reason", null)),
        .. Of(4, Communities, ("place", "People of one place", null), ("faith", "Faith", null), ("ethnicity", "Ethnicity or nationality", null), ("new", "Newly arrived", null),
            ("young", "Young people", null), ("old", "Older people", null), ("disability", "Disabled people", null), ("lgbt", "LGBT+ people", null), ("business", "Business", null),
            ("night", "People who work at night", null), ("visit", "Commuters and visitors", null), ("students", "Students", null), ("housing", "Tenants and residents", null),
            ("travellers", "Gypsy, Roma and Traveller people", null), ("other", "Another community", null)),
        .. Of(5, Engagement, ("public-meeting", "Public meeting", null), ("street-briefing", "Street briefing", null), ("surgery", "Surgery", "surgery"), ("have-a-say", "Have-a-say day", null),
            ("eva", "Environmental visual audit", "walk"), ("mapping", "Mapping exercise", null), ("questionnaire", "Questionnaire", null), ("kin-interview", "Key individual interview", null),
            ("advisory-group", "Independent advisory group", null), ("intermediary", "Meeting with an intermediary", null), ("school-visit", "School visit", null), ("themed", "Themed meeting", null),
            ("coffee", "Coffee morning", null), ("mobile-station", "Mobile police station", null), ("youth", "Youth activity", null), ("online", "Online meeting", null), ("other", "Another kind", null)),
        .. Of(6, ProfileSections, ("people", "Who lives, works and comes here", null), ("schools", "Schools and colleges", null), ("worship", "Places of worship", null), ("transport", "Transport", null),
            ("licensed", "Licensed premises and the night", null), ("difficulty", "What made it hard to reach people so far", null), ("knowledge", "What the community tells", null)),
        .. Of(20, Channels, ("public-form", "This site", null), ("engagement", "At a meeting or on the street", null), ("patrol", "Said to an officer on patrol", null), ("telephone", "Telephone", null),
            ("letter", "Letter or mail", null), ("survey", "Survey", null), ("school", "School or youth event", null), ("key-individual", "Key individual", null), ("partner", "Partner", null),
            ("councillor", "Councillor", null), ("other", "Another channel", null)),
        .. Of(21, Pauses, ("asked-back", "We asked whoever said it for more", null), ("partner", "A partner has been asked", null), ("investigation", "An investigation must not be disturbed", null),
            ("appointment", "A visit was agreed", null)),
    ];

    private static IEnumerable<ListedKind> Of(int list, string name, params (string Slug, string Name, string? Use)[] kinds) => kinds.Select((kind, number) => new ListedKind
    {
        Id = IdOf(list, number + 1),
        List = name,
        Slug = kind.Slug,
        Name = kind.Name,
        Order = (number + 1) * 10,
        From = Ever,
        Use = kind.Use,
    });

    private static Guid IdOf(int list, int number) => new(list, (short)number, 0, 0x80, 0, 0x57, 0x41, 0x52, 0x44, 0, 1);
}
