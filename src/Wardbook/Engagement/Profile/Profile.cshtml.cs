using Microsoft.AspNetCore.Mvc;
using Wardbook.Accounts;
using Wardbook.Places;
using Wardbook.Shared.Tables;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Engagement.Profile;

/// <summary>What is known of a ward: published figures, and what its team adds.</summary>
[MayDo(Deed.ReadWork, At = "ward")]
public sealed class ProfilePage(WardbookDb db, Asker asker, PlaceTrees trees) : WorkPage(trees)
{
    public WardProfile Profile { get; private set; } = null!;

    public bool MayEdit { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Profile = await WardProfile.Find(db, Ward, asker.Today, cancel);
        MayEdit = await asker.May(Deed.RecordActivity, Ward);
    }
}

/// <summary>The same as files.</summary>
public static class ProfileFiles
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var format in new[] { "csv", "json" })
        {
            app.MapGet($"/work/{{ward}}/profile.{format}", async (string ward, string? table, WardbookDb db, Asker asker, CancellationToken cancel) =>
            {
                if (!PlaceCode.TryParse(ward, out var code))
                {
                    return Results.NotFound();
                }

                var profile = await WardProfile.Find(db, new("ward", code), asker.Today, cancel);
                return (table == "figures" ? profile.OfFigures() : profile.AsTable()).AsFile(format, $"{code}-profile");
            }).MayDo(Deed.ReadWork, at: "ward");
        }
    }
}
