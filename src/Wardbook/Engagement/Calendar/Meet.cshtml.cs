using Wardbook.Accounts;
using Wardbook.Engagement.Activities;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Engagement.Calendar;

/// <summary>When and where residents can meet the team, and what came of it: only what was advertised, or held and told of.</summary>
[Public]
public sealed class MeetPage(WardbookDb db, Asker asker, PlaceTrees trees) : WorkPage(trees)
{
    private PublicActivities found = null!;

    public IReadOnlyList<ActivityRow> Coming => found.Coming;

    public IReadOnlyList<ActivityRow> Held => found.Held;

    public async Task OnGetAsync(CancellationToken cancel) => found = await PublicActivities.Find(db, Ward, asker.Today, cancel);
}
