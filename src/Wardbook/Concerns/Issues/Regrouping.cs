using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared.Forms;
using Wardbook.Store;

namespace Wardbook.Concerns.Issues;

/// <summary>Puts concerns into issues, and takes them out. The caller saves; a concern that somebody else grouped at the same moment makes the saving fail.</summary>
public sealed class Regrouping(WardbookDb db, Asker asker, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The issue that a form asks to put concerns into: an open one of the ward, or a new one.</summary>
    /// <param name="categories">Of the concerns: a new issue is about what most of them are about.</param>
    /// <returns>Null when something is missing or wrong, which is said beside the field.</returns>
    public async Task<Issue?> Read(ModelStateDictionary state, PlaceKey ward, AskedIssue asked, IReadOnlyList<string> categories, CancellationToken cancel)
    {
        var there = asked.IsNew ? null : await OpenOne(ward, asked.Into, cancel);
        state.Wrong(!asked.IsNew && there is null, nameof(asked.Into), "This issue is no longer open: choose another");
        var title = asked.IsNew ? state.Words(nameof(asked.Title), asked.Title, Issue.LongestTitle, "Say what the new issue is") : "";
        return !state.IsValid ? null
            : there ?? await Make(asked.New == default ? Guid.CreateVersion7() : asked.New, ward, title, categories.CountBy(category => category).MaxBy(counted => counted.Value).Key, cancel);
    }

    /// <returns>Null when it is none, of another ward, or closed.</returns>
    public async Task<Issue?> OpenOne(PlaceKey ward, string? text, CancellationToken cancel) => Guid.TryParse(text, out var id)
        ? await db.Issues.SingleOrDefaultAsync(issue => issue.Id == id && issue.PlaceKind == ward.Kind && issue.PlaceCode == ward.Code && issue.Closed == null, cancel)
        : null;

    /// <summary>Makes an issue; with the same id a second time it is the one that is there.</summary>
    /// <param name="id">Made by the form, so that a form sent twice makes one.</param>
    private async Task<Issue> Make(Guid id, PlaceKey place, string title, string category, CancellationToken cancel)
    {
        if (await db.Issues.SingleOrDefaultAsync(issue => issue.Id == id, cancel) is { } there)
        {
            return there;
        }

        var made = new Issue { Id = id, PlaceKind = place.Kind, PlaceCode = place.Code, Title = title, Category = category, Made = Now, MadeBy = asker.Account };
        db.Issues.Add(made);
        return made;
    }

    /// <summary>Puts concerns into an issue, out of whatever they were in.</summary>
    /// <param name="to">Null to belong to none.</param>
    /// <returns>How many changed their place.</returns>
    public async Task<int> Move(IReadOnlyCollection<Guid> concerns, Guid? to, CancellationToken cancel)
    {
        var now = await db.Groupings.Where(grouping => concerns.Contains(grouping.Concern) && grouping.Until == null).ToListAsync(cancel);
        var moved = 0;
        foreach (var concern in concerns)
        {
            var was = now.SingleOrDefault(grouping => grouping.Concern == concern);
            if (was?.Issue == to)
            {
                continue;
            }

            was?.End(Now, asker.Account);
            if (to is { } issue)
            {
                db.Groupings.Add(Begin(concern, issue, cameWith: null));
            }

            moved++;
        }

        return moved;
    }

    /// <summary>Gives all that one issue has to another, and closes it.</summary>
    /// <exception cref="InvalidOperationException">See <see cref="Issue.MergeInto"/>.</exception>
    public async Task<int> Merge(Issue one, Issue into, CancellationToken cancel)
    {
        one.MergeInto(into, Now);
        return Move(await Open(one.Id).ToListAsync(cancel), into.Id, one.Id);
    }

    /// <summary>Opens an issue that was merged again, with those of its concerns that nobody moved since.</summary>
    public async Task<int> TakeBackMerge(Issue one, CancellationToken cancel)
    {
        var theirs = await Open(one.MergedInto!.Value).Where(grouping => grouping.CameWith == one.Id).ToListAsync(cancel);
        one.TakeBackMerge();
        return Move(theirs, one.Id, cameWith: null);
    }

    /// <summary>A concern goes to another ward, and out of the issue it was in: an issue is of one ward.</summary>
    /// <param name="at">The moment of the step that moves it, by which <see cref="ComeBack"/> knows what it left.</param>
    /// <returns>What the issue is called; null when it was in none.</returns>
    public async Task<string?> Leave(Guid concern, DateTime at, CancellationToken cancel)
    {
        if (await db.Groupings.SingleOrDefaultAsync(grouping => grouping.Concern == concern && grouping.Until == null, cancel) is not { } was)
        {
            return null;
        }

        was.End(at, asker.Account);
        return await db.Issues.Where(issue => issue.Id == was.Issue).Select(issue => issue.Title).SingleAsync(cancel);
    }

    /// <summary>A concern that was moved to another ward comes back, into the issue it left: into the one that issue became part of, if it did; into none, if that is closed.</summary>
    /// <param name="left">When it went.</param>
    /// <returns>What the issue is called, and whether the concern is in it again; null when it had been in none.</returns>
    public async Task<(string Title, bool IsBack)?> ComeBack(Guid concern, DateTime left, CancellationToken cancel)
    {
        if (await db.Groupings.AsNoTracking().Where(grouping => grouping.Concern == concern && grouping.Until == left).Select(grouping => (Guid?)grouping.Issue).SingleOrDefaultAsync(cancel) is not { } first)
        {
            return null;
        }

        var issue = await db.Issues.AsNoTracking().SingleAsync(one => one.Id == first, cancel);
        var cameWith = (Guid?)null;
        while (issue.MergedInto is { } into)
        {
            (cameWith, issue) = (issue.Id, await db.Issues.AsNoTracking().SingleAsync(one => one.Id == into, cancel));
        }

        if (issue.IsOpen)
        {
            db.Groupings.Add(Begin(concern, issue.Id, cameWith));
        }

        return (issue.Title, issue.IsOpen);
    }

    private IQueryable<Grouping> Open(Guid issue) => db.Groupings.Where(grouping => grouping.Issue == issue && grouping.Until == null);

    private int Move(List<Grouping> groupings, Guid to, Guid? cameWith)
    {
        foreach (var grouping in groupings)
        {
            grouping.End(Now, asker.Account);
            db.Groupings.Add(Begin(grouping.Concern, to, cameWith));
        }

        return groupings.Count;
    }

    private Grouping Begin(Guid concern, Guid issue, Guid? cameWith) => new() { Id = Guid.CreateVersion7(), Concern = concern, Issue = issue, From = Now, By = asker.Account, CameWith = cameWith };
}

/// <summary>Where a form asks to put concerns.</summary>
/// <param name="Into">The id of an issue, or <see cref="NewOne"/>.</param>
/// <param name="Title">What a new one is called.</param>
/// <param name="New">The id that a new one will have, so that the form sent twice makes one.</param>
public sealed record AskedIssue(string? Into, string? Title, Guid New)
{
    public const string NewOne = "new";

    public bool IsNew => Into is null or NewOne;
}
