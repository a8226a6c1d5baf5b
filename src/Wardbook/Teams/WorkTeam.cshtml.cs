using Microsoft.AspNetCore.Mvc;
using Wardbook.Accounts;
using Wardbook.Shared.Tables;
using Wardbook.Shared.Work;
using Wardbook.Store;
using Wardbook.Places;

namespace Wardbook.Teams;

/// <summary>Who serves a ward, for those who work with them: what is there, what is missing, how steady it is.</summary>
[MayDo(Deed.ReadWork, At = "ward")]
public sealed class WorkTeamPage(WardbookDb db, Asker asker, PlaceTrees trees) : WorkPage(trees)
{
    public WardTeams Teams { get; private set; } = null!;

    public bool MayKeep { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Teams = await WardTeams.Find(db, Ward, asker.Today, cancel);
        MayKeep = await asker.May(Deed.KeepTeams, Ward);
    }
}

/// <summary>The tables of that page as files, and the photographs that residents see.</summary>
public static class TeamFiles
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var format in new[] { "csv", "json" })
        {
            app.MapGet($"/work/{{ward}}/team.{format}", async (string ward, string? table, WardbookDb db, Asker asker, CancellationToken cancel) =>
                PlaceCode.TryParse(ward, out var code) && TeamLists.Named(await WardTeams.Find(db, new("ward", code), asker.Today, cancel), table ?? TeamLists.People) is { } found
                    ? found.AsFile(format, $"{code}-{table ?? TeamLists.People}")
                    : Results.NotFound()).MayDo(Deed.ReadWork, at: "ward");
        }

        app.MapGet("/work/{ward}/officers/{id:guid}/photograph", async (string ward, Guid id, WardbookDb db, CancellationToken cancel) =>
            PlaceCode.TryParse(ward, out var code) && await PublicPhotograph.OfAnybody(db, new("ward", code), id, cancel) is { } jpeg
                ? Results.Bytes(jpeg, "image/jpeg")
                : Results.NotFound()).MayDo(Deed.KeepTeams, at: "ward");
        app.MapGet("/wards/{ward}/officers/{id:guid}", async (string ward, Guid id, WardbookDb db, Asker asker, CancellationToken cancel) =>
            PlaceCode.TryParse(ward, out var code) && await PublicPhotograph.Find(db, new("ward", code), id, asker.Today, cancel) is { } jpeg
                ? Results.Bytes(jpeg, "image/jpeg")
                : Results.NotFound()).Public();
    }
}
