using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Concerns.Issues;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Priorities;

/// <summary>Adopts what a meeting chose: asked, checked, adopted. None without the issues it comes from, a reason, and how it will be judged.</summary>
[MayDo(Deed.RunCycle, At = "ward")]
public sealed class AdoptPage(WardbookDb db, Asker asker, PlaceTrees trees, TimeProvider clock) : WorkPage(trees)
{
    /// <summary>From here on a ward works on more than most can keep up.</summary>
    public const int Usual = 5;

    public IReadOnlyList<Choice> IssueChoices { get; private set; } = [];

    public IReadOnlyList<Choice> CrimeChoices { get; private set; } = [];

    public static IReadOnlyList<Choice> Measures { get; } = [.. Enum.GetValues<MeasureKind>().Select(measure => new Choice(measure.ToString(), measure.InWords()))];

    public int OpenOnes { get; private set; }

    /// <summary>What was asked and is right, to be looked at once more.</summary>
    public Priority? Checking { get; private set; }

    public string MeasureInWords => Measure is MeasureKind.RecordedCrime ? CrimeChoices.FirstOrDefault(choice => choice.Value == Crime)?.Text ?? "" : Checking?.MeasureOf ?? "";

    [BindProperty]
    public List<Guid> Issues { get; set; } = [];

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Meeting { get; set; }

    [BindProperty]
    public DateOnly? Adopted { get; set; }

    [BindProperty]
    public int? For { get; set; }

    [BindProperty]
    public int? Against { get; set; }

    [BindProperty]
    public int? Abstained { get; set; }

    [BindProperty]
    public MeasureKind? Measure { get; set; }

    [BindProperty]
    public string? Crime { get; set; }

    [BindProperty]
    public string? Look { get; set; }

    [BindProperty]
    public DateOnly? JudgeBy { get; set; }

    /// <summary>The id that it will have, so that the form sent twice adopts one.</summary>
    [BindProperty]
    public Guid New { get; set; }

    /// <summary><c>adopt</c> after checking, <c>change</c> to go back; otherwise to be checked.</summary>
    [BindProperty]
    public string? Step { get; set; }

    /// <summary>What was answered, to go with the check.</summary>
    public IEnumerable<(string Name, string? Value)> Answers =>
    [
        .. Issues.Select(issue => (nameof(Issues), (string?)issue.ToString())),
        (nameof(Title), Title), (nameof(Reason), Reason), (nameof(Meeting), Meeting), (nameof(Adopted), Day(Adopted)), (nameof(For), $"{For}"), (nameof(Against), $"{Against}"),
        (nameof(Abstained), $"{Abstained}"), (nameof(Measure), $"{Measure}"), (nameof(Crime), Crime), (nameof(Look), Look), (nameof(JudgeBy), Day(JudgeBy)), (nameof(New), New.ToString()),
    ];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Find(cancel);
        New = Guid.CreateVersion7();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Find(cancel);
        if (Step == "change")
        {
            return Page();
        }

        Check();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var asked = await Make(cancel);
        if (Step != "adopt")
        {
            Checking = asked;
            return Page();
        }

        if (!await db.Priorities.AnyAsync(row => row.Id == asked.Id, cancel))
        {
            db.Priorities.Add(asked);
            db.PrioritySources.AddRange(Issues.Select(issue => new PrioritySource { Priority = asked.Id, Issue = issue }));
            await db.TrySaveShown(Ward.Code, cancel);
        }

        return LocalRedirect(Urls.WorkPriority(Ward.Code, asked.Id));
    }

    private void Check()
    {
        Wrong(Issues.Count == 0 || Issues.Exists(issue => IssueChoices.All(choice => choice.Value != issue.ToString())), nameof(Issues), "Choose the issue or issues it comes from");
        Words(Title, nameof(Title), "Say what the priority is", Priority.LongestTitle);
        Words(Reason, nameof(Reason), "Say why the meeting chose it", Priority.LongestReason);
        Words(Meeting, nameof(Meeting), "Say which meeting decided", Priority.LongestMeeting);
        Wrong(Adopted is null || Adopted > asker.Today, nameof(Adopted), Adopted is null ? "Say on which day the meeting was" : "The meeting that decided it cannot lie in the future");
        int?[] votes = [For, Against, Abstained];
        Wrong(votes.Any(vote => vote is null) && votes.Any(vote => vote is not null), nameof(For), "Give all three numbers of the vote, or none of them");
        Wrong(votes.Any(vote => vote is < 0 or > 10_000), nameof(For), "The numbers of a vote are from 0 to 10,000");
        Wrong(For is { } yes && Against is { } no && yes <= no, nameof(For), $"{For} for and {Against} against: what a meeting did not choose is no priority");
        Wrong(Measure is null, nameof(Measure), "Say by what you will see whether it worked");
        Wrong(Measure is MeasureKind.RecordedCrime && CrimeChoices.Skip(1).All(choice => choice.Value != Crime), nameof(Crime), "Choose the kind of crime");
        if (Measure is MeasureKind.Seen)
        {
            Words(Look, nameof(Look), "Say what somebody will look at", Priority.LongestMeasure);
        }

        Wrong(JudgeBy is null || JudgeBy <= Adopted, nameof(JudgeBy), JudgeBy is null ? "Say by when it will be judged" : "It is judged after the day it is adopted");
    }

    private void Words(string? text, string name, string missing, int longest)
    {
        var length = text?.Trim().Length ?? 0;
        Wrong(length == 0, name, missing);
        Wrong(length > longest, name, $"Say it in at most {Shared.Numbers.InFigures(longest)} letters: these are {Shared.Numbers.InFigures(length)}");
    }

    private void Wrong(bool isWrong, string name, string words)
    {
        if (isWrong && ModelState.GetFieldValidationState(name) is not Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid)
        {
            ModelState.AddModelError(name, words);
        }
    }

    private async Task<Priority> Make(CancellationToken cancel)
    {
        var of = Measure switch { MeasureKind.RecordedCrime => Crime!, MeasureKind.Seen => Look!.Trim(), _ => "" };
        return new()
        {
            Id = New == default ? Guid.CreateVersion7() : New,
            PlaceKind = Ward.Kind,
            PlaceCode = Ward.Code,
            Title = Title!.Trim(),
            Reason = Reason!.Trim(),
            Adopted = Adopted!.Value,
            Meeting = Meeting!.Trim(),
            For = For,
            Against = Against,
            Abstained = Abstained,
            Measure = Measure!.Value,
            MeasureOf = of,
            Baseline = await Measuring.On(db, Ward, Measure.Value, of, Issues, Adopted.Value, cancel),
            JudgeBy = JudgeBy!.Value,
            Made = clock.GetUtcNow().UtcDateTime,
            MadeBy = asker.Account,
        };
    }

    private async Task Find(CancellationToken cancel)
    {
        var issues = await WardIssues.Find(db, Ward, asker.Today, cancel);
        IssueChoices = [.. issues.Issues.Concat(issues.Quiet).Select(issue => new Choice(issue.Id.ToString(), issue.Title, issue.PlacesInWords is { } places ? $"{issue.About}. Likely places: {places}" : issue.About))];
        var crimes = await db.CrimeCategories.AsNoTracking().OrderBy(row => row.Name).Select(row => new Choice(row.Slug, row.Name, null)).ToListAsync(cancel);
        CrimeChoices = [new("", "None"), .. crimes];
        OpenOnes = await db.Priorities.CountAsync(row => row.PlaceKind == Ward.Kind && row.PlaceCode == Ward.Code && row.Closed == null, cancel);
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
