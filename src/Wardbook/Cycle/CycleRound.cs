using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared;
using Wardbook.Shared.Background;
using Wardbook.Store;

namespace Wardbook.Cycle;

/// <summary>Reckons the cycle of every ward that a team serves, and keeps what changed: the heat table and the history read that.</summary>
public static class CycleRound
{
    public static void Add(WebApplicationBuilder builder) => builder.Services.AddRound(new(
        "cycle",
        "Reckons the seven stages of every ward from what is recorded, and keeps what changed.",
        TimeSpan.FromMinutes(1),
        async (services, cancel) => await Do(services.GetRequiredService<Database>(), services.GetRequiredService<PlaceTrees>(), cancel)));

    /// <returns>What changed, in words; null when nothing did.</returns>
    public static async Task<string?> Do(Database database, PlaceTrees trees, CancellationToken cancel)
    {
        await using var alone = await OneAtATime.TryEnter(database, "cycle", cancel);
        if (alone is null)
        {
            return null;
        }

        await using var db = database.Open();
        var (now, day) = (database.Clock.GetUtcNow().UtcDateTime, database.Clock.Today());
        var rules = await CycleThresholds.On(db, day, cancel);
        var all = await CycleFacts.OfAll(db, await trees.Current(), rules, day, cancel);
        var kept = (await db.KeptStages.Where(stage => stage.Until == null).ToListAsync(cancel)).ToDictionary(stage => (stage.Place, stage.Stage));
        List<KeptStage> begun = [];
        var changed = 0;
        foreach (var (ward, facts) in all)
        {
            foreach (var stage in WardCycle.Of(facts, rules, day).Stages)
            {
                kept.Remove((ward, stage.Stage), out var was);
                if (was?.State == stage.State)
                {
                    was.Missing = stage.Missing.Count;
                    continue;
                }

                changed += was is null ? 0 : 1;
                was?.Until = now;
                begun.Add(new() { Id = Guid.CreateVersion7(), PlaceKind = ward.Kind, PlaceCode = ward.Code, Stage = stage.Stage, State = stage.State, Missing = stage.Missing.Count, From = now });
            }
        }

        // Nobody serves these wards any more: their cycles have ended.
        foreach (var over in kept.Values)
        {
            over.Until = now;
        }

        // What ended is written first: a stage stands one way at a time.
        await db.SaveChangesAsync(cancel);
        db.KeptStages.AddRange(begun);
        await db.SaveChangesAsync(cancel);
        return changed + kept.Count == 0 ? null : $"Stages that changed: {changed + kept.Count}.";
    }
}
