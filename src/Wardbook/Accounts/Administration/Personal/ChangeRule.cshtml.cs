using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Wardbook.Accounts.Personal.Retention;
using Wardbook.Accounts.SignIn;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Accounts.Administration.Personal;

/// <summary>Sets another rule for one kind of personal record: asked, checked, set.</summary>
[MayDo(Deed.KeepPersonalData)]
[AsksAgain]
public sealed class ChangeRulePage(WardbookDb db, TimeProvider clock) : PageModel
{
    private const string DayFormat = "yyyy-MM-dd";

    [BindProperty(Name = "days")]
    public string? Days { get; set; }

    [BindProperty(Name = "why")]
    public string? Why { get; set; }

    [BindProperty(Name = "basis")]
    public string? Basis { get; set; }

    [BindProperty(Name = "from")]
    public string? From { get; set; }

    public PersonalKind Kind { get; private set; } = null!;

    /// <summary>Whether the answers are shown to be checked.</summary>
    public bool IsChecked { get; private set; }

    public string Example => Text(clock.Today().AddDays(1));

    public IReadOnlyList<Link> Trail => [new("How long personal records are kept", Urls.Retention), new(Kind.Name, null)];

    public async Task<IActionResult> OnGetAsync(string kind, CancellationToken cancel)
    {
        if (PersonalKinds.Find(kind) is not { } found)
        {
            return NotFound();
        }

        Kind = found;
        var rule = (await Rules.List(db, cancel))[kind][^1];
        (Days, Why, Basis, From) = (rule.Days.ToString(CultureInfo.InvariantCulture), rule.Why, rule.Basis, Example);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string kind, string? step, CancellationToken cancel)
    {
        if (PersonalKinds.Find(kind) is not { } found)
        {
            return NotFound();
        }

        Kind = found;
        var rule = Read();
        if (rule is null || step == "change")
        {
            return Page();
        }

        if (step != "set")
        {
            IsChecked = true;
            return Page();
        }

        await Rules.List(db, cancel);
        await Rules.Change(db, rule, cancel);
        return Redirect(Urls.Retention);
    }

    /// <returns>Null when something is wrong, which the page then says.</returns>
    private RetentionRule? Read()
    {
        if (!int.TryParse(Days, NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days is < 1 or > RetentionRule.MostDays)
        {
            ModelState.AddModelError("days", $"The days must be a whole number from 1 to {RetentionRule.MostDays}");
        }

        if (string.IsNullOrWhiteSpace(Why) || Why.Length > RetentionRule.LongestText)
        {
            ModelState.AddModelError("why", $"Say why, in at most {RetentionRule.LongestText} letters");
        }

        if (string.IsNullOrWhiteSpace(Basis) || Basis.Length > RetentionRule.LongestText)
        {
            ModelState.AddModelError("basis", $"Name the lawful basis, in at most {RetentionRule.LongestText} letters");
        }

        if (!DateOnly.TryParseExact(From?.Trim(), DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var from))
        {
            ModelState.AddModelError("from", $"The first day must be a day such as {Example}");
        }
        else if (from < clock.Today())
        {
            ModelState.AddModelError("from", "The first day must be today or later: a rule that held cannot be unmade");
        }

        return ModelState.IsValid ? new() { Id = Guid.CreateVersion7(), Kind = Kind.Name, From = from, Days = days, Why = Why!.Trim(), Basis = Basis!.Trim() } : null;
    }

    private static string Text(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);
}
