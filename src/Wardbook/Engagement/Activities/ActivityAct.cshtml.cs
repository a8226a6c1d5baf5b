using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Engagement.Communities;
using Wardbook.Shared;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Engagement.Activities;

/// <summary>Advertises an activity, records what came of it, calls it off with the reason, or takes either back.</summary>
[MayDo(Deed.RecordActivity, At = "ward")]
public sealed class ActivityActPage(WardbookDb db, Asker asker, PlaceTrees trees, CountsHeld counts, TimeProvider clock) : WorkPage(trees)
{
    private List<ActivityCommunity> reached = [];

    [BindProperty]
    public string? Attendance { get; set; }

    [BindProperty]
    public List<string> Reached { get; set; } = [];

    [BindProperty]
    public string? Partners { get; set; }

    [BindProperty]
    public string? After { get; set; }

    [BindProperty]
    public string? Notes { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>With those of the series that come after it.</summary>
    [BindProperty]
    public string? All { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public string Act { get; private set; } = "";

    public EngagementActivity Activity { get; private set; } = null!;

    /// <summary>How many of its series come after it and may have the same done to them.</summary>
    public int Later { get; private set; }

    public IReadOnlyList<Choice> Communities { get; private set; } = [];

    public Clash? Clash { get; private set; }

    [TempData]
    public string? Done { get; set; }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(Guid id, string act, CancellationToken cancel)
    {
        if (!await Find(id, act, cancel))
        {
            return NotFound();
        }

        (Attendance, Partners, After, Notes, Version) = (Activity.Attendance?.ToString(CultureInfo.InvariantCulture), Activity.Partners, Activity.After, Activity.Notes, Activity.Version);
        Reached = [.. reached.Select(row => row.Community.ToString())];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string act, CancellationToken cancel)
    {
        if (!await Find(id, act, cancel))
        {
            // Sent twice: it is so already.
            return await ActivityPage.InWard(db, Ward, id, cancel) is not null && act != "held" ? LocalRedirect(Urls.Activity(Ward.Code, id)) : NotFound();
        }

        var done = act switch { "advertise" => await Advertise(cancel), "held" => Hold(), "not-held" => NotHeld(), "cancel" => await Cancel(cancel), _ => Restore() };
        if (done is null)
        {
            return Page();
        }

        Done = await db.TrySaveShown(Ward.Code, () => counts.Count(db, Activity, asker.Account, Now, cancel), cancel) ? done : PlaceVersions.AtOnce;
        return LocalRedirect(Urls.Activity(Ward.Code, id));
    }

    private string? Hold()
    {
        var attendance = ModelState.Number(nameof(Attendance), Attendance, 0, EngagementActivity.MostAttendance, $"How many came must be a whole number from 0 to {Numbers.InFigures(EngagementActivity.MostAttendance)}. Leave it empty when nobody counted");
        var partners = ModelState.Words(nameof(Partners), Partners, EngagementActivity.LongestWords);
        var after = ModelState.Words(nameof(After), After, EngagementActivity.LongestWords);
        var notes = ModelState.Words(nameof(Notes), Notes, EngagementActivity.LongestWords);
        if (Activity.Day > asker.Today)
        {
            ModelState.AddModelError(nameof(Attendance), $"It is planned for {Activity.Day.InWords()}, which has not come yet. What has not been cannot have been held");
        }

        if (ModelState.IsValid && Activity.Version != Version && (Activity.Attendance, Activity.Partners, Activity.After, Activity.Notes) != (attendance, partners, after, notes))
        {
            Version = Activity.Version;
            Clash = Clash.Found(ModelState, nameof(Version), Activity.Version, ("How many came", Activity.Attendance?.ToString(CultureInfo.InvariantCulture), attendance?.ToString(CultureInfo.InvariantCulture)),
                ("Partners", Activity.Partners, partners), ("Told after", Activity.After, after), ("For the team", Activity.Notes, notes));
        }

        if (!ModelState.IsValid)
        {
            return null;
        }

        (Activity.Attendance, Activity.Partners, Activity.After, Activity.Notes) = (attendance, partners, after, notes);
        (Activity.IsCounted, Activity.Held) = (Activity.IsCounted || Activity.Held is null, Activity.Held ?? Now);
        Activity.Version++;
        var now = Communities.Select(choice => Guid.Parse(choice.Value)).Where(community => Reached.Contains(community.ToString())).ToHashSet();
        db.ActivityCommunities.RemoveRange(reached.Where(row => !now.Contains(row.Community)));
        db.ActivityCommunities.AddRange(now.Where(community => !reached.Exists(row => row.Community == community)).Select(community => new ActivityCommunity { Id = Guid.CreateVersion7(), Activity = Activity.Id, Community = community }));
        return "What came of it is recorded.";
    }

    /// <summary>What was written down of it stays, for when it is held.</summary>
    private string NotHeld()
    {
        Activity.Held = null;
        Activity.Version++;
        return "It was not held. What was counted of it is taken back.";
    }

    private async Task<string> Advertise(CancellationToken cancel)
    {
        foreach (var one in await Whole(cancel))
        {
            one.Advertised ??= Now;
            one.Version++;
        }

        return "Residents can see it now.";
    }

    private async Task<string?> Cancel(CancellationToken cancel)
    {
        var why = ModelState.Words(nameof(Why), Why, EngagementActivity.LongestWords, "Say why it is called off");
        if (!ModelState.IsValid)
        {
            return null;
        }

        foreach (var one in await Whole(cancel))
        {
            (one.Cancelled, one.WhyCancelled) = (one.Cancelled ?? Now, why);
            one.Version++;
        }

        return "It is called off.";
    }

    private string Restore()
    {
        (Activity.Cancelled, Activity.WhyCancelled) = (null, "");
        Activity.Version++;
        return "It is to be held after all.";
    }

    /// <summary>This one, and if asked for those after it.</summary>
    private async Task<List<EngagementActivity>> Whole(CancellationToken cancel) => All == "yes" ? [Activity, .. await LaterOnes(cancel)] : [Activity];

    private Task<List<EngagementActivity>> LaterOnes(CancellationToken cancel) => db.EngagementActivities
        .Where(one => one.Series != null && one.Series == Activity.Series && one.Day > Activity.Day && one.Held == null && one.Cancelled == null).ToListAsync(cancel);

    private async Task<bool> Find(Guid id, string act, CancellationToken cancel)
    {
        Act = act;
        if (await ActivityPage.InWard(db, Ward, id, cancel) is not { } activity)
        {
            return false;
        }

        Activity = activity;
        var fits = act switch
        {
            "advertise" => activity.State == ActivityState.Planned && activity.Day >= asker.Today,
            "held" => activity.State != ActivityState.Cancelled,
            "not-held" => activity.State == ActivityState.Held,
            "cancel" => activity.State is ActivityState.Planned or ActivityState.Advertised,
            _ => activity.State == ActivityState.Cancelled,
        };
        if (!fits)
        {
            return false;
        }

        Later = act is "advertise" or "cancel" ? (await LaterOnes(cancel)).Count : 0;
        if (act == "held")
        {
            reached = await db.ActivityCommunities.Where(row => row.Activity == id).ToListAsync(cancel);
            Communities = [.. (await WardCommunities.Find(db, Ward, asker.Today, cancel)).Communities.Select(one => new Choice(one.Community.Id.ToString(), one.Community.Name))];
        }

        return true;
    }
}
