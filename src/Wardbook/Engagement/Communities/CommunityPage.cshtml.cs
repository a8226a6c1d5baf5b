using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Accounts.Record;
using Wardbook.Shared;
using Wardbook.Shared.Kinds;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Engagement.Communities;

/// <summary>One community: who they are, how to reach them, through whom, what reached them. Names of people are shown when asked for, and each look is recorded.</summary>
[MayDo(Deed.ReadWork, At = "ward")]
public sealed class CommunityPage(WardbookDb db, Asker asker, PlaceTrees trees) : WorkPage(trees)
{
    private const int MostReached = 10;

    public Community Community { get; private set; } = null!;

    public string Kind { get; private set; } = "";

    public IReadOnlyList<string> Wards { get; private set; } = [];

    public string? JoinedName { get; private set; }

    public int ThroughCount { get; private set; }

    public IReadOnlyList<Intermediary> Through { get; private set; } = [];

    public IReadOnlyList<(DateOnly Day, string Title, string Where)> Reached { get; private set; } = [];

    public string LastReached { get; private set; } = "";

    public bool MayEdit { get; private set; }

    public bool MayRead { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? show, CancellationToken cancel)
    {
        if (await InWard(db, Ward, id, cancel) is not { } community)
        {
            return NotFound();
        }

        Community = community;
        (MayEdit, MayRead) = (await asker.May(Deed.RecordActivity, Ward), await asker.May(Deed.ReadContacts, Ward));
        Kind = (await KindList.Find(db, KindLists.Communities, cancel)).NameOf(community.Kind);
        Wards = [.. (await db.CommunityWards.AsNoTracking().Where(ward => ward.Community == id).ToListAsync(cancel)).Select(ward => Places.NameOf(ward.Place)).Order(StringComparer.Ordinal)];
        JoinedName = community.JoinedWith is { } other ? await db.Communities.Where(row => row.Id == other).Select(row => row.Name).SingleAsync(cancel) : null;
        var day = asker.Today;
        var through = db.Intermediaries.AsNoTracking().Where(one => one.Community == id && (one.To == null || one.To >= day));
        ThroughCount = await through.CountAsync(cancel);
        if (show == "people" && MayRead && ThroughCount > 0)
        {
            await ChangeRecord.NoteReading(HttpContext, "intermediary", id.ToString(), null, cancel);
            Through = [.. (await through.ToListAsync(cancel)).Where(one => one.Name.Length > 0).OrderBy(one => one.Name, StringComparer.Ordinal)];
        }

        var last = (await WardCommunities.Reached(db, [community.JoinedWith ?? id], Ward, cancel)).GetValueOrDefault(community.JoinedWith ?? id);
        LastReached = last is null ? "never, as far as is recorded"
            : last.Here is { } here ? here == last.Anywhere ? here.InWords() : $"{here.InWords()} from this ward; {last.Anywhere.InWords()} from another"
            : $"{last.Anywhere.InWords()} from another ward, never from this one";
        Reached = [.. (await db.ActivityCommunities.AsNoTracking().Where(row => row.Community == id)
            .Join(db.EngagementActivities.Where(activity => activity.Held != null), row => row.Activity, activity => activity.Id, (_, activity) => new { activity.Day, activity.Title, activity.PlaceKind, activity.PlaceCode })
            .OrderByDescending(activity => activity.Day).Take(MostReached).ToListAsync(cancel))
            .Select(activity => (activity.Day, activity.Title, Places.NameOf(new(activity.PlaceKind, activity.PlaceCode))))];
        return Page();
    }

    /// <summary>A community that this ward serves.</summary>
    internal static Task<Community?> InWard(WardbookDb db, PlaceKey place, Guid id, CancellationToken cancel) => db.Communities
        .SingleOrDefaultAsync(community => community.Id == id && db.CommunityWards.Any(ward => ward.Community == id && ward.PlaceKind == place.Kind && ward.PlaceCode == place.Code), cancel);
}
