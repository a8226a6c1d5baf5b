using Wardbook.Accounts;
using Wardbook.Accounts.Record;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Concerns.Handling;

/// <summary>The desk of a ward's team: what was said and waits. Opening it is recorded, because what people said may name others.</summary>
[MayDo(Deed.RecordConcerns, At = "ward")]
public sealed class DeskPage(WardbookDb db, PlaceTrees trees) : WorkPage(trees)
{
    public ConcernDesk Desk { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Desk = await ConcernDesk.Find(db, Ward, cancel);
        await ChangeRecord.NoteReading(HttpContext, "concerns", Ward.ToString(), null, cancel);
    }
}
