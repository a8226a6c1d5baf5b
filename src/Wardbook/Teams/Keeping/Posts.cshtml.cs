using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Kinds;
using Wardbook.Shared.Tables;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Teams.Keeping;

/// <summary>Says how many posts of each kind a team has from a day on, and why: one row for each kind that changes.</summary>
[MayDo(Deed.KeepTeams, At = "ward")]
public sealed class PostsPage(WardbookDb db, Asker asker, PlaceTrees trees, TimeProvider clock) : WorkPage(trees)
{
    [BindProperty]
    public List<string?> Number { get; set; } = [];

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public Team Team { get; private set; } = null!;

    public IReadOnlyList<ListedKind> Kinds { get; private set; } = [];

    public Table Rows { get; private set; } = null!;

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid team, CancellationToken cancel)
    {
        if (await Find(team, cancel) is not { } steps)
        {
            return NotFound();
        }

        Number = [.. Kinds.Select(kind => Now(steps, kind.Id, asker.Today)?.ToString(CultureInfo.InvariantCulture))];
        From = Asked.InField(asker.Today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid team, CancellationToken cancel)
    {
        if (await Find(team, cancel) is not { } steps)
        {
            return NotFound();
        }

        Number = [.. Number.Concat(Enumerable.Repeat((string?)null, Kinds.Count)).Take(Kinds.Count)];
        var posts = Kinds.Select((_, index) => ModelState.Number($"Number[{index}]", Number[index], 0, Establishment.MostPosts, $"The number of posts must be a whole number from 0 to {Establishment.MostPosts}")).ToList();
        var from = ModelState.Day(nameof(From), From, "Give the first day on which this holds");
        var why = ModelState.Words(nameof(Why), Why, Establishment.LongestWhy, "Say why, such as basic strength");
        if (ModelState.IsValid && posts.TrueForAll(number => number is null))
        {
            ModelState.AddModelError("Number[0]", "Give the number of posts of at least one kind");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var changed = 0;
        foreach (var (kind, number) in Kinds.Zip(posts).Where(one => one.Second is not null))
        {
            // Sent twice, it is what it is already.
            if (Now(steps, kind.Id, from!.Value) != number || !steps.Exists(step => step.PostKind == kind.Id))
            {
                db.Establishments.Add(new() { Id = Guid.CreateVersion7(), Team = team, PostKind = kind.Id, Posts = number!.Value, From = from.Value, Why = why, Made = clock.GetUtcNow().UtcDateTime });
                changed++;
            }
        }

        var saved = await db.TrySaveShown(Ward.Code, cancel);
        Done = !saved ? PlaceVersions.AtOnce : changed == 0 ? "That is what was recorded already." : $"The posts of {Team.Name} are recorded.";
        return LocalRedirect(Urls.WorkTeam(Ward.Code));
    }

    private static int? Now(List<Establishment> steps, Guid kind, DateOnly day)
    {
        List<PostsFrom> own = [.. steps.Where(step => step.PostKind == kind).Select(step => new PostsFrom(step.From, step.Posts))];
        return own.Exists(step => step.From <= day) ? Strength.PostsOn(day, own) : null;
    }

    private async Task<List<Establishment>?> Find(Guid id, CancellationToken cancel)
    {
        if (await db.Teams.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.PlaceKind == Ward.Kind && row.PlaceCode == Ward.Code, cancel) is not { } team)
        {
            return null;
        }

        Team = team;
        var list = await KindList.Find(db, KindLists.Posts, cancel);
        var steps = await db.Establishments.AsNoTracking().Where(row => row.Team == id).OrderBy(row => row.From).ThenBy(row => row.Made).ToListAsync(cancel);
        Kinds = [.. list.All.Where(kind => kind.HoldsOn(asker.Today) || steps.Exists(step => step.PostKind == kind.Id))];
        Rows = new Table<Establishment>("What was recorded", steps)
            .Text("from", "From", row => row.From)
            .Text("post", "Post", row => list.NameOf(row.PostKind))
            .Number("posts", "Posts", row => row.Posts)
            .Text("why", "Why", row => row.Why);
        return steps;
    }
}
