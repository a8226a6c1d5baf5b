using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Priorities;
using Wardbook.Priorities.Plans;
using Wardbook.Shared.Forms;
using Wardbook.Store;

namespace Wardbook.Activity.Recording;

/// <summary>What something can have been done for in a ward: its priorities, and what is planned for each.</summary>
public sealed record Aims(IReadOnlyList<Priority> Priorities, IReadOnlyList<PlannedAction> Actions)
{
    private const int LongestChoice = 80;

    public static Aims None { get; } = new([], []);

    public static async Task<Aims> Find(WardbookDb db, PlaceKey ward, CancellationToken cancel)
    {
        var priorities = await db.Priorities.AsNoTracking().Where(row => row.PlaceKind == ward.Kind && row.PlaceCode == ward.Code).OrderByDescending(row => row.Adopted).ToListAsync(cancel);
        var ids = priorities.ConvertAll(row => row.Id);
        return new(priorities, ids.Count == 0 ? [] : await db.PlannedActions.AsNoTracking().Where(row => ids.Contains(row.Priority)).OrderBy(row => row.Due).ToListAsync(cancel));
    }

    /// <summary>What is open, each priority with what is planned for it; and what was chosen before.</summary>
    public IReadOnlyList<Choice> Choices(string? also = null) =>
    [
        new("", "None in particular"),
        .. Priorities.Where(one => one.IsOpen || one.Id.ToString() == also || Actions.Any(action => action.Priority == one.Id && action.Id.ToString() == also)).SelectMany(priority => Actions
            .Where(action => action.Priority == priority.Id && (action.IsOpen || action.Id.ToString() == also))
            .Select(action => new Choice(action.Id.ToString(), $"{priority.Title}: {Short(action.What)}"))
            .Prepend(new(priority.Id.ToString(), priority.Title))),
    ];

    /// <summary>The title of what an answer names; empty for none.</summary>
    public string TitleOf(string? text) => Choices(text).FirstOrDefault(choice => choice.Value == text && choice.Value.Length > 0)?.Text ?? "";

    /// <summary>What an answer means, if a day's work can have been for it: adopted or planned by then and not ended before.</summary>
    /// <returns>Null when it names nothing of this ward that was worked on that day.</returns>
    public (Guid Priority, Guid? Action)? Of(string text, DateOnly day)
    {
        var action = Actions.FirstOrDefault(one => one.Id.ToString() == text);
        var priority = Priorities.FirstOrDefault(one => action is null ? one.Id.ToString() == text : one.Id == action.Priority);
        return priority is null || priority.Adopted > day || priority.Closed < day || action?.Ended < day ? null : (priority.Id, action?.Id);
    }

    private static string Short(string words) => words.Length <= LongestChoice ? words : words[..LongestChoice].TrimEnd() + "\u2026";
}
