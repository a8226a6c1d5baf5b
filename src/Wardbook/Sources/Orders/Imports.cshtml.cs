using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Sources.Orders;

/// <summary>What can be loaded, and what was asked for on pages.</summary>
[MayDo(Deed.ImportData)]
public sealed class ImportsPage(WardbookDb db) : PageModel
{
    private const int Most = 50;

    /// <summary>The latest first.</summary>
    public IReadOnlyList<ImportOrder> Orders { get; private set; } = [];

    public Table Table => new Table<ImportOrder>("Imports that were asked for", Orders)
        .Text("file", "File", order => order.File.Length > 0 ? order.File : "no file yet", href: order => Urls.ImportOrder(order.Id))
        .Text("what", "What", order => SourceTables.KindInWords(order.Kind))
        .Text("asked", "Asked for", order => DateOnly.FromDateTime(order.Asked))
        .Text("state", "State", order => order.State.InWords());

    public async Task OnGetAsync(CancellationToken cancel) =>
        Orders = await db.ImportOrders.AsNoTracking().OrderByDescending(order => order.Asked).ThenByDescending(order => order.Id).Take(Most).ToListAsync(cancel);
}
