using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Concerns.Categories;
using Wardbook.Shared;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Concerns.Issues;

/// <summary>The issues of a ward in the order in which they matter to people, as the working page, the public page and the files show them.</summary>
/// <param name="Issues">Open ones that somebody raised within the last <see cref="Months"/> months, the one that matters most first.</param>
/// <param name="Quiet">Open ones that nobody raised within them.</param>
/// <param name="Loose">How many concerns of those months belong to no issue yet.</param>
public sealed record WardIssues(PlaceKey Ward, DateOnly Day, RankingRules Rules, IReadOnlyList<IssueInOrder> Issues, IReadOnlyList<IssueInOrder> Quiet, int Loose)
{
    /// <summary>What was said longer ago counts no more.</summary>
    public const int Months = 12;

    /// <summary>Fewer people than this are not told apart in public.</summary>
    public const int Fewest = 5;

    public static async Task<WardIssues> Find(WardbookDb db, PlaceKey ward, DateOnly today, CancellationToken cancel)
    {
        var since = Since(today);
        var catalogue = await Catalogue.Find(db, cancel);
        var open = await db.Issues.AsNoTracking().Where(issue => issue.PlaceKind == ward.Kind && issue.PlaceCode == ward.Code && issue.Closed == null).OrderBy(issue => issue.Made).ToListAsync(cancel);
        var said = await Counting(db, ward, since)
            .Join(db.Groupings.Where(grouping => grouping.Until == null), concern => concern.Id, grouping => grouping.Concern,
                (concern, grouping) => new { grouping.Issue, concern.PersonKey, concern.Verified, concern.Channel, concern.SaidAt })
            .ToListAsync(cancel);
        var loose = await Counting(db, ward, since).CountAsync(concern => !db.Groupings.Any(grouping => grouping.Concern == concern.Id && grouping.Until == null), cancel);

        var voices = said.ToLookup(one => one.Issue, one => new Voice(one.PersonKey, one.Verified is not null, one.Channel, [], DateOnly.FromDateTime(one.SaidAt.InForceTime())));
        var ranking = Ranking.Of([.. open.Where(issue => voices.Contains(issue.Id)).Select(issue => new RaisedIssue(issue.Id, 1, [.. voices[issue.Id]]))], RankingRules.Equal, Dice(ward, said.Count));
        var byId = open.ToDictionary(issue => issue.Id);
        IssueInOrder Line(Issue issue, RankedIssue? ranked) => new(issue.Id, issue.Title, catalogue.NameOf(issue.Category), ranked) { IsNeverPublic = catalogue.Of(issue.Category)?.IsNeverPublic ?? false };
        return new(
            ward, today, ranking.Rules,
            [.. ranking.Issues.Select(ranked => Line(byId[ranked.Id], ranked))],
            [.. open.Where(issue => !voices.Contains(issue.Id)).Select(issue => Line(issue, null))],
            loose);
    }

    /// <summary>The moment, UTC, from which what was said counts.</summary>
    public static DateTime Since(DateOnly today) => ForceDay.Begins(today.AddMonths(-Months));

    /// <summary>What counts: not what waits in the heap of what machines may have sent, and not what is nobody's here to do.</summary>
    public static IQueryable<Concern> Counting(WardbookDb db, PlaceKey ward, DateTime since) => db.Concerns.AsNoTracking()
        .Where(concern => concern.PlaceKind == ward.Kind && concern.PlaceCode == ward.Code && concern.SaidAt >= since && !concern.IsHeld && concern.State != ConcernState.NotForUs);

    /// <summary>The table of the working page.</summary>
    public Table<IssueInOrder> Table(string name) => Order(name, people => people, issue => Urls.WorkIssue(Ward.Code, issue.Id))
        .Number("score", "Part won", issue => issue.Ranked?.Score, decimals: 2);

    /// <summary>As everybody may see it: nothing about what is never public, and few people not told apart.</summary>
    public WardIssues ForEverybody => this with { Issues = [.. Issues.Where(issue => !issue.IsNeverPublic)], Quiet = [] };

    /// <inheritdoc cref="ForEverybody"/>
    public Table<IssueInOrder> PublicTable(string name) => ForEverybody.Order(name, people => people < Fewest ? null : people, href: null);

    private Table<IssueInOrder> Order(string name, Func<int, int?> shown, Func<IssueInOrder, string?>? href) => new Table<IssueInOrder>($"What people of {name} say matters most", Issues)
        .Text("issue", "Issue", issue => issue.Title, href)
        .Text("about", "About", issue => issue.About)
        .Number("rank", "Place", issue => issue.Ranked?.Rank)
        .Text("places", "Likely places", issue => issue.PlacesInWords)
        .Number("people", "People", issue => issue.Ranked is { } ranked ? shown(ranked.Count.People) : null, absent: $"fewer than {Fewest}")
        .Number("channels", "Channels", issue => issue.Ranked?.Count.Channels)
        .Number("days", "Days", issue => issue.Ranked?.Count.Days);

    /// <summary>The same draws for the same things said, so that a page says the same each time it is asked.</summary>
    private static Func<int, int> Dice(PlaceKey ward, int said) => new Random(ward.Code.Text.Aggregate(said, (seed, letter) => unchecked((seed * 31) + letter))).Next;
}

/// <summary>An issue in its place.</summary>
/// <param name="About">The category, in words.</param>
/// <param name="Ranked">Null when nobody raised it lately.</param>
public sealed record IssueInOrder(Guid Id, string Title, string About, RankedIssue? Ranked)
{
    /// <summary>It is about something of which nothing is ever shown to the public.</summary>
    public bool IsNeverPublic { get; init; }

    /// <summary>Such as <c>1 to 3</c>: the places it takes in 90 of 100 draws of the people.</summary>
    public string? PlacesInWords => Ranked is not { } ranked ? null
        : ranked.Highest == ranked.Lowest ? Numbers.InFigures(ranked.Rank) : $"{Numbers.InFigures(ranked.Highest)} to {Numbers.InFigures(ranked.Lowest)}";
}
