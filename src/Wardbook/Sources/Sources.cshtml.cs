using Microsoft.AspNetCore.Mvc.RazorPages;
using Wardbook.Accounts;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Sources;

/// <summary>Every import there was, the latest first.</summary>
[Public]
public sealed class SourcesPage(WardbookDb db) : PageModel
{
    public IReadOnlyList<Import> Imports { get; private set; } = [];

    public Table Table => SourceTables.OfImports(Imports);

    public async Task OnGetAsync(CancellationToken cancel) => Imports = await SourceTables.ListImports(db, cancel);
}
