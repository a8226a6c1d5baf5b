using Wardbook.Accounts;
using Wardbook.Cycle;
using Wardbook.Shared;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Desks;

/// <summary>The desk of a ward: what a sergeant sees first.</summary>
[MayDo(Deed.ReadWork, At = "ward")]
public sealed class WardDeskPage(WardbookDb db, Asker asker, PlaceTrees trees, Settings settings) : WorkPage(trees)
{
    /// <summary>So many of each stage stand here; the page of the cycle has all.</summary>
    private const int MostOfEach = 2;

    public WardDesk Desk { get; private set; } = null!;

    public bool ReadsConcerns { get; private set; }

    /// <summary>What is done most often, for whoever may.</summary>
    public IReadOnlyList<(string Text, string Href)> Does { get; private set; } = [];

    public IReadOnlyList<Missing> Missing => [.. Desk.Cycle.Stages.SelectMany(stage => stage.Missing.Take(MostOfEach)).DistinctBy(missing => (missing.Lack, missing.Id))];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        ReadsConcerns = await asker.May(Deed.RecordConcerns, Ward);
        Does =
        [
            .. await asker.May(Deed.RecordActivity, Ward) ? [("Record what was done", Urls.RecordActivity(Ward.Code))] : Array.Empty<(string, string)>(),
            .. ReadsConcerns ? [("Write down what people said", Urls.EnterConcerns(Ward.Code))] : Array.Empty<(string, string)>(),
            .. await asker.May(Deed.RecordActivity, Ward) ? [("Plan a time to meet people", Urls.PlanActivity(Ward.Code, Guid.CreateVersion7()))] : Array.Empty<(string, string)>(),
        ];
        Desk = await WardDesk.Find(db, settings, Places, Ward, asker.Today, ReadsConcerns, await asker.May(Deed.ReadContacts, Ward), cancel);
    }
}
