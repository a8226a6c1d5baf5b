using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Sources.Orders;

/// <summary>One import that was asked for: to be confirmed, under way, or what came of it.</summary>
[MayDo(Deed.ImportData)]
public sealed class OrderPage(WardbookDb db, Uploads uploads, TimeProvider clock) : PageModel
{
    public ImportOrder Order { get; private set; } = null!;

    /// <summary>The name of who asked.</summary>
    public string By { get; private set; } = "";

    /// <summary>What was said about it: label and text.</summary>
    public IReadOnlyList<(string Label, string Text)> Said { get; private set; } = [];

    /// <summary>The import that came of it; <see langword="null"/> while there is none.</summary>
    public Import? Import { get; private set; }

    public bool HasFile { get; private set; }

    public IReadOnlyList<Link> Trail => [new("Imports", Urls.Imports), new(Order.HasFile ? Order.File : "Check before loading", null)];

    public string StateInWords => Order switch
    {
        { StopAsked: true } => "It is being stopped.",
        { State: OrderState.Waiting } => "It waits for its turn. One import runs at a time.",
        { State: OrderState.Running } => "It is being loaded.",
        { State: OrderState.Done } => Import is { } import ? SourceTables.StateInWords(import) : "Done.",
        { State: OrderState.Refused } => "Refused. Nothing was loaded and nothing changed.",
        { State: OrderState.Interrupted } => "It was interrupted. Nothing of it is shown; run it again.",
        { State: OrderState.Stopped } => "It was stopped. Nothing of it is shown.",
        _ => "",
    };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await Find(id, cancel) ? Page() : NotFound();

    /// <summary>Puts it in the queue: a draft that was looked at, or one that did not end well.</summary>
    public async Task<IActionResult> OnPostStartAsync(Guid id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
        {
            return NotFound();
        }

        if (Order.State == OrderState.Draft || Order.CanBeRunAgain)
        {
            if (!HasFile)
            {
                ModelState.AddModelError("", "Its file is not kept here any more. Send it again.");
                return Page();
            }

            (Order.State, Order.Outcome, Order.Import, Order.Ended, Order.StopAsked) = (OrderState.Waiting, "", null, null, false);
            await db.SaveChangesAsync(cancel);
        }

        return Redirect(Urls.ImportOrder(id));
    }

    /// <summary>One that waits is stopped at once, one that runs within a second or two.</summary>
    public async Task<IActionResult> OnPostStopAsync(Guid id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
        {
            return NotFound();
        }

        if (Order.State == OrderState.Waiting)
        {
            (Order.State, Order.Ended) = (OrderState.Stopped, clock.GetUtcNow().UtcDateTime);
        }
        else if (Order.State == OrderState.Running)
        {
            Order.StopAsked = true;
        }

        await db.SaveChangesAsync(cancel);
        return Redirect(Urls.ImportOrder(id));
    }

    public async Task<IActionResult> OnPostForgetAsync(Guid id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
        {
            return NotFound();
        }

        if (Order.State == OrderState.Draft)
        {
            uploads.Forget(id);
            db.ImportOrders.Remove(Order);
            await db.SaveChangesAsync(cancel);
        }

        return Redirect(Urls.Imports);
    }

    private async Task<bool> Find(Guid id, CancellationToken cancel)
    {
        if (await db.ImportOrders.SingleOrDefaultAsync(order => order.Id == id, cancel) is not { } order || ImportKind.Find(order.Kind) is not { } kind)
        {
            return false;
        }

        Order = order;
        HasFile = order.HasFile && uploads.IsHere(order);
        By = Called.InWords(await db.Accounts.Where(account => account.Id == order.By).Select(account => account.Name).SingleOrDefaultAsync(cancel));
        Import = order is { Import: { } import, IsUnderWay: false } ? await SourceTables.FindImport(db, import, cancel) : null;
        var options = JsonSerializer.Deserialize<Dictionary<string, string>>(order.Options)!;
        Said = [.. kind.Fields.Where(field => options.ContainsKey(field.Option)).Select(field => (field.Label, options[field.Option]))];
        return true;
    }
}
