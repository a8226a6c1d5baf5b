using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;

namespace Wardbook.Concerns;

public sealed class SayTests
{
    private static readonly PlaceKey Abbey = TestSite.Ward("E05000001");

    [Fact]
    public async Task Somebody_at_a_bus_stop_says_that_mopeds_ride_on_the_pavement_and_that_is_all()
    {
        await using var site = await Start();

        var page = await site.GivenSaid(Abbey);

        Assert.Equal("The team of Abbey ward has what you said.", page.Text(".govuk-notification-banner__heading"));
        Assert.Equal("What you told us", page.Text("h1"));
        var concern = await Only(site);
        Assert.Equal(("Mopeds ride on the pavement", "mopeds", SaidWhere.WholeWard, TimeOfDay.Evening, ConcernState.New, false), (concern.Said, concern.Category, concern.Where, concern.Time, concern.State, concern.IsHeld));
        Assert.Equal(Abbey, concern.Place);
        Assert.Null(concern.Verified);
    }

    [Fact]
    public async Task Whom_to_call_stands_before_the_first_question()
    {
        await using var site = await TestSite.Start(variables: [("WARDBOOK_EMERGENCY_NUMBER", "112"), ("WARDBOOK_NON_EMERGENCY_NUMBER", "0800 110"), ("WARDBOOK_REPORT_CRIME", "https://force.example.org/report")]);
        await site.GivenFourWards();

        var page = await site.Get(Urls.SayIn(Abbey.Code));

        Assert.Contains("Call 112.", page.Text(".w-advice"), StringComparison.Ordinal);
        Assert.Contains("or call 0800 110", page.Text(".w-advice"), StringComparison.Ordinal);
        Assert.Equal("https://force.example.org/report", page.QuerySelector(".w-advice a[href^=https]")!.GetAttribute("href"));
        Assert.True(page.QuerySelector(".w-advice")!.CompareDocumentPosition(page.QuerySelector("textarea")!).HasFlag(DocumentPositions.Following));
    }

    [Fact]
    public async Task What_was_said_stands_encrypted_in_the_database()
    {
        await using var site = await Start();
        await site.GivenSaid(Abbey, ("Words", "Mr Alfred Hopkins at number 9 shouts"), ("Where", "street"), ("Street", "Orchard Lane"), ("Email", "amara@example.org"));

        var rows = await site.With(async db => await db.Database.SqlQueryRaw<string>("""SELECT "Said" || "Street" AS "Value" FROM "Concerns" UNION ALL SELECT "Email" FROM "ConcernReaches" """).ToListAsync(Cancel));

        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.DoesNotMatch("Hopkins|Orchard|amara", row));
        Assert.Equal("Orchard Lane", (await Only(site)).Street);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_concern_a_day_later_too()
    {
        await using var site = await Start();
        var check = await site.GivenAnswers(Abbey);

        var first = await site.PostForm(check);
        site.Clock.Advance(TimeSpan.FromDays(1));
        var second = await site.PostForm(check);

        Assert.Equal(first.Url, second.Url);
        Assert.Equal("What you told us", second.Text("h1"));
        await Only(site);
    }

    [Fact]
    public async Task A_double_click_is_one_concern()
    {
        await using var site = await Start();
        var check = await site.GivenAnswers(Abbey);

        var pages = await Task.WhenAll(site.PostForm(check), site.PostForm(check));

        Assert.Equal(pages[0].Url, pages[1].Url);
        Assert.All(pages, page => Assert.Equal(HttpStatusCode.OK, page.StatusCode));
        await Only(site);
    }

    [Fact]
    public async Task Ten_thousand_words_are_too_many_and_none_of_them_is_lost()
    {
        await using var site = await Start();
        var words = string.Join(' ', Enumerable.Repeat("mopeds", 10_000));

        var page = await site.PostForm(await site.Get(Urls.SayIn(Abbey.Code)), ("Words", words));

        Assert.Contains("You wrote 69,999 letters. Say it in at most 4,000", page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal(words, page.QuerySelector("textarea")!.TextContent.Trim());
    }

    [Theory]
    [InlineData("الدراجات النارية تسير على الرصيف كل مساء")]
    [InlineData("<script>alert('moped')</script> & \"quoted\"")]
    [InlineData("Line one\nline two\u0007 with a bell")]
    [InlineData("=HYPERLINK(\"http://evil.example\")")]
    public async Task Any_words_in_any_language_come_back_as_they_were_said(string words)
    {
        await using var site = await Start();

        var page = await site.GivenSaid(Abbey, ("Words", words));

        var expected = words.Replace("\u0007", "", StringComparison.Ordinal);
        Assert.Equal(expected, page.QuerySelector(".w-said")!.TextContent);
        Assert.Equal(expected, (await Only(site)).Said);
        Assert.Empty(page.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task A_pin_in_another_borough_is_said_in_words_and_the_other_team_is_offered()
    {
        await using var site = await Start();
        var page = await site.Get(Urls.SayIn(Abbey.Code));
        page = await site.PostForm(page, ("Words", "Mopeds"));
        page = await site.PostForm(page, ("About", "mopeds"));

        page = await site.PostForm(page, ("Where", "pin"), ("Spot", "51.515,-0.095"));

        Assert.Contains("That place is in Castle, Southborough, not in Abbey", page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        var other = page.QuerySelector("button[formaction]")!;
        Assert.Equal(("/wards/E05000003/say", "Say it to the team of Castle instead"), (other.GetAttribute("formaction"), other.TextContent));
        page.QuerySelector("main form")!.SetAttribute("action", other.GetAttribute("formaction"));
        page = await site.PostForm(page);
        Assert.Equal("At what time of day?", page.Text("legend"));
        page = await site.PostForm(await site.PostForm(page, ("Time", "Night")));
        var concern = await Only(site);
        Assert.Equal(("E05000003", "51.51500,-0.09500", "Mopeds"), (concern.PlaceCode.Text, concern.Pin, concern.Said));
    }

    [Theory]
    [InlineData("Where", "", "Choose where it is")]
    [InlineData("Street", "", "Type the name of the street or the place")]
    [InlineData("Spot", "", "Press the map, or type a postcode")]
    [InlineData("Spot", "10,10", "That place is in none of the wards that are known here")]
    [InlineData("Spot", "Abbey", "Press the map, or type a postcode. For the name of a street choose the answer above")]
    public async Task A_place_that_cannot_be_is_said_in_words(string field, string text, string expected)
    {
        await using var site = await Start();
        var page = await site.PostForm(await site.PostForm(await site.Get(Urls.SayIn(Abbey.Code)), ("Words", "Mopeds")), ("About", "mopeds"));

        page = await site.PostForm(page, ("Where", field switch { "Street" => "street", "Spot" => "pin", _ => "" }), (field == "Where" ? "Street" : field, text));

        Assert.Equal(expected, page.Text(".govuk-error-summary__list"));
    }

    [Fact]
    public async Task An_answer_that_is_changed_at_the_end_leads_back_to_the_end()
    {
        await using var site = await Start();
        var check = await site.GivenAnswers(Abbey);

        var words = await site.PostForm(check, ("To", "Words"));
        Assert.Equal("Mopeds ride on the pavement", words.QuerySelector("textarea")!.TextContent.Trim());
        var again = await site.PostForm(words, ("Words", "Mopeds and scooters ride on the pavement"));

        Assert.Equal("Check what you say", again.Text("h1"));
        Assert.Contains("Mopeds and scooters ride on the pavement", again.Text("dl"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Email", "not an address", "Type a mail address, such as name@example.org, or leave it empty")]
    [InlineData("About", "no-such", "Choose what it is about. There is “Something else” at the end")]
    public async Task An_answer_that_cannot_be_is_asked_for_again(string field, string text, string expected)
    {
        await using var site = await Start();

        var page = await site.GivenAnswers(Abbey, (field, text));

        Assert.Contains(expected, page.Text(".govuk-error-summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_this_site_did_not_make_is_asked_for_again_and_takes_nothing()
    {
        await using var site = await Start();
        var check = await site.GivenAnswers(Abbey);

        var page = await site.PostForm(check, ("Key", "bm90LW91cnM"));

        Assert.Equal("Check what you say", page.Text("h1"));
        Assert.Equal(0, await site.With(db => db.Concerns.CountAsync(Cancel)));
    }

    [Fact]
    public async Task An_abolished_ward_leads_to_finding_the_ward_that_is_there_now()
    {
        await using var site = await Start();
        await site.GivenAbbeyAndBridgeBecameRiverside();

        var page = await site.Get(Urls.SayIn(Abbey.Code));

        Assert.Equal("Tell us what worries you", page.Text("h1"));
        Assert.EndsWith(Urls.Say, page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q=Abbey")]
    [InlineData("at=51.505,-0.095")]
    public async Task The_ward_is_found_by_its_name_or_by_where_a_phone_is(string asked)
    {
        await using var site = await Start();

        var page = await site.Get($"{Urls.Say}?{asked}");

        Assert.EndsWith(Urls.SayIn(Abbey.Code), page.Url, StringComparison.Ordinal);
    }

    private static async Task<TestSite> Start()
    {
        var site = await TestSite.Start();
        await site.GivenFourWards();
        return site;
    }

    private static Task<Concern> Only(TestSite site) => site.With(db => db.Concerns.SingleAsync(Cancel));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
