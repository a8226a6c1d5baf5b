using Wardbook.Accounts;
using Wardbook.Places;
using Wardbook.Shared.Tables;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Priorities;

/// <summary>What a ward works on, and what is missing of it.</summary>
[MayDo(Deed.ReadWork, At = "ward")]
public sealed class WorkPrioritiesPage(WardbookDb db, Asker asker, PlaceTrees trees) : WorkPage(trees)
{
    public WardPriorities Priorities { get; private set; } = null!;

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
        .. Priorities.Closed.Where(shown => shown.Updates.All(update => update.Review != shown.Priority.ClosedBy))
            .Select(shown => ($"Residents have not been told how \u201C{shown.Priority.Title}\u201D ended", Urls.WorkPriority(Ward.Code, shown.Priority.Id))),
    ];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Priorities = await WardPriorities.Find(db, Ward, asker.Today, cancel);
        MayAdopt = await asker.May(Deed.RunCycle, Ward);
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
