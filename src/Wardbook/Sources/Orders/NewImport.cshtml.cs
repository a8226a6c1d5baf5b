using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using Wardbook.Accounts;
using Wardbook.Shared;
using Wardbook.Shared.Forms;
using Wardbook.Store;

namespace Wardbook.Sources.Orders;

/// <summary>Asks for one import: what the command takes, and a file. Nothing runs until it is confirmed.</summary>
/// <remarks>The form is read here and not by the framework, which would put the file into memory or a second file first; the guard of forms is asked by <see cref="Uploads"/>.</remarks>
[MayDo(Deed.ImportData)]
[IgnoreAntiforgeryToken]
[ReadsItsOwnForm]
public sealed class NewImportPage(WardbookDb db, Uploads uploads, Asker asker, Settings settings, Frame frame, TimeProvider clock) : PageModel
{
    public ImportKind Kind { get; private set; } = null!;

    /// <summary>What was typed, by option.</summary>
    public Dictionary<string, string> Typed { get; } = [];

    public string? OnServer { get; private set; }

    /// <summary>Never filled: a browser does not take back a file.</summary>
    public string? Upload { get; }

    /// <summary>What was sent before something was found wrong with the rest; <see langword="null"/> at first.</summary>
    public ImportOrder? Order { get; private set; }

    public bool ServerFolder => settings.ImportFolder is not null;

    /// <summary>Whether everything in the folder can be chosen from a list; otherwise it is typed.</summary>
    public bool ListsAll { get; private set; }

    public IReadOnlyList<Choice> OnServerChoices { get; private set; } = [];

    public int LargestUpload => settings.LargestUpload;

    public string Action => Urls.NewImport(Kind.Name) + (Order is null ? "" : $"?order={Order.Id}");

    public IReadOnlyList<Link> Trail => [new("Imports", Urls.Imports), new(Kind.InWords, null)];

    /// <summary>Why this is not loaded here at all; <see langword="null"/> where it is.</summary>
    public string? Refused => frame.IsDemonstration && ImportRun.IsOfPeople(Kind.Name)
        ? $"This is a demonstration: everything in it is made up, and real {Kind.Name} do not belong beside it. Start Wardbook with a database of your own to load them."
        : null;

    public IActionResult OnGet(string kind) => Begin(kind) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string kind, [FromQuery(Name = "order")] Guid? earlier, CancellationToken cancel)
    {
        if (!Begin(kind))
        {
            return NotFound();
        }

        if (Refused is not null)
        {
            return Page();
        }

        var me = asker.Account!.Value;
        var order = earlier is { } id ? await db.ImportOrders.SingleOrDefaultAsync(row => row.Id == id && row.By == me && row.Kind == kind && row.State == OrderState.Draft, cancel) : null;
        if (order is null)
        {
            db.ImportOrders.Add(order = new() { Id = Guid.CreateVersion7(clock.GetUtcNow()), Kind = kind, By = me, Asked = clock.GetUtcNow().UtcDateTime });
        }

        Sent sent;
        try
        {
            sent = await uploads.Receive(HttpContext, order.Id, cancel);
        }
        catch (Exception e) when (e is BadHttpRequestException or InvalidDataException)
        {
            return BadRequest();
        }

        var options = Options(sent.Fields);
        Take(order, sent);
        Check(order, sent, options);
        order.Options = JsonSerializer.Serialize(options);
        if (ModelState.IsValid)
        {
            await db.SaveChangesAsync(cancel);
            return Redirect(Urls.ImportOrder(order.Id));
        }

        if (order.HasFile)
        {
            await db.SaveChangesAsync(cancel);
            Order = order;
        }

        return Page();
    }

    private static string InBytes(long bytes) => bytes < 1_000_000 ? $"{Math.Max(1, bytes / 1_000):N0} kB" : $"{bytes / 1_000_000.0:N1} MB";

    private bool Begin(string name)
    {
        if (ImportKind.Find(name) is not { } kind)
        {
            return false;
        }

        Kind = kind;
        if (ServerFolder)
        {
            OnServerChoices = [new("", "None: I send a file"), .. uploads.ListOnServer(out var isAll).Select(one => new Choice(one.Below, $"{one.Below} ({(one.Bytes is { } bytes ? InBytes(bytes) : "folder")})"))];
            ListsAll = isAll;
        }

        foreach (var field in kind.Fields)
        {
            Typed[field.Option] = "";
        }

        return true;
    }

    /// <summary>What was said, by option; what was left empty is left out, and what nobody asked for is not looked at.</summary>
    private Dictionary<string, string> Options(IReadOnlyDictionary<string, StringValues> fields)
    {
        Dictionary<string, string> options = [];
        foreach (var field in Kind.Fields)
        {
            if (fields.TryGetValue($"{nameof(Typed)}[{field.Option}]", out var typed) && typed.ToString().Trim() is { Length: > 0 } text)
            {
                options[field.Option] = Typed[field.Option] = text;
            }
        }

        OnServer = ServerFolder && fields.TryGetValue(nameof(OnServer), out var below) ? below.ToString().Trim() : null;
        return options;
    }

    private void Take(ImportOrder order, Sent sent)
    {
        if (sent.File is { } file)
        {
            (order.File, order.Bytes, order.OnServer) = (file.Name, file.Bytes, null);
        }
        else if (OnServer is { Length: > 0 } below)
        {
            try
            {
                var path = uploads.OnServer(below);
                (order.File, order.Bytes, order.OnServer) = (Uploads.NameOf(path.TrimEnd('/')), System.IO.File.Exists(path) ? new FileInfo(path).Length : 0, below);
            }
            catch (Refusal refusal)
            {
                ModelState.AddModelError(nameof(OnServer), refusal.Message);
            }
        }
    }

    private void Check(ImportOrder order, Sent sent, Dictionary<string, string> options)
    {
        foreach (var (field, wrong) in Kind.Faults(options))
        {
            ModelState.AddModelError($"{nameof(Typed)}[{field.Option}]", wrong);
        }

        if (sent.Wrong is { } words)
        {
            ModelState.AddModelError(nameof(Upload), words);
        }
        else if (!order.HasFile && string.IsNullOrEmpty(OnServer))
        {
            ModelState.AddModelError(nameof(Upload), "Choose a file");
        }
    }
}

/// <summary>Keeps the framework from reading the form: the page does.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ReadsItsOwnFormAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        context.ValueProviderFactories.RemoveType<FormValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<FormFileValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
