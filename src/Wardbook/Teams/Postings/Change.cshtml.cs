using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Kinds;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Teams.Postings;

/// <summary>Ends a posting, passes the post on, or corrects what was recorded of it. All three leave what was there in the record.</summary>
[MayDo(Deed.KeepTeams, At = "ward")]
public sealed class ChangePage(WardbookDb db, Asker asker, PlaceTrees trees, TimeProvider clock) : WorkPage(trees)
{
    private const string End = "end", HandOver = "hand-over";

    private KindList posts = new([]), reasons = new([]);

    [BindProperty]
    public string? OfficerNumber { get; set; }

    [BindProperty]
    public string? OfficerName { get; set; }

    [BindProperty]
    public string? Post { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? Contact { get; set; }

    [BindProperty]
    public string? Never { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>The id of the posting that comes of this: sent twice, it is one.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    public string Act { get; private set; } = "";

    public Posting Posting { get; private set; } = null!;

    public Team Team { get; private set; } = null!;

    public string Who { get; private set; } = "";

    public string PostName => posts.NameOf(Posting.PostKind);

    public IReadOnlyList<Choice> Posts => posts.Choices(asker.Today, also: Posting.PostKind);

    public IReadOnlyList<Choice> Reasons => reasons.Choices(asker.Today, Act == "correct" ? "It has not ended" : "Choose a reason", Posting.WhyEnded);

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string act, CancellationToken cancel)
    {
        if (!await Find(id, act, cancel))
        {
            return NotFound();
        }

        (Version, NewId) = (Posting.Version, Guid.CreateVersion7());
        (Post, Contact, Why) = (Posting.PostKind.ToString(), Posting.IsNamedContact ? "yes" : null, Posting.WhyEnded?.ToString());
        From = Asked.InField(act == HandOver ? asker.Today : Posting.From);
        To = Asked.InField(act == End ? Posting.To ?? asker.Today : Posting.To);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string act, CancellationToken cancel)
    {
        if (!await Find(id, act, cancel))
        {
            // The same form sent twice: what it made is there already.
            return await db.Postings.AnyAsync(posting => posting.Id == NewId || (posting.Id == id && posting.CorrectedBy == id), cancel) ? LocalRedirect(Urls.WorkTeam(Ward.Code)) : NotFound();
        }

        if (await db.Postings.AnyAsync(posting => posting.Id == NewId, cancel))
        {
            return LocalRedirect(Urls.WorkTeam(Ward.Code));
        }

        if (Posting.Version != Version)
        {
            ModelState.Remove(nameof(Version));
            Version = Posting.Version;
            ModelState.AddModelError("", $"Somebody else changed this posting while you were here: it is now {Posting.Days.InWords()}. Look at it again, then send the form once more");
            return Page();
        }

        var done = act switch { End => EndIt(), HandOver => await Pass(cancel), _ => await Correct(cancel) };
        if (done is null || !ModelState.IsValid)
        {
            return Page();
        }

        var saved = await db.TrySaveShown(Ward.Code, cancel);
        Done = !saved ? PlaceVersions.AtOnce : done;
        return LocalRedirect(Urls.WorkTeam(Ward.Code));
    }

    private string? EndIt()
    {
        var to = ModelState.Day(nameof(To), To, "Give the last day");
        var why = Reason();
        if (to < Posting.From)
        {
            ModelState.AddModelError(nameof(To), $"The posting began on {Posting.From:d MMMM yyyy}. Its last day must not be before");
        }

        if (!ModelState.IsValid)
        {
            return null;
        }

        Posting.End(to!.Value, why);
        return $"The posting of {Who} ends on {to.Value:d MMMM yyyy}.";
    }

    private async Task<string?> Pass(CancellationToken cancel)
    {
        var from = ModelState.Day(nameof(From), From, "Give the first day of whoever comes");
        var why = Reason();
        if (from <= Posting.From || from > Posting.To?.AddDays(1))
        {
            ModelState.AddModelError(nameof(From), $"The posting is {Posting.Days.InWords()}. Whoever comes begins after its first day and not after it is over");
        }

        var officer = await AskedOfficer.Find(db, ModelState, OfficerNumber, OfficerName, cancel);
        if (officer?.Id == Posting.Officer)
        {
            ModelState.AddModelError(nameof(OfficerNumber), "This is the officer who holds the post. Type the number of whoever comes");
        }

        if (!ModelState.IsValid || await AskedOfficer.IsThere(db, ModelState, officer!.Id, Team.Id, from!.Value, null, Posting.Id, cancel))
        {
            return null;
        }

        var last = from.Value.AddDays(-1);
        Posting.End(last, why);
        db.Postings.Add(new()
        {
            Id = NewId,
            Officer = officer.Id,
            Team = Team.Id,
            PostKind = Posting.PostKind,
            IsNamedContact = Posting.IsNamedContact,
            From = from.Value,
            TakenOverFrom = Posting.Id,
            Made = clock.GetUtcNow().UtcDateTime,
        });

        // The streets go with the post.
        foreach (var holder in await db.BeatOfficers.Where(holder => holder.Posting == Posting.Id && (holder.To == null || holder.To > last)).ToListAsync(cancel))
        {
            db.BeatOfficers.Add(new() { Id = Guid.CreateVersion7(), Beat = holder.Beat, Posting = NewId, From = from.Value > holder.From ? from.Value : holder.From, To = holder.To });
            if (holder.From <= last)
            {
                holder.To = last;
            }
            else
            {
                db.BeatOfficers.Remove(holder);
            }
        }

        return $"{officer.Name} takes over from {Who} on {from.Value:d MMMM yyyy}.";
    }

    private async Task<string?> Correct(CancellationToken cancel)
    {
        if (Never == "yes")
        {
            Posting.NeverWas();
            return $"The posting of {Who} counts nowhere any more.";
        }

        var post = posts.Chosen(Post, asker.Today, Posting.PostKind);
        if (post is null)
        {
            ModelState.AddModelError(nameof(Post), "Choose a post");
        }

        var from = ModelState.Day(nameof(From), From, "Give the first day");
        var to = ModelState.Day(nameof(To), To);
        if (to < from)
        {
            ModelState.AddModelError(nameof(To), "The last day must not be before the first");
        }

        var why = Why is { Length: > 0 } || to is not null ? Reason() : null;
        if (to is null && why is not null)
        {
            ModelState.AddModelError(nameof(To), "There is a reason why it ended. Give the last day as well");
        }

        if (!ModelState.IsValid || await AskedOfficer.IsThere(db, ModelState, Posting.Officer, Team.Id, from!.Value, to, Posting.Id, cancel))
        {
            return null;
        }

        var right = new Posting
        {
            Id = NewId,
            Officer = Posting.Officer,
            Team = Team.Id,
            PostKind = post!.Id,
            IsNamedContact = Contact == "yes",
            From = from.Value,
            TakenOverFrom = Posting.TakenOverFrom,
            Corrects = Posting.Id,
            Made = clock.GetUtcNow().UtcDateTime,
        };
        if (to is { } last)
        {
            right.End(last, why);
        }

        db.Postings.Add(right);
        Posting.CorrectBy(right);
        foreach (var holder in await db.BeatOfficers.Where(holder => holder.Posting == Posting.Id).ToListAsync(cancel))
        {
            db.BeatOfficers.Add(new() { Id = Guid.CreateVersion7(), Beat = holder.Beat, Posting = right.Id, From = holder.From, To = holder.To });
        }

        return $"The posting of {Who} is corrected.";
    }

    private Guid? Reason()
    {
        if (reasons.Chosen(Why, asker.Today, Posting.WhyEnded) is { } reason)
        {
            return reason.Id;
        }

        ModelState.AddModelError(nameof(Why), "Choose a reason");
        return null;
    }

    private async Task<bool> Find(Guid id, string act, CancellationToken cancel)
    {
        Act = act;
        if (await db.Postings.SingleOrDefaultAsync(row => row.Id == id && row.CorrectedBy == null, cancel) is not { } posting
            || await db.Teams.AsNoTracking().SingleOrDefaultAsync(row => row.Id == posting.Team && row.PlaceKind == Ward.Kind && row.PlaceCode == Ward.Code, cancel) is not { } team
            || (act != "correct" && posting.To < asker.Today))
        {
            return false;
        }

        (Posting, Team) = (posting, team);
        Who = Called.InWords(await db.Officers.Where(officer => officer.Id == posting.Officer).Select(officer => officer.Name).SingleAsync(cancel));
        posts = await KindList.Find(db, KindLists.Posts, cancel);
        reasons = await KindList.Find(db, KindLists.PostingEnds, cancel);
        return true;
    }
}
