using System.Text;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Store;

namespace Wardbook.Sources.Orders;

public sealed class BrokenOffOrderTests
{
    private const string Rows = "lsoa_code,ward_code\nE01000001,E05000001\n";

    [Fact]
    public async Task An_import_whose_program_died_says_that_it_was_interrupted_and_can_be_run_again()
    {
        await using var site = await TestSite.Start();
        await site.GivenSignedIn(Role.Administrator);
        await site.SendImport("lookups", "a.csv", Rows);
        var order = (await site.Order()).Id;
        await ImportPagesTests.Start(site, order);
        // As a killed program leaves it.
        await site.With(async db =>
        {
            var row = await db.ImportOrders.SingleAsync();
            (row.State, row.Runner, row.Alive) = (OrderState.Running, Guid.NewGuid(), (site.Clock.GetUtcNow() - RunOrders.Silence - TimeSpan.FromSeconds(1)).UtcDateTime);
            await db.SaveChangesAsync();
        });

        await site.Wake("imports");

        var page = await site.Get(Urls.ImportOrder(order));
        Assert.Equal("It was interrupted. Nothing of it is shown; run it again.", page.QuerySelector("[data-live=state]")!.TextContent);
        Assert.Equal("Run it again", page.QuerySelector("main form button")!.TextContent);
        await ImportPagesTests.Start(site, order);
        await site.Wake("imports");
        Assert.Equal(OrderState.Done, (await site.Order()).State);
    }

    [Fact]
    public async Task An_import_under_way_elsewhere_is_left_alone()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "several instances are for PostgreSQL");
        await using var site = await TestSite.Start();
        await site.GivenSignedIn(Role.Administrator);
        await site.SendImport("lookups", "a.csv", Rows);
        await site.With(async db =>
        {
            var row = await db.ImportOrders.SingleAsync();
            (row.State, row.Runner, row.Alive) = (OrderState.Running, Guid.NewGuid(), site.Clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync();
        });

        await site.Wake("imports");

        Assert.Equal(OrderState.Running, (await site.Order()).State);
    }

    [Fact]
    public async Task An_import_that_runs_is_stopped_when_somebody_asks_and_leaves_nothing_behind()
    {
        await using var site = await BigImport();
        var order = (await site.Order()).Id;
        var running = site.Wake("imports");
        await Running(site);

        await site.Post(Urls.ImportOrder(order) + "?handler=Stop");
        await running;

        Assert.Equal(OrderState.Stopped, (await site.Order()).State);
        Assert.Equal("It was stopped. Nothing of it is shown.", (await site.Get(Urls.ImportOrder(order))).QuerySelector("[data-live=state]")!.TextContent);
        Assert.Equal(0, await site.With(db => db.CrimeMonths.CountAsync()));
        Assert.Equal(ImportState.Abandoned, await site.With(db => db.Imports.Where(import => import.Kind == "crimes").Select(import => import.State).SingleAsync()));
    }

    [Fact]
    public async Task A_site_that_is_stopped_while_an_import_runs_says_so_afterwards()
    {
        await using var site = await BigImport();
        var running = site.Wake("imports");
        await Running(site);

        await site.Stop();
        await running;

        Assert.Equal((OrderState.Interrupted, "The program was stopped while it ran. Nothing of it is shown."), ((await site.Order()).State, (await site.Order()).Outcome));
        Assert.Equal(0, await site.With(db => db.CrimeMonths.CountAsync()));
    }

    [Fact]
    public async Task One_that_waits_is_stopped_at_once_and_one_that_was_thrown_away_is_gone()
    {
        await using var site = await TestSite.Start();
        await site.GivenSignedIn(Role.Administrator);
        await site.SendImport("lookups", "a.csv", Rows);
        var first = (await site.Order()).Id;
        await ImportPagesTests.Start(site, first);

        await site.Post(Urls.ImportOrder(first) + "?handler=Stop");
        await site.Wake("imports");
        Assert.Equal(OrderState.Stopped, (await site.Order()).State);

        await site.SendImport("lookups", "b.csv", Rows);
        var second = await site.With(db => db.ImportOrders.SingleAsync(order => order.File == "b.csv"));
        await site.Post(Urls.ImportOrder(second.Id) + "?handler=Forget");
        Assert.Equal(first, (await site.Order()).Id);
        Assert.False(Directory.Exists(Path.Combine(site.Folder, "uploads", second.Id.ToString("N"))));
    }

    [Fact]
    public async Task A_command_and_a_page_never_import_at_the_same_time()
    {
        await using var site = await TestSite.Start();
        await site.GivenSignedIn(Role.Administrator);
        await site.SendImport("lookups", "a.csv", Rows);
        await ImportPagesTests.Start(site, (await site.Order()).Id);

        await using (await OneAtATime.Enter(site.Database, "import", TestContext.Current.CancellationToken))
        {
            await site.Wake("imports");
        }

        Assert.Equal(OrderState.Refused, (await site.Order()).State);
        Assert.StartsWith("Another import into", (await site.Order()).Outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_on_the_server_is_taken_only_from_the_folder_for_imports()
    {
        var folder = Directory.CreateTempSubdirectory("wardbook-imports-");
        await using var site = await TestSite.Start(variables: [("WARDBOOK_IMPORT_FOLDER", folder.FullName)]);
        await site.GivenSignedIn(Role.Administrator);
        File.Copy(site.File("secret.csv", Rows), Path.Combine(folder.FullName, "a.csv"));
        File.CreateSymbolicLink(Path.Combine(folder.FullName, "link.csv"), Path.Combine(site.Folder, "secret.csv"));

        foreach (var outside in new[] { "../secret.csv", Path.Combine(site.Folder, "secret.csv"), "link.csv", "none.csv" })
        {
            var refused = await site.SendForm(Urls.NewImport("lookups"), "", null, ("OnServer", outside));
            Assert.Equal($"There is no {outside} in the folder for imports on the server.", refused.QuerySelector(".govuk-error-summary__list a")!.TextContent);
        }

        await site.SendForm(Urls.NewImport("lookups"), "", null, ("OnServer", "a.csv"));
        await ImportPagesTests.Start(site, (await site.Order()).Id);
        await site.Wake("imports");
        Assert.Equal(OrderState.Done, (await site.Order()).State);
        Assert.True(File.Exists(Path.Combine(folder.FullName, "a.csv")));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Files_that_nobody_loaded_are_taken_away_after_a_week()
    {
        await using var site = await TestSite.Start();
        await site.GivenSignedIn(Role.Administrator);
        await site.SendImport("lookups", "a.csv", Rows);
        var order = (await site.Order()).Id;
        site.Clock.Advance(RunOrders.Kept + TimeSpan.FromHours(1));

        await site.Wake("imports-left");

        Assert.False(Directory.Exists(Path.Combine(site.Folder, "uploads", order.ToString("N"))));
        Assert.Equal(0, await site.With(db => db.ImportOrders.CountAsync()));
    }

    /// <summary>Large enough to be still running when somebody looks.</summary>
    private static async Task<TestSite> BigImport()
    {
        var site = await TestSite.Start();
        await site.GivenTwoWards();
        await site.GivenSignedIn(Role.Administrator);
        var rows = new StringBuilder(TestSite.StreetHeader).Append('\n');
        for (var row = 0; row < 1_500_000; row++)
        {
            rows.Append(TestSite.StreetRow(month: $"20{10 + (row % 10)}-{1 + (row % 12):00}")).Append('\n');
        }

        await site.SendImport("crimes", "street.csv", rows.ToString());
        await ImportPagesTests.Start(site, (await site.Order()).Id);
        return site;
    }

    private static async Task Running(TestSite site)
    {
        while (await site.Order() is { State: not OrderState.Running } order)
        {
            Assert.True(order.State is OrderState.Waiting, "It was over before anybody could look.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
