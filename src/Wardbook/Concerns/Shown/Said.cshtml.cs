using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Wardbook.Accounts;
using Wardbook.Concerns.Answers;
using Wardbook.Places;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Concerns.Shown;

/// <summary>What people have said about a ward, as the public reads it.</summary>
[Public]
public sealed class SaidPage(WardbookDb db, PlaceTrees trees) : PageModel
{
    public const int OnePage = 50;

    public SaidPublicly Said { get; private set; } = null!;

    public string Name { get; private set; } = "";

    public Paging Paging { get; private set; } = Paging.None;

    public Table Table => Said.Table(Name).InOrder(Request.Query["order"]) with { Skip = Paging.Skip, Most = OnePage };

    public async Task<IActionResult> OnGetAsync(string ward, CancellationToken cancel)
    {
        if (!PlaceCode.TryParse(ward, out var code) || await NameOf(trees, code) is not { } name)
        {
            return NotFound();
        }

        (Name, Said) = (name, await SaidPublicly.Find(db, code, SaidPublicly.Most, cancel));
        Paging = Paging.Of(Request, Said.Said.Count, OnePage);
        return Page();
    }

    /// <returns>Null when there is no such ward.</returns>
    internal static async Task<string?> NameOf(PlaceTrees trees, PlaceCode code)
    {
        var tree = await trees.Current();
        return tree.Has(new("ward", code)) ? tree.NameOf(new("ward", code)) : null;
    }
}

/// <summary>The same as files.</summary>
public static class ConcernFiles
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var format in new[] { "csv", "json" })
        {
            app.MapGet($"/wards/{{ward}}/said.{format}", async (string ward, WardbookDb db, PlaceTrees trees, CancellationToken cancel) =>
                PlaceCode.TryParse(ward, out var code) && await SaidPage.NameOf(trees, code) is { } name
                    ? (await SaidPublicly.Find(db, code, SaidPublicly.Most, cancel)).Table(name).AsFile(format, $"{code}-said")
                    : Results.NotFound()).Public();
            app.MapGet($"/promise/{{place}}.{format}", async (string place, HttpContext context, WardbookDb db, PlaceTrees trees, CancellationToken cancel) =>
            {
                context.Response.Headers.CacheControl = "private, no-cache";
                return await PromisePage.Find(db, trees, place, cancel) is not { } kept ? Results.NotFound()
                    : context.Request.Query["table"] == "wards" ? kept.WardTable.AsFile(format, $"{kept.Place.Code}-promise-wards")
                    : kept.MonthTable.AsFile(format, $"{kept.Place.Code}-promise");
            }).Public();
        }
    }
}
