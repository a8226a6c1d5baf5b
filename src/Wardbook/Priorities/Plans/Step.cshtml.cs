using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Priorities.Plans;

/// <summary>Writes one step of a plan anew. What stood there stays; two people who write at once lose nothing.</summary>
[MayDo(Deed.RunCycle, At = "ward")]
public sealed class StepPage(WardbookDb db, Asker asker, PlaceTrees trees, TimeProvider clock) : WorkPage(trees)
{
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>The number of what stood there when the form was made; 0 while nothing did.</summary>
    [BindProperty]
    public int Version { get; set; }

    public Sara Step { get; private set; }

    public Priority Priority { get; private set; } = null!;

    public Clash? Clash { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid priority, string step, CancellationToken cancel)
    {
        if (!await Find(priority, step, cancel))
        {
            return NotFound();
        }

        var now = await Latest(cancel);
        (Words, Version) = (now?.Words, now?.Number ?? 0);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid priority, string step, CancellationToken cancel)
    {
        if (!await Find(priority, step, cancel))
        {
            return NotFound();
        }

        var words = ModelState.Words(nameof(Words), Words, PlanStep.LongestWords, "Write it. When nothing is known yet, say what you will do to find out");
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var now = await Latest(cancel);
        if (now?.Words == words)
        {
            return Saved();
        }

        if (now is not null && now.Number != Version)
        {
            return Clashed(now, words);
        }

        db.PlanSteps.Add(new() { Id = Guid.CreateVersion7(), Priority = priority, Step = Step, Number = (now?.Number ?? 0) + 1, Words = words, Made = clock.GetUtcNow().UtcDateTime, MadeBy = asker.Account });
        return await db.TrySaveShown(Ward.Code, cancel) || await Latest(cancel) is not { } first || first.Words == words ? Saved() : Clashed(first, words);
    }

    private LocalRedirectResult Saved()
    {
        Done = $"{Step.InWords()}: saved. What stood there before is below it.";
        return LocalRedirect(Urls.Plan(Ward.Code, Priority.Id));
    }

    private PageResult Clashed(PlanStep now, string words)
    {
        Version = now.Number;
        Clash = Clash.Found(ModelState, nameof(Version), now.Number, (Step.InWords(), now.Words, words));
        return Page();
    }

    private Task<PlanStep?> Latest(CancellationToken cancel) =>
        db.PlanSteps.AsNoTracking().Where(row => row.Priority == Priority.Id && row.Step == Step).OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancel);

    private async Task<bool> Find(Guid priority, string step, CancellationToken cancel)
    {
        if (await PlanPage.InWard(db, Ward, priority, cancel) is not { } found)
        {
            return false;
        }

        (Priority, Step) = (found, Plan.Steps.Single(one => one.Slug() == step));
        return true;
    }
}
