using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Cycle;

/// <summary>The thresholds of the cycle, as the force sets them from a day on.</summary>
[MayDo(Deed.ManageSettings)]
public sealed class RulesPage(WardbookDb db, TimeProvider clock) : PageModel
{
    [BindProperty]
    public string? ProfileMonths { get; set; }

    [BindProperty]
    public string? ReachedMonths { get; set; }

    [BindProperty]
    public string? OrderWeeks { get; set; }

    [BindProperty]
    public string? Channels { get; set; }

    [BindProperty]
    public string? TopIssues { get; set; }

    [BindProperty]
    public string? EvidenceMonths { get; set; }

    [BindProperty]
    public string? FewestPriorities { get; set; }

    [BindProperty]
    public string? MostPriorities { get; set; }

    [BindProperty]
    public string? ActWeeks { get; set; }

    [BindProperty]
    public string? ReviewMonths { get; set; }

    [TempData]
    public string? Done { get; set; }

    public Table All { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Find(cancel);
        var rules = await CycleThresholds.On(db, clock.Today(), cancel);
        (ProfileMonths, ReachedMonths, OrderWeeks, Channels, TopIssues) = (Text(rules.ProfileMonths), Text(rules.ReachedMonths), Text(rules.OrderWeeks), Text(rules.Channels), Text(rules.TopIssues));
        (EvidenceMonths, FewestPriorities, MostPriorities, ActWeeks, ReviewMonths) = (Text(rules.EvidenceMonths), Text(rules.FewestPriorities), Text(rules.MostPriorities), Text(rules.ActWeeks), Text(rules.ReviewMonths));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var rules = new CycleRules
        {
            ProfileMonths = Number(nameof(ProfileMonths), ProfileMonths),
            ReachedMonths = Number(nameof(ReachedMonths), ReachedMonths),
            OrderWeeks = Number(nameof(OrderWeeks), OrderWeeks),
            Channels = Number(nameof(Channels), Channels),
            TopIssues = Number(nameof(TopIssues), TopIssues),
            EvidenceMonths = Number(nameof(EvidenceMonths), EvidenceMonths),
            FewestPriorities = Number(nameof(FewestPriorities), FewestPriorities),
            MostPriorities = Number(nameof(MostPriorities), MostPriorities),
            ActWeeks = Number(nameof(ActWeeks), ActWeeks),
            ReviewMonths = Number(nameof(ReviewMonths), ReviewMonths),
        };
        ModelState.Wrong(ModelState.IsValid && rules.FewestPriorities > rules.MostPriorities, nameof(FewestPriorities), "The least cannot be more than the most");
        if (!ModelState.IsValid)
        {
            await Find(cancel);
            return Page();
        }

        var from = clock.Today().AddDays(1);
        db.CycleThresholds.RemoveRange(await db.CycleThresholds.Where(row => row.From == from).ToListAsync(cancel));
        db.CycleThresholds.Add(CycleThresholds.Of(Guid.CreateVersion7(), from, rules));
        await db.SaveChangesAsync(cancel);
        Done = $"This is asked from {from.InWords()} on.";
        return Redirect(Urls.CycleRules);
    }

    private async Task Find(CancellationToken cancel) => All = new Table<CycleThresholds>("What is asked", await db.CycleThresholds.AsNoTracking().OrderByDescending(row => row.From).ToListAsync(cancel))
        .Text("from", "From", row => row.From.Year == 1900 ? null : row.From, absent: "the beginning")
        .Text("asks", "What is asked", row => string.Join(" ", Enum.GetValues<Stage>().Select(stage => $"{stage.InWords()}: {stage.Asks(row.Rules)}")));

    private int Number(string field, string? typed) => ModelState.Number(field, typed, CycleThresholds.Least, CycleThresholds.Most, $"Type a whole number from {CycleThresholds.Least} to {CycleThresholds.Most}") ?? Missing(field);

    /// <summary>An empty field is as wrong as one with words in it.</summary>
    private int Missing(string field)
    {
        ModelState.Wrong(true, field, $"Type a whole number from {CycleThresholds.Least} to {CycleThresholds.Most}");
        return 0;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
