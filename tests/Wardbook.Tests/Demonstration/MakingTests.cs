using Microsoft.EntityFrameworkCore;
using Wardbook.Sources;
using Wardbook.Store;

namespace Wardbook.Demonstration;

[Collection(DemonstrationTests.Name)]
public class MakingTests(MadeDemonstration made)
{
    [Fact]
    public async Task Stopped_half_way_it_is_made_anew_and_is_the_same_to_the_last_record()
    {
        await using var site = await TestSite.Start(today: new(2027, 1, 1));
        using var stopping = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DemonstrationLondon.Make(site.Database, site.Clock, new StopsAt(5, stopping), stopping.Token));

        // As after a kill: what was staged is there, nothing of it is shown, and nothing says demonstration.
        Assert.True(await site.With(db => db.CrimeMonths.AnyAsync()));
        Assert.False(await site.With(db => db.CrimeMonths.AnyAsync(month => month.Shown)) || await site.With(db => db.BoundarySets.AnyAsync(set => set.Shown)));
        Assert.False(await site.With(db => db.Settings.AnyAsync(setting => setting.Name == Setting.Demonstration)));
        Assert.False(await site.With(db => db.Teams.AnyAsync()));
        Assert.True(await DemonstrationLondon.IsWanted(site.Database, CancellationToken.None));

        var record = await DemonstrationLondon.Make(site.Database, site.Clock, ImportProgress.Silent, CancellationToken.None);

        Assert.Equal(ImportState.Shown, record.State);
        Assert.Equal(24, await site.With(db => db.CrimeMonths.CountAsync()));
        Assert.False(await DemonstrationLondon.IsWanted(site.Database, CancellationToken.None));
        Assert.Equal("2027-01-01", await site.With(db => db.Settings.Where(setting => setting.Name == Setting.Demonstration).Select(setting => setting.Value).SingleAsync()));
        Assert.Equal(await made.Site.With(MadeDemonstration.PlacesDigest), await site.With(MadeDemonstration.PlacesDigest));
        Assert.Equal(await made.Site.With(MadeDemonstration.RecordsDigest), await site.With(MadeDemonstration.RecordsDigest));
        Assert.Equal(await made.Site.With(MadeDemonstration.WorkDigest), await site.With(MadeDemonstration.WorkDigest));
        Assert.Equal(await made.Site.With(MadeDemonstration.ThreadDigest), await site.With(MadeDemonstration.ThreadDigest));
    }

    /// <summary>As first made; whoever changes the demonstration on purpose writes the new one here.</summary>
    [Fact]
    public async Task The_records_are_the_same_on_every_machine_and_database() =>
        Assert.StartsWith("bcbc568184e873eff4a726ca4e62b70f0cd17965f5c58d8ae0", await made.Site.With(MadeDemonstration.RecordsDigest), StringComparison.Ordinal);

    /// <inheritdoc cref="The_records_are_the_same_on_every_machine_and_database"/>
    [Fact]
    public async Task So_are_the_teams_and_what_they_did() =>
        Assert.StartsWith("e122e981c8f277f85763e39508b14c79b1c49afdea1aba43a7", await made.Site.With(MadeDemonstration.WorkDigest), StringComparison.Ordinal);

    /// <inheritdoc cref="The_records_are_the_same_on_every_machine_and_database"/>
    [Fact]
    public async Task So_is_what_people_said_and_what_came_of_it() =>
        Assert.StartsWith("bd10e38f4d51d890b0fc10279df260111e18d15383209b5b86", await made.Site.With(MadeDemonstration.ThreadDigest), StringComparison.Ordinal);

    [Fact]
    public async Task Is_refused_where_something_was_loaded_already()
    {
        var ran = await made.Site.Run("demonstration");

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("only made in a database into which nothing was loaded yet", string.Join(' ', ran.Messages.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_counts_are_proved_by_the_records() => Assert.Equal(0, (await made.Site.Run("check")).ExitCode);

    [Fact]
    public async Task Names_its_series_and_publisher_as_made_up()
    {
        var series = await made.Site.With(db => db.CrimeSeries.SingleAsync());

        Assert.Equal(("demonstration", "Wardbook (made up)", true, 0), (series.Id, series.Publisher, series.HasRecords, series.Rank));
    }

    private sealed class StopsAt(int month, CancellationTokenSource stopping) : ImportProgress
    {
        private int done;

        public override void Begin(string step, double whole)
        {
        }

        public override void Advance(double part)
        {
            if (Interlocked.Increment(ref done) == month)
            {
                stopping.Cancel();
            }
        }
    }
}
