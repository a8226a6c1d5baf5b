using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared;
using Wardbook.Shared.Forms;
using Wardbook.Store;

namespace Wardbook.Concerns.Categories;

/// <summary>Adds a category, or changes one. Nothing is taken away: what ended keeps its name.</summary>
[MayDo(Deed.ManageSettings)]
public sealed class CategoryPage(WardbookDb db, TimeProvider clock) : PageModel
{
    private const string New = "new", NeverOffered = "never-offered", NeverPublic = "never-public";
    private const int LongestCode = 40, MostRank = 10_000, LongestAdvice = 300;

    private Catalogue catalogue = new([]);

    [FromRoute]
    public string Code { get; set; } = New;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Parent { get; set; }

    [BindProperty]
    public string? Rank { get; set; }

    [BindProperty]
    public string? Advice { get; set; }

    [BindProperty]
    public string[] Flags { get; set; } = [];

    [BindProperty]
    public DateOnly? To { get; set; }

    [TempData]
    public string? Done { get; set; }

    public bool IsNew => Code == New;

    public static IReadOnlyList<Choice> AllFlags { get; } =
    [
        new(NeverOffered, "Never offer what others have said", "For hate, what happens in a home, and what names a person"),
        new(NeverPublic, "Never show it to the public", "Not even in other words"),
    ];

    public IReadOnlyList<Choice> Parents => [new("", "Nothing: it stands at the top"), .. catalogue.Categories.Where(row => row.Parent is null && row.Code != Code).Select(row => new Choice(row.Code, row.Name))];

    public IReadOnlyList<Link> Trail => [new("What concerns are about", Urls.ConcernCategories), new(IsNew ? "Add" : "Change", null)];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        catalogue = await Catalogue.Find(db, cancel);
        if (IsNew)
        {
            Rank = (catalogue.Categories.Select(row => row.Rank).DefaultIfEmpty().Max() + 10).ToString(CultureInfo.InvariantCulture);
            return Page();
        }

        if (catalogue.Of(Code) is not { } row)
        {
            return NotFound();
        }

        (Name, Parent, Rank, Advice, To) = (row.Name, row.Parent, row.Rank.ToString(CultureInfo.InvariantCulture), row.Advice, row.To);
        Flags = [.. new[] { (row.IsNeverOffered, NeverOffered), (row.IsNeverPublic, NeverPublic) }.Where(flag => flag.Item1).Select(flag => flag.Item2)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        catalogue = await Catalogue.Find(db, cancel);
        var row = IsNew ? null : await db.ConcernCategories.SingleOrDefaultAsync(one => one.Code == Code, cancel);
        if (!IsNew && row is null)
        {
            return NotFound();
        }

        var rank = Check();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (row is null)
        {
            db.ConcernCategories.Add(row = new() { Code = NewCode(), Name = Name!.Trim(), From = clock.Today() });
        }

        (row.Name, row.Parent, row.Rank, row.Advice, row.To) = (Name!.Trim(), string.IsNullOrEmpty(Parent) ? null : Parent, rank, Advice?.Trim() ?? "", To);
        (row.IsNeverOffered, row.IsNeverPublic) = (Flags.Contains(NeverOffered), Flags.Contains(NeverPublic));
        await db.SaveChangesAsync(cancel);
        Done = $"{row.Name} is saved.";
        return Redirect(Urls.ConcernCategories);
    }

    private int Check()
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > ConcernCategory.LongestName)
        {
            ModelState.AddModelError(nameof(Name), $"Type a name of at most {ConcernCategory.LongestName} letters");
        }

        if (!string.IsNullOrEmpty(Parent) && (catalogue.Of(Parent) is not { Parent: null } || catalogue.Categories.Any(one => one.Parent == Code)))
        {
            ModelState.AddModelError(nameof(Parent), "Choose a category at the top. One that has others below it stands at the top itself");
        }

        if (Advice?.Length > LongestAdvice)
        {
            ModelState.AddModelError(nameof(Advice), $"Say it in at most {LongestAdvice} letters");
        }

        if (To < clock.Today())
        {
            ModelState.AddModelError(nameof(To), "The last day must be today or later: what could be chosen cannot be unmade");
        }

        if (int.TryParse(Rank, NumberStyles.None, CultureInfo.InvariantCulture, out var rank) && rank <= MostRank)
        {
            return rank;
        }

        ModelState.AddModelError(nameof(Rank), $"Type a whole number up to {MostRank:N0}");
        return 0;
    }

    /// <summary>Made of the name, and never the code of another.</summary>
    private string NewCode()
    {
        var plain = string.Join('-', string.Concat(Name!.Trim().ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        plain = plain.Length is 0 or > LongestCode - 4 || plain == New ? $"category-{plain[..Math.Min(plain.Length, 20)]}".TrimEnd('-') : plain;
        return Enumerable.Range(1, 999).Select(number => number == 1 ? plain : $"{plain}-{number}").First(code => catalogue.Of(code) is null);
    }
}
