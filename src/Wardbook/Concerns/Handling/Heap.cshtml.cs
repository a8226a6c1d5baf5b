using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Concerns.Answers;
using Wardbook.Shared;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Tables;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Concerns.Handling;

/// <summary>What a machine seems to have sent: looked through, and what is from a person taken out.</summary>
[MayDo(Deed.RecordConcerns, At = "ward")]
public sealed class HeapPage(WardbookDb db, PlaceTrees trees, Asker asker, TimeProvider clock) : WorkPage(trees)
{
    private const int OnePage = 50, MostLetters = 200;

    [BindProperty]
    public Guid[] Chosen { get; set; } = [];

    public IReadOnlyList<Concern> Held { get; private set; } = [];

    public int Count { get; private set; }

    public Paging Paging { get; private set; } = Paging.None;

    public IReadOnlyList<Choice> Choices => [.. Held.Select(row => new Choice(row.Id.ToString(), row.Said.Length > MostLetters ? row.Said[..MostLetters] + "…" : row.Said, row.SaidAt.InForceTime().ToString("d MMMM yyyy, HH:mm", System.Globalization.CultureInfo.InvariantCulture)))];

    private IQueryable<Concern> Heap => db.Concerns.Where(row => row.PlaceCode == Ward.Code && row.PlaceKind == Ward.Kind && row.IsHeld);

    public Task OnGetAsync(CancellationToken cancel) => Read(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Chosen.Length == 0)
        {
            await Read(cancel);
            ModelState.AddModelError(nameof(Chosen), "Choose what a person has said, or leave the heap as it is");
            return Page();
        }

        var (now, hours) = (clock.GetUtcNow().UtcDateTime, (await AnswerPromise.Find(db, clock.Today(), cancel)).Hours);
        foreach (var concern in await Heap.Where(row => Chosen.Contains(row.Id)).ToListAsync(cancel))
        {
            db.ConcernSteps.Add(concern.Release(new(Guid.CreateVersion7(), asker.Account, now), hours));
        }

        await db.SaveChangesAsync(cancel);
        return Redirect(Urls.WorkConcerns(Ward.Code));
    }

    private async Task Read(CancellationToken cancel)
    {
        Count = await Heap.CountAsync(cancel);
        Paging = Paging.Of(Request, Count, OnePage);
        Held = await Heap.AsNoTracking().OrderByDescending(row => row.SaidAt).ThenBy(row => row.Id).Skip(Paging.Skip).Take(OnePage).ToListAsync(cancel);
    }
}
