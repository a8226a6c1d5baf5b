using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Engagement.Activities;

/// <summary>One activity, whatever became of it.</summary>
[MayDo(Deed.ReadWork, At = "ward")]
public sealed class ActivityPage(WardbookDb db, Asker asker, PlaceTrees trees, CountsHeld counts) : WorkPage(trees)
{
    public ActivityRow Row { get; private set; } = null!;

    /// <summary>What series it is one of, in words; null when it stands alone.</summary>
    public string? Series { get; private set; }

    public bool MayEdit { get; private set; }

    /// <summary>What is counted of it under what the team did.</summary>
    public IReadOnlyList<Link> Counted { get; private set; } = [];

    public DateOnly Today => asker.Today;

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await InWard(db, Ward, id, cancel) is not { } activity)
        {
            return NotFound();
        }

        Row = (await WardActivities.Find(db, Ward, asker.Today, activity.Day, activity.Day, cancel)).Activities.Single(row => row.Activity.Id == id);
        if (activity.Series is { } series)
        {
            var others = await db.EngagementActivities.CountAsync(one => one.Series == series, cancel);
            var until = await db.ActivitySeries.Where(one => one.Id == series).Select(one => one.Until).SingleAsync(cancel);
            Series = $"one of {others}, to {until.InWords()}{(activity.SeriesDay == activity.Day ? "" : $"; moved from {activity.SeriesDay?.InWords()}")}";
        }

        Counted = await counts.Find(db, activity, cancel);
        MayEdit = await asker.May(Deed.RecordActivity, Ward);
        return Page();
    }

    internal static Task<EngagementActivity?> InWard(WardbookDb db, PlaceKey place, Guid id, CancellationToken cancel) =>
        db.EngagementActivities.SingleOrDefaultAsync(activity => activity.Id == id && activity.PlaceKind == place.Kind && activity.PlaceCode == place.Code, cancel);
}
