using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Wardbook.Access;
using Wardbook.Accounts;
using Wardbook.Store;

namespace Wardbook.Sources.Orders;

public sealed class ImportPagesTests
{
    [Fact]
    public async Task A_boundary_file_is_sent_checked_loaded_in_the_background_and_told()
    {
        await using var site = await TestSite.Start(withBackground: true);
        await site.GivenSignedIn(Role.Administrator);
        var geojson = await File.ReadAllTextAsync(site.BoundaryFile("any.geojson", TestSite.FourWards), TestContext.Current.CancellationToken);

        var check = await site.SendImport("boundaries", "wards 2018.geojson", geojson, ("--kind", "ward"), ("--from", "2018-05-03"), ("--publisher", "Office for National Statistics"));
        Assert.Equal("Check before loading", check.QuerySelector("h1")!.TextContent);
        Assert.Contains("wards 2018.geojson", check.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2018-05-03", check.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await site.With(db => db.Places.CountAsync()));

        var order = await site.Order();
        var started = await Start(site, order.Id);
        Assert.Equal("It waits for its turn. One import runs at a time.", started.QuerySelector("[data-live=state]")!.TextContent);
        Assert.NotNull(started.QuerySelector("noscript meta[http-equiv=refresh]"));
        await site.Until(async () => (await site.Order()).State == OrderState.Done);

        var done = await site.Get(Urls.ImportOrder(order.Id));
        Assert.Equal("Loaded. What it brought is shown.", done.QuerySelector("[data-live=state]")!.TextContent);
        Assert.Null(done.QuerySelector("noscript meta"));
        Assert.Equal(4, await site.With(db => db.Places.CountAsync(place => place.Kind == "ward")));
        var import = await site.With(db => db.Imports.SingleAsync());
        Assert.NotNull(done.QuerySelector($"a[href='{Urls.Source(import.Id)}']"));
        Assert.Equal(("wards 2018.geojson", "Office for National Statistics"), (import.File, import.Publisher));
        Assert.False(Directory.Exists(Path.Combine(site.Folder, "uploads", order.Id.ToString("N"))));
    }

    [Fact]
    public async Task Each_page_of_imports_is_whole_and_asks_in_the_words_of_the_command()
    {
        await using var site = await TestSite.Start();
        await site.GivenSignedIn(Role.Administrator);

        foreach (var kind in ImportKind.All)
        {
            var page = await site.Get(Urls.NewImport(kind.Name));
            Assert.Empty(Crawl.Faults(page));
            Assert.Equal(kind.Fields.Count + 2, page.QuerySelectorAll("main input").Length);
        }

        Assert.Equal(["boundaries", "crimes", "lookups", "postcodes", "profiles"], ImportKind.All.Select(kind => kind.Name));
        Assert.Equal("What the areas are: ward, borough, cluster, beat, force, lsoa.", (await site.Get(Urls.NewImport("boundaries"))).QuerySelector(".govuk-form-group:has([name='Typed[--kind]']) .govuk-hint")!.TextContent);
        Assert.DoesNotContain("--", (await site.Get(Urls.NewImport("crimes"))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(Crawl.Faults(await site.Get(Urls.Imports)));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(Urls.NewImport("anything"))).StatusCode);
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_said_at_its_field_and_nothing_typed_or_sent_is_lost()
    {
        await using var site = await TestSite.Start();
        await site.GivenSignedIn(Role.Administrator);

        var page = await site.SendImport("boundaries", "wards.geojson", "{}", ("--from", "3 May"), ("--publisher", "ONS"));

        Assert.Equal(["First day must be a day such as 2018-05-03", "Say what the areas are"], page.QuerySelectorAll(".govuk-error-summary__list a").Select(link => link.TextContent).Order());
        Assert.All(page.QuerySelectorAll(".govuk-error-summary__list a"), link => Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!)));
        Assert.Equal("3 May", page.QuerySelector("[name='Typed[--from]']")!.GetAttribute("value"));
        Assert.Contains("wards.geojson", page.QuerySelector(".govuk-inset-text")!.TextContent, StringComparison.Ordinal);

        var mended = await site.SendForm(page.QuerySelector("main form")!.GetAttribute("action")!, "", null, ("--kind", "ward"), ("--from", "2018-05-03"));
        Assert.Equal("Check before loading", mended.QuerySelector("h1")!.TextContent);
        Assert.Equal(("wards.geojson", 2), ((await site.Order()).File, (await site.Order()).Bytes));
    }

    [Theory]
    [InlineData("", null, "Choose a file")]
    [InlineData("empty.csv", "", "The file is empty")]
    public async Task A_form_without_a_file_is_said(string name, string? text, string said)
    {
        await using var site = await TestSite.Start();
        await site.GivenSignedIn(Role.Administrator);

        var page = await site.SendForm(Urls.NewImport("lookups"), name, text is null ? null : System.Text.Encoding.UTF8.GetBytes(text));

        Assert.Equal(said, page.QuerySelector(".govuk-error-summary__list a")!.TextContent);
        Assert.Equal(0, await site.With(db => db.ImportOrders.CountAsync()));
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_said_and_not_kept()
    {
        await using var site = await TestSite.Start(inBrowser: true, variables: [("WARDBOOK_LARGEST_UPLOAD", "2"), ("WARDBOOK_LARGEST_REQUEST", "64")]);
        await site.GivenSignedIn(Role.Administrator);

        var page = await site.SendForm(Urls.NewImport("lookups"), "big.csv", new byte[2_100_000]);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("The file must be 2 MB or smaller", page.QuerySelector(".govuk-error-summary__list a")!.TextContent);
        Assert.Empty(Files(site));
        var fits = await site.SendForm(Urls.NewImport("lookups"), "fits.csv", new byte[1_900_000]);
        Assert.Equal("Check before loading", fits.QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("../../../etc/cron.d/wards.csv", "wards.csv")]
    [InlineData("..\\..\\wards.csv", "wards.csv")]
    [InlineData("...", "file")]
    [InlineData("..hidden <b>&.csv", "hidden b.csv")]
    public async Task The_name_of_a_file_leads_nowhere(string name, string kept)
    {
        await using var site = await TestSite.Start();
        await site.GivenSignedIn(Role.Administrator);

        await site.SendImport("lookups", name, "lsoa_code,ward_code\nE01000001,E05000001\n");

        var order = await site.Order();
        Assert.Equal(kept, order.File);
        Assert.Equal([Path.Combine(site.Folder, "uploads", order.Id.ToString("N"), kept)], Files(site));
    }

    [Fact]
    public async Task What_is_typed_into_a_field_never_becomes_another_option()
    {
        await using var site = await TestSite.Start();
        await site.GivenSignedIn(Role.Administrator);
        var secret = site.File("secret.rsp", "--licence=taken from a file");

        await site.SendImport("lookups", "a.csv", "lsoa_code,ward_code\nE01000001,E05000001\n", ("--publisher", $"@{secret}"), ("--licence", "--database=/tmp/other.db"));
        await Start(site, (await site.Order()).Id);
        await site.Wake("imports");

        var import = await site.With(db => db.Imports.SingleAsync());
        Assert.Equal(($"@{secret}", "--database=/tmp/other.db"), (import.Publisher, import.Licence));
    }

    [Fact]
    public async Task Who_may_not_import_sees_nothing_of_it_and_a_form_from_elsewhere_is_refused()
    {
        await using var site = await TestSite.Start();
        await site.GivenSignedIn(Role.Constable, TestSite.Force);

        Assert.NotEqual(HttpStatusCode.OK, (await site.Get(Urls.NewImport("lookups"))).StatusCode);

        var administrator = await site.GivenAccount();
        await site.GivenRole(administrator, Role.Administrator);
        using var form = new MultipartFormDataContent { { new StringContent("E01"), "Upload", "a.csv" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, Urls.NewImport("lookups")) { Content = form };
        request.Headers.Add("Cookie", await site.CookieOf(administrator));
        using var answer = await site.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(Files(site));
        Assert.Equal(0, await site.With(db => db.ImportOrders.CountAsync()));
    }

    [Fact]
    public async Task A_demonstration_says_that_real_records_do_not_belong_in_it()
    {
        await using var site = await TestSite.Start();
        await site.With(async db =>
        {
            db.Settings.Add(new() { Name = Setting.Demonstration, Value = "2026-06-15" });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        await site.GivenSignedIn(Role.Administrator);

        var page = await site.Get(Urls.NewImport("crimes"));

        Assert.Contains("everything in it is made up, and real crimes do not belong beside it", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form"));
        Assert.NotNull((await site.Get(Urls.NewImport("lookups"))).QuerySelector("main form"));
    }

    [Fact]
    public async Task A_file_that_is_wrong_is_refused_in_the_words_of_the_command_and_its_faults_are_listed()
    {
        await using var site = await TestSite.Start();
        await site.GivenSignedIn(Role.Administrator);
        await site.GivenTwoWards();
        await site.SendImport("crimes", "2013-04-street.csv", $"{TestSite.StreetHeader}\n{TestSite.StreetRow(month: "2099-13")}\n");
        var order = await site.Order();
        await Start(site, order.Id);

        await site.Wake("imports");

        var page = await site.Get(Urls.ImportOrder(order.Id));
        Assert.Contains("1 row could not be read, so nothing was loaded.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var import = (await site.Order()).Import!.Value;
        Assert.Contains("2099-13", await site.GetText($"{Urls.Source(import)}.csv?table=faults"), StringComparison.Ordinal);
        Assert.Equal("Run it again", page.QuerySelector("main form button")!.TextContent);
    }

    internal static async Task<IDocument> Start(TestSite site, Guid order) => await site.Post(Urls.ImportOrder(order) + "?handler=Start");

    private static string[] Files(TestSite site) =>
        Directory.Exists(Path.Combine(site.Folder, "uploads")) ? Directory.GetFiles(Path.Combine(site.Folder, "uploads"), "*", SearchOption.AllDirectories) : [];
}
