using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Wardbook.Accounts;
using Wardbook.Shared.Kinds;
using Wardbook.Teams;

namespace Wardbook;

public sealed partial class TestSite
{
    /// <summary>The id of a kind that comes with Wardbook, by its list and its short name.</summary>
    public static Guid KindId(string list, string slug) => KindLists.First.Single(kind => kind.List == list && kind.Slug == slug).Id;

    /// <summary>A neighbourhood team of a ward that has been there since 1 April 2020.</summary>
    public Task<Team> GivenTeam(PlaceKey? place = null, string name = "Abbey Neighbourhood Team", DateOnly? from = null) => With(async db =>
    {
        var (kind, code) = place ?? Ward("E05000001");
        var team = new Team
        {
            Id = Guid.CreateVersion7(),
            Kind = KindId(KindLists.Teams, "neighbourhood"),
            Name = name,
            PlaceKind = kind,
            PlaceCode = code,
            From = from ?? new(2020, 4, 1),
            Email = "abbey.team@example.org",
            Hours = "8am to 10pm, every day",
        };
        db.Teams.Add(team);
        await db.SaveChangesAsync(Cancel);
        return team;
    });

    /// <summary>So many posts of a kind from the team's first day on.</summary>
    public Task GivenPosts(Team team, string kind, int posts, DateOnly? from = null) => With(async db =>
    {
        db.Establishments.Add(new() { Id = Guid.CreateVersion7(), Team = team.Id, PostKind = KindId(KindLists.Posts, kind), Posts = posts, From = from ?? team.From, Why = "Basic strength", Made = Clock.GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync(Cancel);
    });

    /// <summary>Somebody posted to a team; with a public name only if one is given.</summary>
    public Task<Posting> GivenPosting(
        Team team, string name, string number, string post = "constable", DateOnly? from = null, DateOnly? to = null, bool contact = false, string? publicName = null, Account? account = null) => With(async db =>
    {
        var officer = new Officer { Id = Guid.CreateVersion7(), Name = name, Number = number, PublicName = publicName, NameAgreed = publicName is null ? null : new DateOnly(2024, 1, 1), Account = account?.Id };
        var posting = new Posting { Id = Guid.CreateVersion7(), Officer = officer.Id, Team = team.Id, PostKind = KindId(KindLists.Posts, post), IsNamedContact = contact, From = from ?? team.From, Made = Clock.GetUtcNow().UtcDateTime };
        if (to is { } last)
        {
            posting.End(last, KindId(KindLists.PostingEnds, "moved"));
        }

        db.Officers.Add(officer);
        db.Postings.Add(posting);
        await db.SaveChangesAsync(Cancel);
        return posting;
    });

    /// <summary>Sends a form that brings a photograph, as a browser does.</summary>
    public async Task<IDocument> SendPhotograph(string url, byte[]? photograph, params (string Name, string Text)[] typed)
    {
        var token = (await Get(url)).QuerySelector<IHtmlInputElement>("main form input[name=__RequestVerificationToken]")!.Value;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        foreach (var (name, text) in typed)
        {
            form.Add(new StringContent(text), name);
        }

        using var bytes = new ByteArrayContent(photograph ?? []);
        bytes.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"Photograph\"", FileName = photograph is null ? "\"\"" : "\"IMG_0001.JPG\"" };
        form.Add(bytes);
        return await Document(await pages.PostAsync(url, form, Cancel));
    }
}
