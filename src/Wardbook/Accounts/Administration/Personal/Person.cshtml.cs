using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Wardbook.Accounts.Personal.Retention;
using Wardbook.Accounts.Record;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Accounts.Administration.Personal;

/// <summary>What is held about one person.</summary>
[MayDo(Deed.KeepPersonalData)]
public sealed class PersonPage(WardbookDb db) : PageModel
{
    /// <summary>Of one kind; the files have all.</summary>
    public const int MostShown = 20;

    public PersonalData Data { get; private set; } = null!;

    /// <summary>How many records were erased just now; null when none were.</summary>
    public int? Erased { get; private set; }

    public IReadOnlyList<Link> Trail => [new("A person's data", Urls.FindPersonalData), new(Called.AsHeading(Data.Person.Name), null)];

    public async Task<IActionResult> OnGetAsync(Guid account, int? erased, CancellationToken cancel)
    {
        if (await PersonalData.Find(db, account, cancel) is not { } data)
        {
            return NotFound();
        }

        (Data, Erased) = (data, erased);
        await ChangeRecord.NoteReading(HttpContext, "person", account.ToString(), account, cancel);
        return Page();
    }
}

/// <summary>The same as a file to hand over.</summary>
public static class PersonFiles
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var (format, type) in new[] { ("json", "application/json"), ("txt", "text/plain; charset=utf-8") })
        {
            app.MapGet($"{Urls.FindPersonalData}/{{account:guid}}/data.{format}", async (HttpContext context, Guid account, Database database, WardbookDb db, CancellationToken cancel) =>
            {
                if (await PersonalData.Find(db, account, cancel) is not { } data)
                {
                    return Results.NotFound();
                }

                await ChangeRecord.NoteNow(database, Author.Of(context), new(Happened.Exported, "person", account.ToString(), account, format), cancel);
                return Results.File(format == "json" ? data.AsJson() : System.Text.Encoding.UTF8.GetBytes(data.AsText()), type, $"personal-data.{format}");
            }).MayDo(Deed.KeepPersonalData);
        }
    }
}
