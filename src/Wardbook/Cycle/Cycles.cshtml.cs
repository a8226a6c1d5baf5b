using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Wardbook.Accounts;
using Wardbook.Store;

namespace Wardbook.Cycle;

/// <summary>A heat table of wards and stages, for whoever has several wards.</summary>
[MayDo(Deed.ReadPerformance, At = "place")]
public sealed class CyclesPage(WardbookDb db, PlaceTrees trees) : PageModel
{
    public PlaceCycles Cycles { get; private set; } = null!;

    /// <summary>The colour only helps; the cell says it in words.</summary>
    public string HeatOf(KeptStage? stage) => stage is not { State: StageState.Missing } ? stage is { State: StageState.Done } ? "w-heat__done" : ""
        : stage.Missing switch { 1 => "w-heat__one", < 5 => "w-heat__few", _ => "w-heat__many" };

    public async Task<IActionResult> OnGetAsync(string place, CancellationToken cancel)
    {
        var tree = await trees.Current();
        if (PlaceCycles.In(tree, place) is not { } key)
        {
            return NotFound();
        }

        Cycles = await PlaceCycles.Find(db, tree, key, cancel);
        return Page();
    }
}
