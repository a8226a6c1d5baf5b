using Microsoft.AspNetCore.Mvc;
using Wardbook.Accounts;
using Wardbook.Places;
using Wardbook.Priorities.Plans;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Tables;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Priorities.Actions;

/// <summary>What is to be done in a ward, by whom, by when: what is longest overdue first.</summary>
[MayDo(Deed.ReadWork, At = "ward")]
public sealed class ActionsPage(WardbookDb db, Asker asker, PlaceTrees trees) : WorkPage(trees)
{
    [BindProperty(SupportsGet = true)]
    public string? Owner { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Priority { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    public static IReadOnlyList<Choice> States { get; } = [new("", "Open"), new("done", "Done"), new("dropped", "Dropped"), new("all", "All")];

    public WardActions Actions { get; private set; } = null!;

    public IReadOnlyList<ShownAction> Shown { get; private set; } = [];

    public string Summary { get; private set; } = "";

    public IReadOnlyList<(string Text, string Href)> Missing => [.. PlanWords.Missing(Actions, [])];

    public IReadOnlyList<Choice> OwnerChoices => [new("", "Everybody's"), .. Actions.All.Select(shown => new Choice(ActionsAsked.KeyOf(shown), PlanWords.Capital(shown.Owner))).DistinctBy(choice => choice.Value).OrderBy(choice => choice.Text, StringComparer.CurrentCulture)];

    public IReadOnlyList<Choice> PriorityChoices => [new("", "All"), .. Actions.All.Select(shown => new Choice(shown.Action.Priority.ToString(), shown.Priority)).DistinctBy(choice => choice.Value).OrderBy(choice => choice.Text, StringComparer.CurrentCulture)];

    /// <summary>The file of what is shown.</summary>
    public string FileOf(string format) => $"{Urls.Actions(Ward.Code)}.{format}{Request.QueryString}";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Actions = await WardActions.Find(db, Places, Ward, asker.Today, cancel);
        Shown = new ActionsAsked(Owner, Priority, State).Of(Actions);
        var open = Actions.Open.Count();
        Summary = open == 0 ? "Nothing is open." : $"{PlanWords.Count(open, "action")} open, {(Actions.Overdue == 0 ? "none" : Shared.Numbers.InFigures(Actions.Overdue))} overdue.";
    }
}

/// <summary>Which actions somebody wants to see.</summary>
/// <param name="Owner">The key of an owner; nothing for everybody.</param>
/// <param name="Priority">The id of a priority; nothing for all.</param>
/// <param name="State">Nothing for open ones; <c>done</c>, <c>dropped</c> or <c>all</c>.</param>
public sealed record ActionsAsked(string? Owner, string? Priority, string? State)
{
    /// <summary>An officer's id, or what a partner is called.</summary>
    public static string KeyOf(ShownAction shown) => shown.Action.OwnerOfficer?.ToString() ?? shown.Action.OwnerPartner;

    /// <summary>Those that fit. What is asked for and is not there fits nothing.</summary>
    public IReadOnlyList<ShownAction> Of(WardActions actions) =>
    [
        .. actions.All
            .Where(shown => string.IsNullOrEmpty(Owner) || KeyOf(shown) == Owner)
            .Where(shown => string.IsNullOrEmpty(Priority) || shown.Action.Priority.ToString() == Priority)
            .Where(shown => State switch
            {
                "done" => shown.Action.State is ActionState.Done,
                "dropped" => shown.Action.State is ActionState.Dropped,
                "all" => true,
                _ => shown.Action.IsOpen,
            }),
    ];
}

/// <summary>The same as files.</summary>
public static class ActionsFiles
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var format in new[] { "csv", "json" })
        {
            app.MapGet($"/work/{{ward}}/actions.{format}", async (string ward, string? owner, string? priority, string? state, WardbookDb db, Asker asker, PlaceTrees trees, CancellationToken cancel) =>
            {
                var tree = await trees.Current();
                if (!PlaceCode.TryParse(ward, out var code) || !tree.Has(new("ward", code)))
                {
                    return Results.NotFound();
                }

                var actions = await WardActions.Find(db, tree, new("ward", code), asker.Today, cancel);
                return WardActions.Table($"Actions in {tree.NameOf(actions.Ward)}", new ActionsAsked(owner, priority, state).Of(actions)).AsFile(format, $"{code}-actions");
            }).MayDo(Deed.ReadWork, at: "ward");
        }
    }
}
