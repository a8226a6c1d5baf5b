using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Places;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Cycle;

/// <summary>The stages of the wards of a cluster, a borough or a force, as they were last reckoned: within the last minute, while the program runs.</summary>
/// <param name="Wards">The one of which most stages lack something first.</param>
public sealed record PlaceCycles(PlaceKey Place, string Name, IReadOnlyList<WardStages> Wards)
{
    /// <summary>How many wards have a stage done.</summary>
    public int DoneIn(Stage stage) => Wards.Count(ward => ward.Of(stage) is { State: StageState.Done });

    /// <returns>Null when there is no such place, or it is a ward.</returns>
    public static PlaceKey? In(PlaceTree places, string? code) =>
        PlaceCode.TryParse(code, out var parsed) && places.OfCode(parsed).Where(place => place.Kind != "ward").ToList() is [var only, ..] ? only : null;

    public static async Task<PlaceCycles> Find(WardbookDb db, PlaceTree places, PlaceKey place, CancellationToken cancel)
    {
        var kept = await db.KeptStages.AsNoTracking().Where(stage => stage.Until == null).ToListAsync(cancel);
        return new(place, places.NameOf(place),
        [
            .. kept.GroupBy(stage => stage.Place).Where(ward => places.Includes(place, ward.Key))
                .Select(ward => new WardStages(ward.Key, places.NameOf(ward.Key), ward.ToDictionary(stage => stage.Stage)))
                .OrderBy(ward => ward.Done).ThenByDescending(ward => ward.Missing).ThenBy(ward => ward.Name, StringComparer.CurrentCulture),
        ]);
    }

    public Table AsTable()
    {
        var table = new Table<WardStages>($"The cycles of {Name}", Wards).Text("ward", "Ward", ward => ward.Name, href: ward => Urls.WardCycle(ward.Place.Code));
        foreach (var stage in Enum.GetValues<Stage>())
        {
            table = table.Text(stage.ToString().ToLowerInvariant(), stage.InWords(), ward => ward.Of(stage) is { } kept ? kept.State.InWords(kept.Missing) : null);
        }

        return table.Number("done", "Stages done", ward => ward.Done).Number("missing", "Records missing", ward => ward.Missing);
    }
}

/// <summary>The stages of one ward.</summary>
public sealed record WardStages(PlaceKey Place, string Name, IReadOnlyDictionary<Stage, KeptStage> Stages)
{
    public int Done => Stages.Values.Count(stage => stage.State is StageState.Done);

    public int Missing => Stages.Values.Sum(stage => stage.Missing);

    /// <returns>Null while it was not reckoned.</returns>
    public KeptStage? Of(Stage stage) => Stages.GetValueOrDefault(stage);
}
