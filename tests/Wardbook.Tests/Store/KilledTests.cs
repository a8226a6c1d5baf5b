namespace Wardbook.Store;

/// <summary>The plug is pulled at random moments. Twenty times here; hundreds of times in the benchmarks.</summary>
public sealed class KilledTests
{
    [Fact]
    public async Task Ten_killed_imports_lose_no_row_and_double_none()
    {
        await using var site = await TestSite.Start();

        await new KillTrials(site.Folder, seed: 2013).Imports(site.Connection, kills: 10);
    }

    [Fact]
    public async Task A_renewal_of_keys_killed_half_way_leaves_everything_readable_and_is_finished_by_the_next()
    {
        await using var site = await TestSite.Start();

        Assert.InRange(await new KillRenewals(site.Folder, site.Connection).Run(people: 1_500, kills: 2), 1, 2);
    }

    [Fact, Trait("Once", "true")]
    public async Task Six_killed_migrations_do_not_stop_the_next()
    {
        await using var site = await TestSite.Start();

        await new KillTrials(site.Folder, seed: 6).Migrations(kills: 6);
    }

    [Fact, Trait("Once", "true")]
    public async Task Four_killed_first_starts_leave_no_half_demonstration()
    {
        await using var site = await TestSite.Start();

        await new KillTrials(site.Folder, seed: 4).FirstStarts(kills: 4);
    }
}
