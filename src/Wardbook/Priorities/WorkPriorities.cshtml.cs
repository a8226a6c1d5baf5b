using Wardbook.Accounts;
using Wardbook.Places;
using Wardbook.Priorities.Plans;
using Wardbook.Shared.Tables;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Priorities;

/// <summary>What a ward works on, and what is missing of it.</summary>
[MayDo(Deed.ReadWork, At = "ward")]
public sealed class WorkPrioritiesPage(WardbookDb db, Asker asker, PlaceTrees trees) : WorkPage(trees)
{
    public WardPriorities Priorities { get; private set; } = null!;

    public WardActions Actions { get; private set; } = null!;

    private IReadOnlyDictionary<Guid, Plan> plans = new Dictionary<Guid, Plan>();

    public bool MayAdopt { get; private set; }

    /// <summary>What somebody should do, each with where.</summary>
    public IReadOnlyList<(string Text, string Href)> Missing =>
    [
        .. Priorities.Open.SelectMany(shown => new[]
        {
            shown.Priority.JudgeBy < Priorities.Day && shown.Reviews.All(review => review.Day < shown.Priority.JudgeBy) ? $"\u201C{shown.Priority.Title}\u201D was to be judged by {Shared.Numbers.InWords(shown.Priority.JudgeBy)}" : null,
            PriorityWords.Stale(shown, Priorities.Day) is null ? null : $"Residents have heard nothing of \u201C{shown.Priority.Title}\u201D since {Shared.Numbers.InWords(shown.LastNews)}",
            shown.Reviews is [var last, ..] && shown.Updates.All(update => update.Review != last.Id) ? $"Residents have not been told what the meeting found of \u201C{shown.Priority.Title}\u201D" : null,
        }.OfType<string>().Select(text => (text, Urls.WorkPriority(Ward.Code, shown.Priority.Id)))),
        .. PlanWords.Missing(Actions, Priorities.Open.Select(shown => (shown.Priority, plans[shown.Priority.Id]))),
        .. Priorities.Closed.Where(shown => shown.Updates.All(update => update.Review != shown.Priority.ClosedBy))
            .Select(shown => ($"Residents have not been told how \u201C{shown.Priority.Title}\u201D ended", Urls.WorkPriority(Ward.Code, shown.Priority.Id))),
    ];

    /// <summary>Who owns an open priority and how its actions stand, in one line.</summary>
    public string InShort(Guid priority)
    {
        var owner = plans[priority].Owner is { } own ? $"owned by {Actions.Owners.NameOf(own.Owner)}" : "owned by nobody";
        var open = Actions.Of(priority).Where(shown => shown.Action.IsOpen).ToList();
        var (done, overdue) = (Actions.Of(priority).Count(shown => shown.Action.State is ActionState.Done), open.Max(shown => shown.DaysOverdue));
        return $"{owner}; {PlanWords.Count(open.Count, "action")} open{(overdue is { } days ? $", the oldest {PlanWords.Count(days, "day")} overdue" : "")}, {Shared.Numbers.InFigures(done)} done.";
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Priorities = await WardPriorities.Find(db, Ward, asker.Today, cancel);
        plans = await Plan.List(db, [.. Priorities.Open.Select(shown => shown.Priority.Id)], cancel);
        Actions = await WardActions.Find(db, Places, Ward, asker.Today, cancel, plans.Values.Select(plan => plan.Owner?.OwnerOfficer));
        MayAdopt = await asker.May(Deed.RunCycle, Ward) && Places.WhatBecameOf(Ward, asker.Today) is null;
    }
}

/// <summary>The priorities of a ward as files, for everybody.</summary>
public static class PriorityFiles
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var format in new[] { "csv", "json" })
        {
            app.MapGet($"/wards/{{ward}}/priorities.{format}", async (string ward, WardbookDb db, Asker asker, PlaceTrees trees, CancellationToken cancel) =>
            {
                var tree = await trees.Current();
                return PlaceCode.TryParse(ward, out var code) && tree.Has(new("ward", code))
                    ? (await WardPriorities.Find(db, new("ward", code), asker.Today, cancel)).Table(tree.NameOf(new("ward", code))).AsFile(format, $"{code}-priorities")
                    : Results.NotFound();
            }).Public();
        }
    }
}
