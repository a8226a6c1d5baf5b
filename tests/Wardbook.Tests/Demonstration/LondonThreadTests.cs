using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Activity.Totals;
using Wardbook.Concerns;
using Wardbook.Periods;
using Wardbook.Places;

namespace Wardbook.Demonstration;

/// <summary>What people said in the demonstration, and what came of it.</summary>
[Collection(DemonstrationTests.Name)]
public sealed class LondonThreadTests(MadeDemonstration made)
{
    private static readonly PlaceKey Kennington = TestSite.Ward("E05000417");

    private readonly TestSite site = made.Site;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // Report on equality and diversity, 24 May 2007, paragraph 82: "Theft from M/V, Burglary and Drugs are the next highest ranked (and are priorities in 176, 162 and 127 neighbourhoods respectively)".
    [Theory]
    [InlineData("theft-vehicle", 3, 176)]
    [InlineData("burglary", 4, 162)]
    [InlineData("drugs", 5, 127)]
    public async Task So_many_wards_work_on_it_and_it_is_next_after_young_people_and_anti_social_behaviour(string category, int rank, int wards)
    {
        var open = (await site.With(db => db.Priorities.Where(row => row.Closed == null)
                .Join(db.PrioritySources, row => row.Id, source => source.Priority, (row, source) => new { row.PlaceCode, source.Issue })
                .Join(db.Issues, row => row.Issue, issue => issue.Id, (row, issue) => new { row.PlaceCode, issue.Category }).Distinct().ToListAsync(Cancel)))
            .GroupBy(row => row.Category).OrderByDescending(about => about.Count()).ToList();

        Assert.Equal((category, wards), (open[rank - 1].Key, open[rank - 1].Count()));
        Assert.Equal(["groups", "asb"], open.Take(2).Select(about => about.Key));
    }

    [Fact]
    public async Task The_table_of_priorities_of_the_force_says_the_same()
    {
        var found = await site.With(async db => await PrioritiesByCategory.Find(db, await PlaceTree.Load(db, Cancel), new("force", PlaceCode.Parse("metropolitan")), new DaySpan(new(2006, 4, 1), new DateOnly(2007, 5, 24)), Cancel));

        Assert.Equal((176, 162, 127), (Open("Theft of or from cars and bikes"), Open("Burglary"), Open("Drugs")));
        Assert.Equal((624, 624), (found.Wards, found.WithPriority));
        int Open(string category) => found.Rows.Single(row => row.Category == category || row.Category.EndsWith($": {category}", StringComparison.OrdinalIgnoreCase)).Open;
    }

    // Issue 4: "No priority can be published without its source and reason"; a panel chooses three to five (paper of 28 October 2006).
    [Fact]
    public async Task Every_ward_works_on_three_to_five_things_each_from_what_people_said()
    {
        var open = await site.With(db => db.Priorities.Where(row => row.Closed == null).GroupBy(row => row.PlaceCode).Select(ward => ward.Count()).ToListAsync(Cancel));
        var unsaid = await site.With(db => db.Priorities.CountAsync(row => row.Reason == "" || !db.PrioritySources.Any(source => source.Priority == row.Id
            && db.Groupings.Any(grouping => grouping.Issue == source.Issue && grouping.Until == null && db.Concerns.Any(concern => concern.Id == grouping.Concern && concern.PlaceCode == row.PlaceCode && concern.Category == db.Issues.First(issue => issue.Id == source.Issue).Category))), Cancel));

        Assert.Equal(624, open.Count);
        Assert.All(open, many => Assert.InRange(many, 3, 5));
        Assert.Equal(0, unsaid);
    }

    [Fact]
    public async Task Nothing_comes_before_what_it_is_made_of()
    {
        var wrong = await site.With(async db => new[]
        {
            await db.Reviews.CountAsync(review => db.Priorities.Any(row => row.Id == review.Priority && row.Adopted > review.Day), Cancel),
            await db.Updates.CountAsync(update => db.Reviews.Any(review => review.Id == update.Review && review.Made > update.Published), Cancel),
            await db.PlannedActions.CountAsync(action => db.Priorities.Any(row => row.Id == action.Priority && row.Made > action.Made), Cancel),
            await db.Groupings.CountAsync(grouping => db.Concerns.Any(concern => concern.Id == grouping.Concern && concern.SaidAt > grouping.From) || db.Issues.Any(issue => issue.Id == grouping.Issue && issue.Made > grouping.From), Cancel),
            await db.Concerns.CountAsync(concern => concern.Answered < concern.SaidAt || concern.SaidAt > new DateTime(2007, 5, 25, 0, 0, 0, DateTimeKind.Utc), Cancel),
            await db.ActivityRecords.CountAsync(record => record.Priority != null && db.Priorities.Any(row => row.Id == record.Priority && (row.Adopted > record.Day || row.Closed < record.Day || row.PlaceCode != record.PlaceCode)), Cancel),
            await db.Priorities.CountAsync(row => row.Closed != null && !db.Reviews.Any(review => review.Id == row.ClosedBy && review.Closes), Cancel),
        });

        Assert.All(wrong, count => Assert.Equal(0, count));
        Assert.True(await site.With(db => db.ActivityRecords.AnyAsync(record => record.Priority != null, Cancel)));
    }

    [Fact]
    public async Task Residents_read_what_their_ward_works_on_why_and_what_came_of_it()
    {
        var ward = await site.Get(Urls.Ward(Kennington.Code));
        Assert.InRange(ward.QuerySelectorAll("#priorities li").Length, 3, 5);
        var page = await site.Get(Urls.Priorities(Kennington.Code));
        Assert.Contains("You said", page.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Closed on", page.Text("main"), StringComparison.Ordinal);

        // Encrypted as a visitor's would be, and read by who may.
        await site.GivenSignedIn(Role.Sergeant, Kennington);
        var said = await site.With(db => db.Concerns.Where(concern => concern.PlaceCode == Kennington.Code && concern.State == ConcernState.Answered).OrderByDescending(concern => concern.SaidAt).FirstAsync(Cancel));
        Assert.Contains(said.Said, (await site.Get(Urls.WorkConcern(Kennington.Code, said.Id))).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_demonstration_it_is_the_day_of_the_report_when_it_is_made_and_days_go_by()
    {
        var clock = new DemonstrationClock(site.Clock, new(2007, 5, 20));

        Assert.Equal(new(2007, 5, 24), DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime));
        Assert.Equal(site.Clock.GetUtcNow().AddDays(4), clock.GetUtcNow());
        await using var other = await TestSite.Start();
        Assert.Null(await other.Database.DemonstrationMade(Cancel));
        Assert.Equal(new DateOnly(2007, 5, 24), await site.Database.DemonstrationMade(Cancel));
    }
}
