namespace Wardbook.Accounts.Record;

public sealed class HistoryLinkTests
{
    [Fact]
    public async Task Whatever_a_person_edits_leads_to_its_history()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        var person = await site.GivenAccount("Daniel Osei");
        await site.GivenRole(person, Role.Sergeant, TestSite.Ward("E05000001"));
        await site.GivenSignedIn(Role.Administrator);
        await site.Post(Urls.Invite, ("Name", "Dorothy Achebe"), ("Email", "dorothy@example.org"), ("Role", "PanelMember"), ("Place", "Abbey ward"), ("Checked", "true"));
        var import = await site.SendImport("lookups", "lookup.csv", "LSOA21CD,WD24CD\nE01000001,E05000001\n");
        var order = await site.Order();

        foreach (var (url, kinds) in new[]
        {
            (Urls.Person(person.Id), new[] { "account", "held-role" }),
            (Urls.Invitations, ["link"]),
            (Urls.Retention, ["retention-rule"]),
            (Urls.ImportOrder(order.Id), ["import-order"]),
        })
        {
            var page = await site.Get(url);
            foreach (var kind in kinds)
            {
                var link = page.QuerySelector($"main a[href^='/history/{kind}/']");
                Assert.True(link is not null, $"{url} has no link to the history of {kind}");
                Assert.StartsWith("History of ", link.TextContent, StringComparison.Ordinal);
                Assert.StartsWith("History of this ", (await site.Get(link.GetAttribute("href")!)).Text("h1"), StringComparison.Ordinal);
            }
        }

        Assert.Equal(System.Net.HttpStatusCode.OK, import.StatusCode);
    }
}
