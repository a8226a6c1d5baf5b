using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Priorities;

/// <summary>One priority: where it comes from, what a meeting found, what residents were told, and the two things to do next.</summary>
[MayDo(Deed.ReadWork, At = "ward")]
public sealed class WorkPriorityPage(WardbookDb db, Asker asker, PlaceTrees trees, TellResidents tell, TimeProvider clock) : WorkPage(trees)
{
    public static IReadOnlyList<Choice> Verdicts { get; } = [.. Enum.GetValues<Verdict>().Select(verdict => new Choice(verdict.ToString(), verdict.InWords()))];

    public static IReadOnlyList<Choice> Thens { get; } = [new("carry", "It is carried over"), new("close", "It is closed")];

    public ShownPriority Shown { get; private set; } = null!;

    public DateOnly Today => asker.Today;

    /// <summary>What the measure is today.</summary>
    public double? Now { get; private set; }

    /// <summary>How many people an update goes to by mail.</summary>
    public int Reached { get; private set; }

    public bool MayChange { get; private set; }

    /// <summary>Which of the page's forms was sent.</summary>
    [BindProperty]
    public string? Do { get; set; }

    [BindProperty]
    public Verdict? Verdict { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? Meeting { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public string? Then { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    /// <summary>The id of what is made, so that a form sent twice makes one.</summary>
    [BindProperty]
    public Guid New { get; set; }

    /// <summary>The state that the form was made from.</summary>
    [BindProperty]
    public int Version { get; set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid priority, CancellationToken cancel)
    {
        if (!await Find(priority, cancel))
        {
            return NotFound();
        }

        New = Guid.CreateVersion7();
        Words = PriorityWords.Draft(Shown);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid priority, CancellationToken cancel)
    {
        if (!await Find(priority, cancel))
        {
            return NotFound();
        }

        return !MayChange ? Forbid() : Do switch
        {
            "judge" => await Judge(cancel),
            "tell" => await Tell(cancel),
            _ => BadRequest(),
        };
    }

    private async Task<IActionResult> Judge(CancellationToken cancel)
    {
        if (await db.Reviews.AnyAsync(row => row.Id == New, cancel))
        {
            return LocalRedirect(Urls.WorkPriority(Ward.Code, Shown.Priority.Id));
        }

        Wrong(Verdict is null, nameof(Verdict), "Say what the meeting found");
        Wrong(string.IsNullOrWhiteSpace(Why) || Why.Trim().Length > Review.LongestWhy, nameof(Why), $"Say why, in at most {Numbers.InFigures(Review.LongestWhy)} letters");
        Wrong(string.IsNullOrWhiteSpace(Meeting) || Meeting.Trim().Length > Priority.LongestMeeting, nameof(Meeting), "Say which meeting found it");
        Wrong(Day is null || Day > Today || Day < Shown.Priority.Adopted, nameof(Day), $"Give the day of the meeting: from {Shown.Priority.Adopted.InWords()}, when it was adopted, to today");
        Wrong(Then is not ("carry" or "close"), nameof(Then), "Say whether it is carried over or closed");
        Wrong(Version != Shown.Priority.Version, nameof(Verdict), "Somebody recorded what a meeting found while you wrote: it stands above. What you wrote is still here; send it again if it is another meeting.");
        if (!ModelState.IsValid)
        {
            return Again();
        }

        var priority = await db.Priorities.SingleAsync(row => row.Id == Shown.Priority.Id, cancel);
        var review = new Review
        {
            Id = New == default ? Guid.CreateVersion7() : New,
            Priority = priority.Id,
            Day = Day!.Value,
            Meeting = Meeting!.Trim(),
            Verdict = Verdict!.Value,
            Why = Why!.Trim(),
            Closes = Then == "close",
            Measured = await Measuring.On(db, Ward, priority.Measure, priority.MeasureOf, [.. Shown.Sources.Select(source => source.Id)], Day.Value, cancel),
            Made = clock.GetUtcNow().UtcDateTime,
            MadeBy = asker.Account,
        };
        if (!priority.IsOpen)
        {
            ModelState.AddModelError(nameof(Verdict), "It is closed, so no meeting judges it any more");
            return Again();
        }

        priority.Judge(review);
        db.Reviews.Add(review);
        Done = await db.TrySaveShown(Ward.Code, cancel) ? "What the meeting found is recorded. Now tell residents." : PlaceVersions.AtOnce;
        return LocalRedirect(Urls.WorkPriority(Ward.Code, priority.Id));
    }

    private async Task<IActionResult> Tell(CancellationToken cancel)
    {
        var length = Words?.Trim().Length ?? 0;
        Wrong(length == 0, nameof(Words), "Say what residents are told");
        Wrong(length > Update.LongestWords, nameof(Words), $"Say it in at most {Numbers.InFigures(Update.LongestWords)} letters: these are {Numbers.InFigures(length)}");
        Wrong(Words?.Split('\n').Any(line => line.Trim() == "We did:") ?? false, nameof(Words), "Say what was done: after \u201CWe did\u201D stands nothing yet");
        if (!ModelState.IsValid)
        {
            return Again();
        }

        var sent = await tell.Publish(Shown, New == default ? Guid.CreateVersion7() : New, Words!.Trim(), WardName, cancel);
        Done = sent is null ? PlaceVersions.AtOnce : $"Residents can read it now{(sent == 0 ? "" : $", and {Numbers.InFigures(sent.Value)} {(sent == 1 ? "person gets" : "people get")} it by mail")}.";
        return LocalRedirect(Urls.WorkPriority(Ward.Code, Shown.Priority.Id));
    }

    private void Wrong(bool isWrong, string name, string words)
    {
        if (isWrong)
        {
            ModelState.AddModelError(name, words);
        }
    }

    /// <summary>The page with what is wrong; what was not in the form that was sent stands as it would for a new reader.</summary>
    private PageResult Again()
    {
        Words ??= PriorityWords.Draft(Shown);
        return Page();
    }

    private async Task<bool> Find(Guid id, CancellationToken cancel)
    {
        if ((await WardPriorities.Find(db, Ward, Today, cancel)).All.FirstOrDefault(shown => shown.Priority.Id == id) is not { } found)
        {
            return false;
        }

        Shown = found;
        MayChange = await asker.May(Deed.RunCycle, Ward);
        Now = found.Priority.IsOpen ? await Measuring.On(db, Ward, found.Priority.Measure, found.Priority.MeasureOf, [.. found.Sources.Select(source => source.Id)], Today, cancel) : null;
        Reached = MayChange ? (await tell.Addresses(found, cancel)).Count : 0;
        return true;
    }
}
