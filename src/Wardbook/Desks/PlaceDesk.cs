using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Charts;
using Wardbook.Concerns.Answers;
using Wardbook.Concerns.Handling;
using Wardbook.Cycle;
using Wardbook.Measures;
using Wardbook.Priorities.Plans;
using Wardbook.Shared;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Desks;

/// <summary>The wards of a cluster, a borough or a force as their desks stand, those with most overdue first.</summary>
/// <param name="Target">How often answers came in time in all these wards together; null when none was due.</param>
public sealed record PlaceDesk(PlaceKey Place, string Name, DateOnly Day, IReadOnlyList<WardOnDesk> Wards, Share? Target)
{
    /// <summary>Fewer wards than this are not compared: nobody can say what is usual among them.</summary>
    public const int FewestToCompare = 5;

    public int Late => Wards.Sum(ward => ward.Waiting.Late);

    public int OverdueActions => Wards.Sum(ward => ward.OverdueActions);

    /// <summary>Six queries and those of the concerns, however many wards there are.</summary>
    public static async Task<PlaceDesk> Find(WardbookDb db, PlaceTree places, PlaceKey place, DateOnly day, CancellationToken cancel)
    {
        var cycles = await PlaceCycles.Find(db, places, place, cancel);
        var codes = places.Places.Where(one => one.Kind == "ward" && places.Includes(place, one)).Select(one => one.Code).ToList();
        var waiting = await ConcernsWaiting.ByWard(db, cancel, codes);
        var kept = await PromiseKept.ByWard(db, codes, cancel);
        var priorities = (await OpenPriority.List(db, places, day, cancel)).ToLookup(priority => priority.Ward);
        var teams = await db.Teams.AsNoTracking().Where(team => team.PlaceKind == "ward" && codes.Contains(team.PlaceCode) && team.From <= day && (team.To == null || team.To >= day)).Select(team => team.PlaceCode).Distinct().ToListAsync(cancel);
        var stages = cycles.Wards.ToDictionary(ward => ward.Place);
        var wards = teams.Select(code => new PlaceKey("ward", code)).Concat(waiting.Keys.Select(code => new PlaceKey("ward", code))).Distinct().ToList();
        var compared = wards.Where(ward => kept.GetValueOrDefault(ward.Code).Of > 0).ToList();
        var funnel = compared.Count < FewestToCompare ? null : Funnel.OfShares([.. compared.Select(ward => ((long)kept[ward.Code].Kept, (long)kept[ward.Code].Of))]);
        return new(
            place, places.NameOf(place), day,
            [
                .. wards.Select(ward => new WardOnDesk(
                        ward, places.NameOf(ward), waiting.GetValueOrDefault(ward.Code, ConcernsWaiting.None),
                        kept.TryGetValue(ward.Code, out var share) ? new Share(share.Kept, share.Of) : null,
                        funnel is not null && compared.IndexOf(ward) is >= 0 and var at ? funnel.Points[at] is { StandsOut: true } point ? point.Figure > funnel.Target ? Standing.Above : Standing.Below : Standing.AsOthers : Standing.NotCompared,
                        priorities[ward].Count(), priorities[ward].Count(priority => !priority.IsOwned), priorities[ward].Sum(priority => priority.Overdue), stages.GetValueOrDefault(ward)?.Done))
                    .OrderByDescending(ward => ward.Overdue).ThenBy(ward => ward.StagesDone ?? 0).ThenBy(ward => ward.Name, StringComparer.CurrentCulture),
            ],
            compared.Count == 0 ? null : new Share(compared.Sum(ward => kept[ward.Code].Kept), compared.Sum(ward => kept[ward.Code].Of)));
    }

    public Table AsTable() => new Table<WardOnDesk>($"The wards of {Name}", Wards)
        .Text("ward", "Ward", ward => ward.Name, href: ward => Urls.Work(ward.Ward.Code))
        .Number("late", "Answers late", ward => ward.Waiting.Late)
        .Number("overdue_actions", "Actions overdue", ward => ward.OverdueActions)
        .Number("open", "Unanswered", ward => ward.Waiting.Open)
        .Text("in_time", "Answers in time", ward => ward.KeptInWords, absent: "none was due")
        .Text("standing", "Against all together", ward => ward.Standing.InWords())
        .Number("priorities", "Priorities", ward => ward.Priorities)
        .Number("unowned", "Without an owner", ward => ward.Unowned)
        .Number("stages", "Stages done", ward => ward.StagesDone, absent: "not reckoned yet");
}

/// <summary>A ward as its borough sees it.</summary>
/// <param name="Kept">Of the answers that were due in the last three months and this one so far, those in time; null when none was.</param>
/// <param name="StagesDone">Null when no team serves it, or it was not reckoned yet.</param>
public sealed record WardOnDesk(PlaceKey Ward, string Name, ConcernsWaiting Waiting, Share? Kept, Standing Standing, int Priorities, int Unowned, int OverdueActions, int? StagesDone)
{
    public int Overdue => Waiting.Late + OverdueActions;

    public string? KeptInWords => Kept is null ? null : $"{Numbers.InFigures(Kept.Count)} of {Numbers.InFigures(Kept.Of)}";
}

/// <summary>Whether a ward's share differs from that of all together by more than chance, and how much wards differ anyway, explain.</summary>
public enum Standing
{
    NotCompared,
    AsOthers,
    Above,
    Below,
}

/// <summary>How it is said.</summary>
public static class StandingWords
{
    public static string InWords(this Standing standing) => standing switch
    {
        Standing.Above => "more in time than chance explains",
        Standing.Below => "fewer in time than chance explains",
        Standing.AsOthers => "no difference that chance does not explain",
        _ => "too few to compare",
    };
}
