using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Places;
using Wardbook.Shared;
using Wardbook.Shared.Tables;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Cycle;

/// <summary>The seven stages of a ward, what is missing of each with where to do it, and how it went.</summary>
[MayDo(Deed.ReadWork, At = "ward")]
public sealed class CyclePage(WardbookDb db, Asker asker, PlaceTrees trees) : WorkPage(trees)
{
    private const int Changes = 50;

    public CycleRules Rules { get; private set; } = null!;

    public WardCycle Cycle { get; private set; } = null!;

    /// <summary>The latest changes, the last first.</summary>
    public Table History { get; private set; } = null!;

    public string AnchorOf(Stage stage) => stage.ToString().ToLowerInvariant();

    public string? ColourOf(StageState state) => state switch { StageState.Missing => "orange", StageState.NotDue => "grey", _ => null };

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Rules = await CycleThresholds.On(db, asker.Today, cancel);
        Cycle = WardCycle.Of(await CycleFacts.Of(db, Places, Ward, Rules, asker.Today, cancel), Rules, asker.Today);
        History = new Table<KeptStage>("How the stages went", await db.KeptStages.AsNoTracking().Where(stage => stage.PlaceKind == Ward.Kind && stage.PlaceCode == Ward.Code)
                .OrderByDescending(stage => stage.From).ThenBy(stage => stage.Stage).Take(Changes).ToListAsync(cancel))
            .Text("stage", "Stage", stage => stage.Stage.InWords())
            .Text("state", "State", stage => stage.State.InWords(stage.Missing))
            .Text("from", "From", stage => DateOnly.FromDateTime(stage.From.InForceTime()))
            .Text("until", "Until", stage => stage.Until is { } until ? DateOnly.FromDateTime(until.InForceTime()) : null, absent: "now");
    }
}

/// <summary>What is missing of a ward's cycle, and the stages of many wards, as files.</summary>
public static class CycleFiles
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var format in new[] { "csv", "json" })
        {
            app.MapGet($"/work/{{ward}}/cycle.{format}", async (string ward, WardbookDb db, Asker asker, PlaceTrees trees, CancellationToken cancel) =>
            {
                var tree = await trees.Current();
                if (!PlaceCode.TryParse(ward, out var code) || !tree.Has(new("ward", code)))
                {
                    return Results.NotFound();
                }

                var rules = await CycleThresholds.On(db, asker.Today, cancel);
                var cycle = WardCycle.Of(await CycleFacts.Of(db, tree, new("ward", code), rules, asker.Today, cancel), rules, asker.Today);
                return new Table<(StageOnDay Stage, Missing? Missing)>($"The cycle of {tree.NameOf(new("ward", code))}", [.. cycle.Stages.SelectMany(stage => stage.Missing.Select(missing => (Missing?)missing).DefaultIfEmpty().Select(missing => (stage, missing)))])
                    .Text("stage", "Stage", row => row.Stage.Stage.InWords())
                    .Text("state", "State", row => row.Stage.State.InWords(row.Stage.Missing.Count))
                    .Text("missing", "What is missing", row => row.Missing?.InWords(rules), absent: "nothing")
                    .AsFile(format, $"{code}-cycle");
            }).MayDo(Deed.ReadWork, "ward");
            app.MapGet($"/places/{{place}}/cycles.{format}", async (string place, WardbookDb db, PlaceTrees trees, CancellationToken cancel) =>
                PlaceCycles.In(await trees.Current(), place) is { } key ? (await PlaceCycles.Find(db, await trees.Current(), key, cancel)).AsTable().AsFile(format, $"{key.Code}-cycles") : Results.NotFound())
                .MayDo(Deed.ReadPerformance, "place");
        }
    }
}
