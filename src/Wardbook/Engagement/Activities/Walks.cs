using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Places;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Engagement.Activities;

/// <summary>What was found on a walk (an environmental visual audit), with its score: the mean of what each finding was given, from 1, as it should be, to 5, bad.</summary>
public sealed record WalkFound(EngagementActivity Activity, IReadOnlyList<FindingOfWalk> Findings)
{
    /// <summary>Null when nothing was found.</summary>
    public double? Score => Findings.Count == 0 ? null : Findings.Average(one => one.Finding.Score);

    /// <returns>Null when the ward has no such walk.</returns>
    public static async Task<WalkFound?> Find(WardbookDb db, PlaceKey place, Guid id, CancellationToken cancel)
    {
        if (await ActivityPage.InWard(db, place, id, cancel) is not { } activity || !await db.ListedKinds.AnyAsync(kind => kind.Id == activity.Kind && kind.Use == "walk", cancel))
        {
            return null;
        }

        return new(activity, await db.WalkFindings.AsNoTracking().Where(finding => finding.Activity == id && finding.TakenOut == null).OrderBy(finding => finding.Made).ThenBy(finding => finding.Id)
            .Select(finding => new FindingOfWalk(finding, db.WalkPhotographs.Any(photograph => photograph.Id == finding.Id))).ToListAsync(cancel));
    }

    public Table AsTable() => new Table<(int Index, FindingOfWalk Item)>($"What was found: {Activity.Title}", [.. Findings.Index()])
        .Number("number", "Pin", one => one.Index + 1)
        .Text("what", "What", one => one.Item.Finding.What)
        .Text("where", "Where", one => one.Item.Finding.Where)
        .Number("score", "Score (1 good to 5 bad)", one => one.Item.Finding.Score)
        .Number("latitude", "Latitude", one => one.Item.Finding.LatitudeE7 / (double)Point.PerDegree, decimals: 5, absent: "not marked")
        .Number("longitude", "Longitude", one => one.Item.Finding.LongitudeE7 / (double)Point.PerDegree, decimals: 5, absent: "not marked");
}

/// <summary>One finding, and whether there is a photograph of it.</summary>
public sealed record FindingOfWalk(WalkFinding Finding, bool HasPhotograph);

/// <summary>The walk's table and photographs, for those who work in the ward.</summary>
public static class WalkFiles
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var format in new[] { "csv", "json" })
        {
            app.MapGet($"/work/{{ward}}/engagement/{{id:guid}}/walk.{format}", async (string ward, Guid id, WardbookDb db, CancellationToken cancel) =>
                PlaceCode.TryParse(ward, out var code) && await WalkFound.Find(db, new("ward", code), id, cancel) is { } walk ? walk.AsTable().AsFile(format, $"{code}-walk") : Results.NotFound()).MayDo(Deed.ReadWork, at: "ward");
        }

        app.MapGet("/work/{ward}/engagement/{id:guid}/walk/{finding:guid}/photograph", async (string ward, Guid id, Guid finding, WardbookDb db, CancellationToken cancel) =>
            PlaceCode.TryParse(ward, out var code) && await WalkFound.Find(db, new("ward", code), id, cancel) is { } walk && walk.Findings.Any(one => one.Finding.Id == finding && one.HasPhotograph)
                ? Results.Bytes((await db.WalkPhotographs.AsNoTracking().SingleAsync(row => row.Id == finding, cancel)).Jpeg, "image/jpeg")
                : Results.NotFound()).MayDo(Deed.ReadWork, at: "ward");
    }
}
