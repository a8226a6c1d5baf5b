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

    /// <summary>The ward is no more: what is new is adopted where its area is now.</summary>
    public bool IsGone => Places.WhatBecameOf(Ward, asker.Today) is not null;

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
    public string? Adopted { get; set; }

    [BindProperty]
    public string? For { get; set; }

    [BindProperty]
    public string? Against { get; set; }

    [BindProperty]
    public string? Abstained { get; set; }

    [BindProperty]
    public MeasureKind? Measure { get; set; }

    [BindProperty]
    public string? Crime { get; set; }

    [BindProperty]
    public string? Look { get; set; }

    [BindProperty]
    public string? JudgeBy { get; set; }

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
        (nameof(Title), Title), (nameof(Reason), Reason), (nameof(Meeting), Meeting), (nameof(Adopted), Adopted), (nameof(For), For), (nameof(Against), Against),
        (nameof(Abstained), Abstained), (nameof(Measure), $"{Measure}"), (nameof(Crime), Crime), (nameof(Look), Look), (nameof(JudgeBy), JudgeBy), (nameof(New), New.ToString()),
    ];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Find(cancel);
        New = Guid.CreateVersion7();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Find(cancel);
        if (Step == "change" || IsGone)
        {
            return Page();
        }

        if (await Read(cancel) is not { } asked)
        {
            return Page();
        }

        if (Step != "adopt")
        {
            Checking = asked;
            return Page();
        }

        if (!await db.Priorities.AnyAsync(row => row.Id == asked.Id, cancel))
        {
            db.Priorities.Add(asked);
            db.PrioritySources.AddRange(Issues.Select(issue => new PrioritySource { Priority = asked.Id, Issue = issue }));
            if (!await db.TrySaveShown(Ward.Code, cancel) && !await db.Priorities.AnyAsync(row => row.Id == asked.Id, cancel))
            {
                ModelState.AddModelError(nameof(Issues), PlaceVersions.AtOnce);
                return Page();
            }
        }

        return LocalRedirect(Urls.WorkPriority(Ward.Code, asked.Id));
    }

    /// <returns>What was asked; null when something is missing or wrong, which is said.</returns>
    private async Task<Priority?> Read(CancellationToken cancel)
    {
        ModelState.Wrong(Issues.Count == 0 || Issues.Exists(issue => IssueChoices.All(choice => choice.Value != issue.ToString())), nameof(Issues), "Choose the issue or issues it comes from");
        var title = ModelState.Words(nameof(Title), Title, Priority.LongestTitle, "Say what the priority is");
        var reason = ModelState.Words(nameof(Reason), Reason, Priority.LongestReason, "Say why the meeting chose it");
        var meeting = ModelState.Words(nameof(Meeting), Meeting, Priority.LongestMeeting, "Say which meeting decided");
        var adopted = ModelState.Day(nameof(Adopted), Adopted, "Say on which day the meeting was");
        ModelState.Wrong(adopted > asker.Today, nameof(Adopted), "The meeting that decided it cannot lie in the future");
        var (yes, no, abstained) = (Votes(nameof(For), For), Votes(nameof(Against), Against), Votes(nameof(Abstained), Abstained));
        string?[] votes = [For, Against, Abstained];
        ModelState.Wrong(votes.Any(string.IsNullOrWhiteSpace) && !votes.All(string.IsNullOrWhiteSpace), nameof(For), "Give all three numbers of the vote, or none of them");
        ModelState.Wrong(yes <= no, nameof(For), $"{yes} for and {no} against: what a meeting did not choose is no priority");
        ModelState.Wrong(Measure is null, nameof(Measure), "Say by what you will see whether it worked");
        ModelState.Wrong(Measure is MeasureKind.RecordedCrime && CrimeChoices.Skip(1).All(choice => choice.Value != Crime), nameof(Crime), "Choose the kind of crime");
        var of = Measure switch { MeasureKind.RecordedCrime => Crime!, MeasureKind.Seen => ModelState.Words(nameof(Look), Look, Priority.LongestMeasure, "Say what somebody will look at"), _ => "" };
        var judgeBy = ModelState.Day(nameof(JudgeBy), JudgeBy, "Say by when it will be judged");
        ModelState.Wrong(judgeBy <= adopted, nameof(JudgeBy), "It is judged after the day it is adopted");
        return !ModelState.IsValid ? null : new()
        {
            Id = New == default ? Guid.CreateVersion7() : New,
            PlaceKind = Ward.Kind,
            PlaceCode = Ward.Code,
            Title = title,
            Reason = reason,
            Adopted = adopted!.Value,
            Meeting = meeting,
            For = yes,
            Against = no,
            Abstained = abstained,
            Measure = Measure!.Value,
            MeasureOf = of,
            Baseline = await Measuring.On(db, Ward, Measure.Value, of, Issues, adopted.Value, cancel),
            JudgeBy = judgeBy!.Value,
            Made = clock.GetUtcNow().UtcDateTime,
            MadeBy = asker.Account,
        };
    }

    private int? Votes(string name, string? typed) => ModelState.Number(name, typed, 0, 10_000, "The numbers of a vote are from 0 to 10,000");

    private async Task Find(CancellationToken cancel)
    {
        var issues = await WardIssues.Find(db, Ward, asker.Today, cancel);
        IssueChoices = [.. issues.Issues.Concat(issues.Quiet).Select(issue => new Choice(issue.Id.ToString(), issue.Title, issue.PlacesInWords is { } places ? $"{issue.About}. Likely places: {places}" : issue.About))];
        var crimes = await db.CrimeCategories.AsNoTracking().OrderBy(row => row.Name).Select(row => new Choice(row.Slug, row.Name, null)).ToListAsync(cancel);
        CrimeChoices = [new("", "None"), .. crimes];
        OpenOnes = await db.Priorities.CountAsync(row => row.PlaceKind == Ward.Kind && row.PlaceCode == Ward.Code && row.Closed == null, cancel);
    }
}
