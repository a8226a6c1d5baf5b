using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Concerns.Answers;
using Wardbook.Shared;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Concerns.Categories;

/// <summary>The force's tree of categories, and what it promises to whoever asks.</summary>
[MayDo(Deed.ManageSettings)]
public sealed class CategoriesPage(WardbookDb db, TimeProvider clock) : PageModel
{
    [BindProperty]
    public string? Hours { get; set; }

    [BindProperty]
    public string? SergeantHours { get; set; }

    [BindProperty]
    public string? InspectorHours { get; set; }

    [BindProperty]
    public string? AskDays { get; set; }

    [BindProperty]
    public string? Fewest { get; set; }

    [TempData]
    public string? Done { get; set; }

    public Table Table { get; private set; } = null!;

    public string Promise { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var promise = await Read(cancel);
        (Hours, SergeantHours, InspectorHours, AskDays, Fewest) = (Text(promise.Hours), Text(promise.SergeantHours), Text(promise.InspectorHours), Text(promise.AskDays), Text(promise.Fewest));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Read(cancel);
        var hours = Number(Hours, nameof(Hours), AnswerPromise.MostHours);
        var sergeant = Number(SergeantHours, nameof(SergeantHours), AnswerPromise.MostHours);
        var inspector = Number(InspectorHours, nameof(InspectorHours), AnswerPromise.MostHours);
        var days = Number(AskDays, nameof(AskDays), AnswerPromise.MostDays);
        var fewest = Number(Fewest, nameof(Fewest), AnswerPromise.MostFewest);
        if (ModelState.IsValid && !(inspector < sergeant && sergeant < hours))
        {
            ModelState.AddModelError(nameof(SergeantHours), "The sergeant is told first, then the inspector, and both before the answer is due");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var from = clock.Today().AddDays(1);
        db.AnswerPromises.RemoveRange(await db.AnswerPromises.Where(row => row.From == from).ToListAsync(cancel));
        db.AnswerPromises.Add(new() { Id = Guid.CreateVersion7(), From = from, Hours = hours, SergeantHours = sergeant, InspectorHours = inspector, AskDays = days, Fewest = fewest });
        await db.SaveChangesAsync(cancel);
        Done = $"From {from.InWords()} on an answer is promised within {hours} hours.";
        return Redirect(Urls.ConcernCategories);
    }

    private async Task<AnswerPromise> Read(CancellationToken cancel)
    {
        var (today, catalogue) = (clock.Today(), await Catalogue.Find(db, cancel));
        Table = new Table<ConcernCategory>("Categories", catalogue.Categories)
            .Text("name", "Category", row => catalogue.NameOf(row.Code), href: row => Urls.ConcernCategory(row.Code))
            .Text("offered", "Others who said the same are offered", row => row.IsNeverOffered ? "never" : "yes")
            .Text("public", "May be shown to the public", row => row.IsNeverPublic ? "never" : "once a person has looked")
            .Text("from", "From", row => row.From.Year == 1900 ? null : row.From, absent: "the beginning")
            .Text("to", "To", row => row.To, absent: "no end known");
        var all = await db.AnswerPromises.AsNoTracking().OrderBy(row => row.From).ToListAsync(cancel);
        Promise = string.Join(" ", all.Select(row => $"{(row.From.Year == 1900 ? "From the beginning" : $"From {row.From.InWords()}")}: an answer within {row.Hours} hours, the sergeant told with {row.SergeantHours} and the inspector with {row.InspectorHours} hours left, asked again after {row.AskDays} days, no figure of fewer than {row.Fewest}."));
        return all.Last(row => row.From <= today);
    }

    private int Number(string? text, string field, int most)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most)
        {
            return number;
        }

        ModelState.AddModelError(field, $"Type a whole number from 1 to {most}");
        return 0;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
