using Microsoft.EntityFrameworkCore;
using Wardbook.Crimes;
using Wardbook.Periods;

namespace Wardbook.Demonstration;

[Collection(DemonstrationTests.Name)]
public class LondonCrimeTests(MadeDemonstration made)
{
    private readonly TestSite site = made.Site;

    // Metropolitan Police Authority, Planning, Performance and Review Committee, 15 March 2007, report 7, paragraph 18:
    // "volume VAP is down 6.4% in the challenged wards, slightly less than the figure of 6.6% for the MPS as a whole. The figure for the
    // surrounding wards is down 4.8%"; paragraph 19: serious violence "a 0.4% reduction across the MPS".
    // Metropolitan Police Authority, 24 May 2007, equality and diversity: in 2006/07 racist crime fell by 11.9%, domestic violence by 9.4%, homophobic crime by 8.5%.
    [Theory]
    [InlineData("challenging", "Violence against the person", "2006-04", "2006-10", -6.4)]
    [InlineData("around challenging", "Violence against the person", "2006-04", "2006-10", -4.8)]
    [InlineData("force", "Violence against the person", "2006-04", "2006-10", -6.6)]
    [InlineData("force", "serious violence", "2006-04", "2006-10", -0.4)]
    [InlineData("force", "racist", "2006-04", "2007-03", -11.9)]
    [InlineData("force", "domestic violence", "2006-04", "2007-03", -9.4)]
    [InlineData("force", "homophobic", "2006-04", "2007-03", -8.5)]
    public async Task Published_changes_come_out_of_the_records(string area, string measure, string first, string last, double perCent)
    {
        var change = (await Row(area, measure, first, last)).Change;

        Assert.Equal(perCent, Math.Round(change.PerCent!.Value, 1));
    }

    // The same report, paragraph 19: "In the challenging wards serious violence is up very slightly (just 1 offence)".
    [Fact]
    public async Task Serious_violence_in_the_eight_is_up_by_just_one_offence()
    {
        var change = (await Row("challenging", "serious violence", "2006-04", "2006-10")).Change;

        Assert.Equal(1, change.After - change.Before);
    }

    [Fact]
    public async Task The_report_writes_the_same_figures()
    {
        var ran = await site.Run("report", "year-on-year", "--first", "2006-04", "--last", "2006-10");

        Assert.Equal(0, ran.ExitCode);
        var row = ran.Output.Split('\n').Single(line => line.StartsWith("challenging,Violence against the person,", StringComparison.Ordinal));
        Assert.EndsWith(",-6.4", row.TrimEnd(), StringComparison.Ordinal);
    }

    // "Eight pathfinder wards chosen by absolute violence".
    [Fact]
    public async Task The_eight_have_the_most_violence_of_all_wards()
    {
        var violence = await site.With(db => db.CrimeCounts
            .Where(count => db.CrimeCategories.Any(category => category.Id == count.Category && category.Name == "Violence against the person") && count.Month < new Month(2006, 4))
            .Join(db.Places.Where(place => place.Kind == "ward"), count => count.PlaceId, place => place.Id, (count, place) => new { place.Code, count.Count })
            .GroupBy(count => count.Code)
            .Select(group => new { group.Key, Count = group.Sum(count => count.Count) })
            .ToListAsync());

        Assert.Equal(ChallengingWards.Codes.Order(), violence.OrderByDescending(ward => ward.Count).Take(8).Select(ward => ward.Key).Order());
    }

    // The Met recorded 984,125 offences in 2005/06 and 921,779 in 2006/07 (MPS, total notifiable offences).
    [Fact]
    public async Task Some_eighty_thousand_offences_a_month_and_incidents_beside_them()
    {
        var months = await site.With(db => db.CrimeCounts
            .Join(db.Places.Where(place => place.Kind == "force"), count => count.PlaceId, place => place.Id, (count, _) => count)
            .Join(db.CrimeCategories.Where(category => category.IsCrime), count => count.Category, category => category.Id, (count, _) => count)
            .GroupBy(count => count.Month)
            .Select(group => group.Sum(count => count.Count))
            .ToListAsync());

        Assert.Equal(24, months.Count);
        Assert.All(months, offences => Assert.InRange(offences, 65_000, 90_000));
        Assert.True(await site.With(db => db.CrimeCategories.AnyAsync(category => !category.IsCrime && category.Name == "Anti-social behaviour")));
    }

    [Fact]
    public async Task Every_record_is_given_to_the_ward_it_was_made_for()
    {
        var assigned = await site.With(db => db.CrimeAssignments.ToListAsync());

        Assert.All(assigned, month => Assert.Equal((0, 0), (month.Outside, month.Unplaced)));
        Assert.All(assigned, month => Assert.True(month.ByWard > 0 && month.ByPoint > 20 * month.ByWard));
    }

    private async Task<YearOnYearRow> Row(string area, string measure, string first, string last)
    {
        Assert.True(Month.TryParse(first, out var from));
        Assert.True(Month.TryParse(last, out var to));
        var found = await site.With(db => YearOnYear.Find(db, DemonstrationLondon.Series, made.Wards, from, to, CancellationToken.None));
        return found.Rows.Single(row => row.Area == area && row.Measure == measure);
    }
}
