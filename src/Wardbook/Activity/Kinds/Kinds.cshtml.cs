using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Activity.Kinds;

/// <summary>The force's catalogue of what teams do and count.</summary>
[MayDo(Deed.ManageSettings)]
public sealed class KindsPage(WardbookDb db, TimeProvider clock) : PageModel
{
    [TempData]
    public string? Done { get; set; }

    public Table Table { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var (today, catalogue) = (clock.Today(), await ActivityCatalogue.Find(db, cancel));
        var held = (await db.HeldCounts.Where(row => row.To == null || row.To >= today).Join(db.ListedKinds, row => row.Engagement, kind => kind.Id, (row, kind) => new { row.Kind, kind.Name, kind.Order }).Distinct().ToListAsync(cancel))
            .OrderBy(row => row.Order).ToLookup(row => row.Kind, row => row.Name);
        Table = new Table<NamedKind>("What teams count", catalogue.Kinds)
            .Text("name", "Kind", kind => kind.NameOn(today), href: kind => Urls.ActivityKind(kind.Code))
            .Text("group", "For", kind => kind.Kind.Group.InWords())
            .Text("units", "Counted as", kind => $"1 {kind.On(today).One}, 2 {kind.On(today).Many}")
            .Text("held", "Counts by itself", kind => held.Contains(kind.Code) ? string.Join(", ", held[kind.Code]) : null, absent: "nothing")
            .Text("halves", "Halves", kind => kind.Kind.HasHalves ? "yes" : "no")
            .Text("public", "Told to residents", kind => kind.Kind.IsPublic ? "yes" : "no")
            .Number("ask", "Asks above", kind => kind.Kind.AskAbove)
            .Text("from", "From", kind => kind.Kind.From == ActivityCatalogue.Ever ? null : kind.Kind.From, absent: "the beginning")
            .Text("to", "To", kind => kind.Kind.To, absent: "no end known");
    }
}
