using Microsoft.EntityFrameworkCore;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Priorities.Plans;

/// <summary>An action as residents read of it: in its public words alone. Whichever officer does it is not told, a partner is.</summary>
/// <param name="Partner">Empty when the team does it.</param>
/// <param name="Done">Null while it is not done.</param>
public sealed record ToldAction(Guid Priority, string Words, string Partner, DateOnly Due, DateOnly? Done)
{
    /// <summary>Done ones first, in the order in which they were done; then open ones by their day. What was dropped, and what has no public words, is not told.</summary>
    public static async Task<ILookup<Guid, ToldAction>> List(WardbookDb db, IReadOnlyCollection<Guid> priorities, CancellationToken cancel)
    {
        var told = await db.PlannedActions.AsNoTracking()
            .Where(action => priorities.Contains(action.Priority) && ((action.State == ActionState.Open && action.Told != "") || (action.State == ActionState.Done && action.OutcomeTold != "")))
            .Select(action => new ToldAction(action.Priority, action.State == ActionState.Done ? action.OutcomeTold : action.Told, action.OwnerPartner, action.Due, action.Ended))
            .ToListAsync(cancel);
        return told.OrderBy(action => action.Done is null).ThenBy(action => action.Done ?? action.Due).ThenBy(action => action.Words, StringComparer.Ordinal).ToLookup(action => action.Priority);
    }

    /// <summary>Such as <c>A gate at the end of the alley: done on 3 May 2026, by Riverside Housing.</c></summary>
    public string InWords(DateOnly today)
    {
        var by = Partner.Length > 0 ? $", by {Partner}" : "";
        var when = Done is { } done ? $"done on {done.InWords()}{by}" : Due < today ? $"was to be done by {Due.InWords()}{by}, and is not done yet" : $"to be done by {Due.InWords()}{by}";
        return $"{Words.TrimEnd('.')}: {when}.";
    }
}
