using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Engagement.Communities;

/// <summary>Joins duplicates and takes them apart, ends a community, adds one that another ward wrote down. All of it can be undone.</summary>
[MayDo(Deed.RecordActivity, At = "ward")]
public sealed class ActPage(WardbookDb db, Asker asker, PlaceTrees trees) : WorkPage(trees)
{
    [BindProperty]
    public string? Other { get; set; }

    [BindProperty]
    public string? To { get; set; }

    public string Act { get; private set; } = "";

    public Community Community { get; private set; } = null!;

    public IReadOnlyList<Choice> Others { get; private set; } = [];

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string act, CancellationToken cancel)
    {
        To = Asked.InField(asker.Today);
        return await Find(id, act, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string act, CancellationToken cancel)
    {
        if (!await Find(id, act, cancel))
        {
            // Sent twice: it is done.
            return act == "add" && await CommunityPage.InWard(db, Ward, id, cancel) is not null ? LocalRedirect(Urls.Communities(Ward.Code)) : NotFound();
        }

        var done = act switch { "join" => await Join(cancel), "part" => Part(), "end" => End(), _ => Add() };
        if (done is null)
        {
            return Page();
        }

        Community.Version++;
        Done = await db.TrySaveShown(Ward.Code, cancel) ? done : PlaceVersions.AtOnce;
        return LocalRedirect(Urls.Communities(Ward.Code));
    }

    private async Task<string?> Join(CancellationToken cancel)
    {
        if (!Guid.TryParse(Other, out var other) || other == Community.Id || await CommunityPage.InWard(db, Ward, other, cancel) is not { JoinedWith: null } into)
        {
            ModelState.AddModelError(nameof(Other), other == Community.Id ? "A community cannot be joined with itself" : "Choose the community that it is the same as");
            return null;
        }

        // What was joined with this one is joined with that one: one step, whoever looks.
        foreach (var before in await db.Communities.Where(row => row.JoinedWith == Community.Id).ToListAsync(cancel))
        {
            before.JoinedWith = into.Id;
        }

        var there = await db.CommunityWards.Where(ward => ward.Community == into.Id).ToListAsync(cancel);
        foreach (var ward in await db.CommunityWards.AsNoTracking().Where(ward => ward.Community == Community.Id).ToListAsync(cancel))
        {
            if (!there.Exists(one => one.Place == ward.Place))
            {
                db.CommunityWards.Add(new() { Id = Guid.CreateVersion7(), Community = into.Id, PlaceKind = ward.PlaceKind, PlaceCode = ward.PlaceCode });
            }
        }

        Community.JoinedWith = into.Id;
        return $"{Community.Name} and {into.Name} are one.";
    }

    private string Part()
    {
        Community.JoinedWith = null;
        return $"{Community.Name} stands by itself again.";
    }

    private string? End()
    {
        var to = ModelState.Day(nameof(To), To, "Give the last day");
        if (to < Community.From)
        {
            ModelState.AddModelError(nameof(To), $"It was written down on {Community.From:d MMMM yyyy}. The last day must not be before");
        }

        if (!ModelState.IsValid)
        {
            return null;
        }

        Community.To = to;
        return $"{Community.Name} leaves the list after {to:d MMMM yyyy}.";
    }

    private string Add()
    {
        db.CommunityWards.Add(new() { Id = Guid.CreateVersion7(), Community = Community.Id, PlaceKind = Ward.Kind, PlaceCode = Ward.Code });
        return $"{Community.Name} is in the list of this ward as well.";
    }

    private async Task<bool> Find(Guid id, string act, CancellationToken cancel)
    {
        Act = act;
        var here = await CommunityPage.InWard(db, Ward, id, cancel);
        var found = act == "add" ? here is null ? await db.Communities.SingleOrDefaultAsync(row => row.Id == id && row.JoinedWith == null, cancel) : null : here;
        if (found is null || (act == "part") != (found.JoinedWith is not null))
        {
            return false;
        }

        Community = found;
        if (act == "join")
        {
            Others = [new("", "Choose a community"), .. (await WardCommunities.Find(db, Ward, asker.Today, cancel)).Communities
                .Where(one => one.Community.Id != id).Select(one => new Choice(one.Community.Id.ToString(), one.Community.Name))];
        }

        return true;
    }
}
