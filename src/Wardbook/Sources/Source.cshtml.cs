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

    public Paging Paging { get; private set; } = Paging.None;

    public IReadOnlyList<Link> Trail => [new("What is loaded", Urls.Sources), new(Import.File, null)];

    public string FileOf(string table, string format) => $"{Urls.Source(Import.Id)}.{format}?table={table}";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await SourceTables.FindImport(db, id, cancel) is not { } import)
        {
            return NotFound();
        }

        Import = import;
        FaultCount = await SourceTables.CountFaults(db, id, cancel);
        Paging = Paging.Of(Request, FaultCount, OnAPage);
        Faults = await SourceTables.ListFaults(db, id, Paging.Skip, OnAPage, cancel);
        Months = await SourceTables.OfMonths(db, id, cancel);
        return Page();
    }
}
