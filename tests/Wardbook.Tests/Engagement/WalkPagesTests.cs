using System.Net;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared.Pictures;

namespace Wardbook.Engagement;

public sealed class WalkPagesTests
{
    private static readonly PlaceKey Abbey = TestSite.Ward("E05000001");

    [Fact]
    public async Task A_walk_has_pins_and_a_list_that_says_the_same_photographs_and_a_score()
    {
        await using var site = await Start();
        var walk = await site.GivenActivity("Walk round the estate", new(2026, 6, 10), kind: "eva", attended: 9);
        await site.SendPhotograph(Finding(walk), TestPictures.JpegOfAPhone(800, 600, 1, "51.5003 N 0.0954 W"), ("What", "Broken lamp"), ("Where", "Mill Lane, by number 14"), ("Pin", "51.50300,-0.09540"), ("Score", "4"));
        await site.SendPhotograph(Finding(walk), null, ("What", "Path nobody can see into"), ("Where", "Behind the shops"), ("Score", "5"));

        var page = await site.Get(Urls.Walk(Abbey.Code, walk.Id));
        var picture = await site.Get(page.QuerySelector(".w-findings img")!.GetAttribute("src")!);

        Assert.Contains("Score 4.5 on a scale from 1 (as it should be) to 5 (bad), the mean of 2 findings", page.Text("main"), StringComparison.Ordinal);
        Assert.Equal("51.50300,-0.09540,1", page.QuerySelector(".w-map")!.GetAttribute("data-marks"));
        Assert.Contains("Behind the shops. Score 5 of 5, not marked on the map", page.Text(".w-findings"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, picture.StatusCode);
        Assert.Contains("1,Broken lamp,\"Mill Lane, by number 14\",4,51.503,-0.0954", await site.GetText($"{Urls.Walk(Abbey.Code, walk.Id)}.csv"), StringComparison.Ordinal);
        Assert.DoesNotContain("51.5003 N", System.Text.Encoding.Latin1.GetString((await site.With(db => db.WalkPhotographs.SingleAsync(Cancel))).Jpeg), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_with_a_face_is_hidden_when_somebody_asks_and_the_first_picture_is_gone()
    {
        await using var site = await Start();
        var walk = await site.GivenActivity("Walk", new(2026, 6, 10), kind: "eva", attended: 9);
        var form = Finding(walk);
        await site.SendPhotograph(form, TestPictures.Jpeg(900, 900), ("What", "Lamp"), ("Where", "Mill Lane"), ("Score", "4"));
        var before = (await site.With(db => db.WalkPhotographs.SingleAsync(Cancel))).Jpeg;

        await site.SendPhotograph(form, null, ("What", "Lamp"), ("Where", "Mill Lane"), ("Score", "4"), ("Hide", "01"));

        using var now = SkiaSharp.SKBitmap.Decode((await site.With(db => db.WalkPhotographs.SingleAsync(Cancel))).Jpeg);
        using var then = SkiaSharp.SKBitmap.Decode(before);
        // The border of red and blue runs down the middle: in the hidden part it is one mixed field, below it is as it was.
        Assert.Equal(then.GetPixel(440, 600).Red, now.GetPixel(440, 600).Red, 12.0);
        Assert.NotEqual(then.GetPixel(440, 150).Blue, now.GetPixel(440, 150).Blue, 30.0);
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_a_finding_is_taken_out_with_its_photograph()
    {
        await using var site = await Start();
        var walk = await site.GivenActivity("Walk", new(2026, 6, 10), kind: "eva", attended: 9);
        var form = Finding(walk);

        var wrong = await site.SendPhotograph(form, "not a picture"u8.ToArray(), ("What", ""), ("Where", ""), ("Pin", "somewhere"), ("Score", "9"));
        await site.SendPhotograph(form, TestPictures.Jpeg(90, 90), ("What", "Lamp"), ("Where", "Mill Lane"), ("Score", "4"));
        await site.SendPhotograph(form, null, ("TakeOut", "yes"));

        Assert.Equal(5, wrong.QuerySelectorAll(".govuk-error-summary li").Length);
        Assert.Contains("Nothing is written down", (await site.Get(Urls.Walk(Abbey.Code, walk.Id))).Text("main"), StringComparison.Ordinal);
        Assert.Equal((1, 0), await site.With(async db => (await db.WalkFindings.CountAsync(Cancel), await db.WalkPhotographs.CountAsync(Cancel))));
    }

    [Fact]
    public async Task What_is_no_walk_has_no_findings()
    {
        await using var site = await Start();
        var briefing = await site.GivenActivity("Briefing", new(2026, 6, 10), attended: 9);

        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(Urls.Walk(Abbey.Code, briefing.Id))).StatusCode);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Finding(EngagementActivity walk) => Urls.Finding(Abbey.Code, walk.Id, Guid.CreateVersion7());

    private static async Task<TestSite> Start()
    {
        var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenSignedIn(Role.Constable, Abbey);
        return site;
    }
}
