using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Activity.Recording;
using Wardbook.Places;

namespace Wardbook.Activity;

/// <summary>The totals of a borough kept beside those of its wards: the figures stay those of the records, whatever becomes of the bundles.</summary>
public sealed class BundleTests
{
    private static readonly PlaceKey Abbey = TestSite.Ward("E05000001"), Bridge = TestSite.Ward("E05000002"), Castle = TestSite.Ward("E05000003");
    private static readonly PlaceCode Northborough = PlaceCode.Parse("E09000002"), Southborough = PlaceCode.Parse("E09000003"), Met = PlaceCode.Parse("metropolitan");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_borough_and_a_force_say_the_same_with_bundles_as_without()
    {
        await using var site = await Recorded();

        var with = (await Figures(site, Northborough), await Figures(site, Southborough), await Figures(site, Met));

        Assert.Equal((7, 5, 12), (with.Item1.Arrests, with.Item2.Arrests, with.Item3.Arrests));
        await site.With(db => db.ActivityBundles.ExecuteDeleteAsync(Cancel));
        Assert.Equal(with, (await Figures(site, Northborough), await Figures(site, Southborough), await Figures(site, Met)));
    }

    /// <summary>Shown by making a bundle wrong, which a database is checked for.</summary>
    [Fact]
    public async Task A_borough_is_read_from_its_bundle_and_a_wrong_bundle_is_named_and_mended()
    {
        await using var site = await Recorded();
        await site.With(db => db.BundledTotals.Where(total => total.Bundle == "borough E09000002" && total.Kind == "arrests" && total.Step == Step.Month).ExecuteUpdateAsync(set => set.SetProperty(total => total.Halves, total => total.Halves + 20), Cancel));

        // A whole month, May, is read as one; of June the days.
        Assert.Equal(17, (await Figures(site, Northborough, by: "Month")).Arrests);

        var found = await site.Run("check");

        Assert.Equal(1, found.ExitCode);
        Assert.Equal("borough E09000002: 2 totals of activity differ from those of its wards, first arrests in the month from 2026-05-01: too great by 10 in 0 records", found.Output.Trim());
        Assert.Equal(0, (await site.Run("check", "--rebuild")).ExitCode);
        Assert.Equal(0, (await site.Run("check")).ExitCode);
        Assert.Equal(7, (await Figures(site, Northborough, by: "Month")).Arrests);
    }

    [Fact]
    public async Task What_was_recorded_before_there_were_bundles_is_in_them_once_somebody_records_in_the_ward()
    {
        await using var site = await Recorded();
        await site.With(db => db.ActivityBundles.ExecuteDeleteAsync(Cancel));
        await site.With(db => db.BundledTotals.ExecuteDeleteAsync(Cancel));

        await site.GivenDone(Abbey, "arrests", 1);

        Assert.Equal(["borough E09000002"], await site.With(db => db.BundledTotals.Select(total => total.Bundle).Distinct().ToListAsync(Cancel)));
        Assert.Equal((8, 13), ((await Figures(site, Northborough)).Arrests, (await Figures(site, Met)).Arrests));
        await site.With(db => Bundles.Begin(db, Cancel));
        Assert.Equal((8, 13), ((await Figures(site, Northborough)).Arrests, (await Figures(site, Met)).Arrests));
        Assert.Equal(0, (await site.Run("check")).ExitCode);
    }

    [Fact]
    public async Task Those_who_record_first_in_a_ward_at_the_same_moment_are_each_counted_once()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();

        await Task.WhenAll(Enumerable.Range(0, 12).Select(number => site.GivenDone(number % 2 == 0 ? Abbey : Bridge, "arrests")));

        Assert.Equal([(Step.Day, 24L, 12), (Step.Week, 24L, 12), (Step.Month, 24L, 12)], await site.With(async db => (await db.BundledTotals.OrderBy(total => total.Step).ToListAsync(Cancel)).Select(total => (total.Step, total.Halves, total.Records)).ToList()));
        Assert.Equal(0, (await site.Run("check")).ExitCode);
    }

    [Fact]
    public async Task Where_boroughs_are_drawn_anew_wards_are_read_one_by_one()
    {
        await using var site = await Recorded();

        // Bridge goes over to Southborough.
        await site.With(async db => await db.Places.Where(place => place.Kind == "ward" && place.Code == Bridge.Code)
            .ExecuteUpdateAsync(set => set.SetProperty(place => place.ParentId, db.Places.Where(place => place.Kind == "borough" && place.Code == Southborough).Select(place => (int?)place.Id).First()), Cancel));

        Assert.Equal((3, 9, 12), ((await Figures(site, Northborough)).Arrests, (await Figures(site, Southborough)).Arrests, (await Figures(site, Met)).Arrests));
    }

    /// <summary>Arrests: three in Abbey and four in Bridge, of Northborough, five in Castle, of Southborough. The reader may compare.</summary>
    private static async Task<TestSite> Recorded()
    {
        var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenSignedIn(Role.Analyst, TestSite.Force);
        await site.GivenDone(Abbey, "arrests", 3);
        await site.GivenDone(Bridge, "arrests", 4, daysAgo: 20);
        await site.GivenDone(Castle, "arrests", 5, daysAgo: 40);
        await site.GivenDone(Castle, "patrol", 1.5, daysAgo: 40);
        return site;
    }

    private static async Task<(double Arrests, string Steps)> Figures(TestSite site, PlaceCode place, string by = "Week")
    {
        var kinds = await site.GetText($"{Urls.PlaceActivity(place)}.csv?table=kinds&by={by}");
        var arrests = kinds.Split("\r\n").Single(line => line.StartsWith("Arrests,", StringComparison.Ordinal)).Split(',')[2];
        return (double.Parse(arrests, CultureInfo.InvariantCulture), await site.GetText($"{Urls.PlaceActivity(place)}.csv?table=steps&by={by}&kind=arrests"));
    }
}
