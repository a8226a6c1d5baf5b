using Microsoft.AspNetCore.Mvc;
using Wardbook.Accounts;
using Wardbook.Places;
using Wardbook.Shared.Tables;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Engagement.Communities;

/// <summary>The communities that a ward serves, and a look for others before the same people are written down twice.</summary>
[MayDo(Deed.ReadWork, At = "ward")]
public sealed class CommunitiesPage(WardbookDb db, Asker asker, PlaceTrees trees) : WorkPage(trees)
{
    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Q { get; set; }

    public WardCommunities Shown { get; private set; } = null!;

    public IReadOnlyList<Community> Elsewhere { get; private set; } = [];

    public bool MayEdit { get; private set; }

    public string Summary { get; private set; } = "";

    [TempData]
    public string? Done { get; set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Q = string.IsNullOrWhiteSpace(Q) ? null : Q.Trim();
        var all = await WardCommunities.Find(db, Ward, asker.Today, cancel);
        Shown = Q is null ? all : all with { Communities = [.. all.Communities.Where(one => CommunitySearch.Matches(one.Community.Name, one.Community.Who, Q))] };
        Elsewhere = Q is null ? [] : await CommunitySearch.Elsewhere(db, Q, Ward, asker.Today, cancel);
        MayEdit = await asker.May(Deed.RecordActivity, Ward);
        var since = asker.Today.AddYears(-1);
        Summary = $"{all.Communities.Count(one => one.IsReachable)} of {all.Communities.Count} have a way to be reached; {all.Communities.Count(one => one.WasReachedSince(since))} were reached from this ward in the last 12 months.";
    }
}

/// <summary>The same as files.</summary>
public static class CommunityFiles
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var format in new[] { "csv", "json" })
        {
            app.MapGet($"/work/{{ward}}/communities.{format}", async (string ward, WardbookDb db, Asker asker, CancellationToken cancel) =>
                PlaceCode.TryParse(ward, out var code)
                    ? (await WardCommunities.Find(db, new("ward", code), asker.Today, cancel)).AsTable().AsFile(format, $"{code}-communities")
                    : Results.NotFound()).MayDo(Deed.ReadWork, at: "ward");
        }
    }
}
