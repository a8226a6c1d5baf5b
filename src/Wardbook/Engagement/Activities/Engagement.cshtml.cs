using Microsoft.AspNetCore.Mvc;
using Wardbook.Accounts;
using Wardbook.Places;
using Wardbook.Shared;
using Wardbook.Shared.Tables;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Engagement.Activities;

/// <summary>What a team has planned, advertised and held.</summary>
[MayDo(Deed.ReadWork, At = "ward")]
public sealed class EngagementPage(WardbookDb db, Asker asker, PlaceTrees trees) : WorkPage(trees)
{
    public WardActivities Activities { get; private set; } = null!;

    public bool MayEdit { get; private set; }

    public string Summary { get; private set; } = "";

    [TempData]
    public string? Done { get; set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var day = asker.Today;
        Activities = await WardActivities.Find(db, Ward, day, day.AddYears(-1).AddDays(1), day.AddYears(1), cancel);
        MayEdit = await asker.May(Deed.RecordActivity, Ward);
        var held = Activities.Held.ToList();
        var counted = held.Where(row => row.Activity.Attendance is not null).ToList();
        Summary = $"{held.Count} held; {Numbers.InFigures(counted.Sum(row => (long)row.Activity.Attendance!.Value))} people at the {counted.Count} where somebody counted. Who came twice counts twice.";
    }
}

/// <summary>The same as files.</summary>
public static class ActivityFiles
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var format in new[] { "csv", "json" })
        {
            app.MapGet($"/work/{{ward}}/engagement.{format}", async (string ward, WardbookDb db, Asker asker, CancellationToken cancel) =>
                PlaceCode.TryParse(ward, out var code)
                    ? WardActivities.AsTable("Engagement", (await WardActivities.Find(db, new("ward", code), asker.Today, asker.Today.AddYears(-1).AddDays(1), asker.Today.AddYears(1), cancel)).Activities).AsFile(format, $"{code}-engagement")
                    : Results.NotFound()).MayDo(Deed.ReadWork, at: "ward");
        }
    }
}
