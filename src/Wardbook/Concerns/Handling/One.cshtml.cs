using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Accounts.Record;
using Wardbook.Concerns.Answers;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Concerns.Handling;

/// <summary>Reads, answers and moderates one concern. Each form carries the version it was drawn from and the id of the step it asks for.</summary>
[MayDo(Deed.RecordConcerns, At = "ward")]
public sealed class OnePage(WardbookDb db, PlaceTrees trees, Asker asker, DeskWork work, TimeProvider clock) : WorkPage(trees)
{
    public OneConcern One { get; private set; } = null!;

    public Concern Concern => One.Concern;

    /// <summary>What is to be done: the name of one of the forms.</summary>
    [BindProperty]
    public string Act { get; set; } = "";

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Of the step that a form asks for: each form has its own.</summary>
    [BindProperty]
    public Guid StepId { get; set; }

    [BindProperty]
    public string? PublicWords { get; set; }

    /// <summary>A person looked at what may tell of somebody and says that it does not.</summary>
    [BindProperty]
    public string? Looked { get; set; }

    [BindProperty]
    public string? AnswerWords { get; set; }

    [BindProperty]
    public string? How { get; set; }

    [BindProperty]
    public string? Pause { get; set; }

    [BindProperty]
    public string? Into { get; set; }

    [BindProperty]
    public string? Category { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [TempData]
    public string? Done { get; set; }

    /// <summary>Somebody else did something meanwhile.</summary>
    public bool IsOutrun { get; private set; }

    public static IReadOnlyList<Choice> Hows { get; } =
    [
        new(nameof(ConcernState.Answered), "We answer it", "What you have done, will do, or cannot do and why"),
        new(nameof(ConcernState.PassedOn), "We passed it on", "Say to whom, and how they can be reached"),
        new(nameof(ConcernState.NotForUs), "It is not for the police", "Say whom it is for"),
    ];

    public IReadOnlyList<Choice> Categories => [.. One.Catalogue.Choices(asker.Today).Select(one => new Choice(one.Category.Code, One.Catalogue.NameOf(one.Category.Code)))];

    public IReadOnlyList<Choice> Similar => [.. One.Similar.Select(one => new Choice(
        one.Concern.Id.ToString(), one.Concern.Said.Length > 120 ? one.Concern.Said[..120] + "…" : one.Concern.Said,
        $"{One.Catalogue.NameOf(one.Concern.Category)}, said {(one.Times == 1 ? "once" : $"{one.Times} times")}{(one.Concern.Id == Concern.SameAs ? "; whoever said this chose it as the same" : "")}"))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
        {
            return NotFound();
        }

        PublicWords = Concern.PublicWords.Length > 0 ? Concern.PublicWords : PersonalDetails.Without(Concern.Said);
        (Category, Place) = (Concern.Category, Concern.PlaceCode.Text);
        await ChangeRecord.NoteReading(HttpContext, "concern", id.ToString(), null, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
        {
            return NotFound();
        }

        // A form sent twice: the step is there.
        if (await db.ConcernSteps.AnyAsync(step => step.Id == StepId, cancel))
        {
            return Redirect(Urls.WorkConcern(Ward.Code, id));
        }

        if (Version != Concern.Version)
        {
            IsOutrun = true;
            return Shown();
        }

        var by = new StepBy(StepId == Guid.Empty ? Guid.CreateVersion7() : StepId, asker.Account, clock.GetUtcNow().UtcDateTime);
        var (field, wrong) = await work.Do(One, this, by, cancel);
        if (wrong is not null)
        {
            ModelState.Clear();
            ModelState.AddModelError(field, wrong);
            return Shown();
        }

        try
        {
            await db.SaveShown(Ward.Code, cancel);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            await Find(id, cancel);
            IsOutrun = true;
            return Shown();
        }

        Done = One.Steps.Count == 0 && Act == "take" ? "You have taken it up." : "It is done.";
        return Redirect(Concern.PlaceCode == Ward.Code ? Urls.WorkConcern(Ward.Code, id) : Urls.WorkConcerns(Ward.Code));
    }

    /// <summary>What was typed stays; what was not is as it is now.</summary>
    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Shown()
    {
        Category ??= Concern.Category;
        Place ??= Concern.PlaceCode.Text;
        PublicWords ??= Concern.PublicWords.Length > 0 ? Concern.PublicWords : PersonalDetails.Without(Concern.Said);
        ModelState.Remove(nameof(Version));
        ModelState.Remove(nameof(StepId));
        return Page();
    }

    private async Task<bool> Find(Guid id, CancellationToken cancel)
    {
        if (await OneConcern.Find(db, Ward, id, cancel) is not { } found)
        {
            return false;
        }

        One = found;
        return true;
    }
}
