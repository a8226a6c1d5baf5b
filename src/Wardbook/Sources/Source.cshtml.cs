using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Wardbook.Accounts;
using Wardbook.Shared;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Sources;

/// <summary>One import: what was read, kept and set aside and why, and what a later edition changed.</summary>
[Public]
public sealed class SourcePage(WardbookDb db) : PageModel
{
    public const int OnAPage = 50;

    public Import Import { get; private set; } = null!;

    /// <summary>On this page.</summary>
    public IReadOnlyList<ImportFault> Faults { get; private set; } = [];

    public int FaultCount { get; private set; }

    /// <summary>The months it brought; none when it brought none.</summary>
    public Table? Months { get; private set; }

    public int Pages => Math.Max(1, (FaultCount + OnAPage - 1) / OnAPage);

    public int PageShown { get; private set; } = 1;

    public IReadOnlyList<Link> Trail => [new("What is loaded", Urls.Sources), new(Import.File, null)];

    public string FileOf(string table, string format) => $"{Urls.Source(Import.Id)}.{format}?table={table}";

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery(Name = "page")] string? number, CancellationToken cancel)
    {
        if (await SourceTables.FindImport(db, id, cancel) is not { } import)
        {
            return NotFound();
        }

        Import = import;
        FaultCount = await SourceTables.CountFaults(db, id, cancel);
        PageShown = Math.Clamp(int.TryParse(number, out var asked) ? asked : 1, 1, Pages);
        Faults = await SourceTables.ListFaults(db, id, (PageShown - 1) * OnAPage, OnAPage, cancel);
        Months = await SourceTables.OfMonths(db, id, cancel);
        return Page();
    }
}
