using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Kinds;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Teams.Postings;

/// <summary>Posts an officer to a team. The address holds the id that the posting will have, so that sending twice is once.</summary>
[MayDo(Deed.KeepTeams, At = "ward")]
public sealed class PostPage(WardbookDb db, Asker asker, PlaceTrees trees, TimeProvider clock) : WorkPage(trees)
{
    private KindList kinds = new([]);

    [BindProperty]
    public string? OfficerNumber { get; set; }

    [BindProperty]
    public string? OfficerName { get; set; }

    [BindProperty]
    public string? Post { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? Contact { get; set; }

    public Team Team { get; private set; } = null!;

    public IReadOnlyList<Choice> Posts => kinds.Choices(asker.Today, "Choose a post");

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid team, CancellationToken cancel)
    {
        From = Asked.InField(asker.Today);
        return await Find(team, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid team, Guid id, CancellationToken cancel)
    {
        if (!await Find(team, cancel))
        {
            return NotFound();
        }

        if (await db.Postings.AnyAsync(posting => posting.Id == id, cancel))
        {
            return LocalRedirect(Urls.WorkTeam(Ward.Code));
        }

        var officer = await AskedOfficer.Find(db, ModelState, OfficerNumber, OfficerName, cancel);
        var post = kinds.Chosen(Post, asker.Today);
        if (post is null)
        {
            ModelState.AddModelError(nameof(Post), "Choose a post");
        }

        var from = ModelState.Day(nameof(From), From, "Give the first day");
        if (from < Team.From)
        {
            ModelState.AddModelError(nameof(From), $"The team begins on {Team.From:d MMMM yyyy}. The first day must not be before");
        }

        if (from > Team.To)
        {
            ModelState.AddModelError(nameof(From), $"The team ends on {Team.To:d MMMM yyyy}. The first day must not be after");
        }

        if (!ModelState.IsValid || await AskedOfficer.IsThere(db, ModelState, officer!.Id, team, from!.Value, null, null, cancel))
        {
            return Page();
        }

        db.Postings.Add(new() { Id = id, Officer = officer.Id, Team = team, PostKind = post!.Id, IsNamedContact = Contact == "yes", From = from.Value, Made = clock.GetUtcNow().UtcDateTime });
        var saved = await db.TrySaveShown(Ward.Code, cancel);
        Done = !saved ? PlaceVersions.AtOnce : $"{officer.Name} is posted to {Team.Name} from {from.Value:d MMMM yyyy}.";
        return LocalRedirect(Urls.WorkTeam(Ward.Code));
    }

    private async Task<bool> Find(Guid id, CancellationToken cancel)
    {
        if (await db.Teams.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.PlaceKind == Ward.Kind && row.PlaceCode == Ward.Code, cancel) is not { } team)
        {
            return false;
        }

        Team = team;
        kinds = await KindList.Find(db, KindLists.Posts, cancel);
        return true;
    }
}
