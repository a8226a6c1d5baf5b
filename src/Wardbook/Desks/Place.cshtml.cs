using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Wardbook.Accounts;
using Wardbook.Cycle;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Desks;

/// <summary>The desk of whoever has several wards.</summary>
[MayDo(Deed.ReadPerformance, At = "place")]
public sealed class PlaceDeskPage(WardbookDb db, Asker asker, PlaceTrees trees) : PageModel
{
    private const int Each = 50;

    [BindProperty(SupportsGet = true, Name = "order")]
    public string? Order { get; set; }

    public PlaceDesk Desk { get; private set; } = null!;

    public Table Table { get; private set; } = null!;

    public Paging Paging { get; private set; } = Paging.None;

    public async Task<IActionResult> OnGetAsync(string place, CancellationToken cancel)
    {
        var tree = await trees.Current();
        if (PlaceCycles.In(tree, place) is not { } key)
        {
            return NotFound();
        }

        Desk = await PlaceDesk.Find(db, tree, key, asker.Today, cancel);
        Paging = Paging.Of(Request, Desk.Wards.Count, Each);
        Table = Desk.AsTable().InOrder(Order) with { Skip = Paging.Skip, Most = Each };
        return Page();
    }
}

/// <summary>The wards of a place as their desks stand, as files.</summary>
public static class DeskFiles
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var format in new[] { "csv", "json" })
        {
            app.MapGet($"/places/{{place}}/desk.{format}", async (string place, WardbookDb db, Asker asker, PlaceTrees trees, CancellationToken cancel) =>
                PlaceCycles.In(await trees.Current(), place) is { } key ? (await PlaceDesk.Find(db, await trees.Current(), key, asker.Today, cancel)).AsTable().AsFile(format, $"{key.Code}-desk") : Results.NotFound())
                .MayDo(Deed.ReadPerformance, "place");
        }
    }
}
