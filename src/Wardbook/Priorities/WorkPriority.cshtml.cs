using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Priorities.Plans;
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

    public Plan Plan { get; private set; } = null!;

    /// <summary>Of this priority.</summary>
    public IReadOnlyList<ShownAction> Actions { get; private set; } = [];

    /// <summary>Who owns it, in a sentence.</summary>
    public string Owner { get; private set; } = "";

    /// <summary>Somebody else wrote the assessment meanwhile.</summary>
    public Clash? Clash { get; private set; }

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
    public string? Day { get; set; }

    [BindProperty]
    public string? Then { get; set; }

    /// <summary>Whether the work helped, for the plan.</summary>
    [BindProperty]
    public string? Assessment { get; set; }

    /// <summary>The number of the assessment that stood in the plan when the form was made; 0 for none.</summary>
    [BindProperty]
    public int Assessed { get; set; }

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
        (Assessment, Assessed) = (Plan.Now(Sara.Assessment)?.Step.Words, Plan.Now(Sara.Assessment)?.Step.Number ?? 0);
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

        ModelState.Wrong(Verdict is null, nameof(Verdict), "Say what the meeting found");
        var why = ModelState.Words(nameof(Why), Why, Review.LongestWhy, "Say why the meeting says so");
        var meeting = ModelState.Words(nameof(Meeting), Meeting, Priority.LongestMeeting, "Say which meeting found it");
        var day = ModelState.Day(nameof(Day), Day, "Give the day of the meeting");
        ModelState.Wrong(day > Today || day < Shown.Priority.Adopted, nameof(Day), $"Give the day of the meeting: from {Shown.Priority.Adopted.InWords()}, when it was adopted, to today");
        ModelState.Wrong(Then is not ("carry" or "close"), nameof(Then), "Say whether it is carried over or closed");
        ModelState.Wrong(Version != Shown.Priority.Version, nameof(Verdict), "Somebody recorded what a meeting found while you wrote: it stands above. What you wrote is still here; send it again if it is another meeting.");
        var (assessment, clash) = Assessing.Read(ModelState, Plan, (nameof(Assessment), Assessment), (nameof(Assessed), Assessed), Then == "close");
        if (clash is not null)
        {
            (Clash, Assessed) = (clash, Plan.Now(Sara.Assessment)!.Step.Number);
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var priority = await db.Priorities.SingleAsync(row => row.Id == Shown.Priority.Id, cancel);
        var review = new Review
        {
            Id = New == default ? Guid.CreateVersion7() : New,
            Priority = priority.Id,
            Day = day!.Value,
            Meeting = meeting,
            Verdict = Verdict!.Value,
            Why = why,
            Closes = Then == "close",
            Measured = await Measuring.On(db, Ward, priority.Measure, priority.MeasureOf, [.. Shown.Sources.Select(source => source.Id)], day.Value, cancel),
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
        if (assessment is not null)
        {
            db.PlanSteps.Add(Assessing.Next(Plan, assessment, asker, review.Made));
        }

        if (!await db.TrySaveShown(Ward.Code, cancel))
        {
            // Nothing that was typed is lost: the page shows what stands there now.
            await Find(priority.Id, cancel);
            ModelState.AddModelError("", PlaceVersions.AtOnce);
            return Again();
        }

        Done = "What the meeting found is recorded. Now tell residents.";
        return LocalRedirect(Urls.WorkPriority(Ward.Code, priority.Id));
    }

    private async Task<IActionResult> Tell(CancellationToken cancel)
    {
        var words = ModelState.Words(nameof(Words), Words, Update.LongestWords, "Say what residents are told");
        ModelState.Wrong(words.Split('\n').Any(line => line.Trim() == "We did:"), nameof(Words), "Say what was done: after \u201CWe did\u201D stands nothing yet");
        if (!ModelState.IsValid)
        {
            return Again();
        }

        var sent = await tell.Publish(Shown, New == default ? Guid.CreateVersion7() : New, words, WardName, cancel);
        Done = sent is null ? PlaceVersions.AtOnce : $"Residents can read it now{(sent == 0 ? "" : $", and {Numbers.InFigures(sent.Value)} {(sent == 1 ? "person gets" : "people get")} it by mail")}.";
        return LocalRedirect(Urls.WorkPriority(Ward.Code, Shown.Priority.Id));
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
        Plan = await Plan.Of(db, id, cancel);
        var actions = await WardActions.Find(db, Places, Ward, Today, cancel, [Plan.Owner?.OwnerOfficer]);
        Actions = [.. actions.Of(id)];
        Owner = Plan.Owner is not { } own ? "Nobody owns it yet."
            : $"{PlanWords.Capital(actions.Owners.NameOf(own.Owner))} owns it{(actions.Owners.HasLeft(own.Owner) && found.Priority.IsOpen ? " and has left the team: choose a new owner" : "")}.";
        MayChange = await asker.May(Deed.RunCycle, Ward);
        Now = found.Priority.IsOpen ? await Measuring.On(db, Ward, found.Priority.Measure, found.Priority.MeasureOf, [.. found.Sources.Select(source => source.Id)], Today, cancel) : null;
        Reached = MayChange ? (await tell.Addresses(found, cancel)).Count : 0;
        return true;
    }
}
