using Microsoft.EntityFrameworkCore;
using Wardbook.Shared.Forms;
using Wardbook.Store;

namespace Wardbook.Shared.Kinds;

/// <summary>One list of kinds, in its order, with those that ended: what was recorded under them keeps its name.</summary>
public sealed record KindList(IReadOnlyList<ListedKind> All)
{
    public static async Task<KindList> Find(WardbookDb db, string list, CancellationToken cancel) =>
        new(await db.ListedKinds.AsNoTracking().Where(kind => kind.List == list).OrderBy(kind => kind.Order).ThenBy(kind => kind.Name).ToListAsync(cancel));

    /// <returns>Null when there is no such kind.</returns>
    public ListedKind? Of(Guid id) => All.FirstOrDefault(kind => kind.Id == id);

    public string NameOf(Guid? id) => id is { } one && Of(one) is { } kind ? kind.Name : "not known";

    public int OrderOf(Guid id) => Of(id)?.Order ?? int.MaxValue;

    /// <summary>Those that can be chosen on a day, for a form; and one that was chosen before and has ended.</summary>
    /// <param name="ask">The words of the empty choice; null for none.</param>
    public IReadOnlyList<Choice> Choices(DateOnly day, string? ask = null, Guid? also = null) =>
    [
        .. ask is null ? [] : new[] { new Choice("", ask) },
        .. All.Where(kind => kind.HoldsOn(day) || kind.Id == also).Select(kind => new Choice(kind.Id.ToString(), kind.Name)),
    ];

    /// <returns>Null when the text names none that can be chosen on that day.</returns>
    public ListedKind? Chosen(string? text, DateOnly day, Guid? also = null) =>
        Guid.TryParse(text, out var id) && Of(id) is { } kind && (kind.HoldsOn(day) || kind.Id == also) ? kind : null;
}
