using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Concerns.Answers;
using Wardbook.Concerns.Categories;
using Wardbook.Shared;
using Wardbook.Shared.Forms;
using Wardbook.Store;

namespace Wardbook.Concerns.Saying;

/// <summary>The private page of whoever said something: what they said and what became of it. Its address is the only key to it.</summary>
[Public]
public sealed class YoursPage(WardbookDb db, PlaceTrees trees, Settings settings, AnswerLetters letters, TimeProvider clock) : PageModel
{
    private ConcernLink? link;
    private AnswerPromise promise = AnswerPromise.First;

    [FromRoute]
    public string Token { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "sent")]
    public bool Sent { get; set; }

    /// <summary>Null when the address opens nothing.</summary>
    public Concern? Concern { get; private set; }

    public string PlaceName { get; private set; } = "";

    public string Category { get; private set; } = "";

    public bool HasReach { get; private set; }

    /// <summary>How many were added.</summary>
    public int Photographs { get; private set; }

    /// <summary>Which of the page's buttons was pressed.</summary>
    [BindProperty]
    public string Act { get; set; } = "";

    [BindProperty]
    public Since Since { get; set; }

    [BindProperty]
    public string? Comment { get; set; }

    /// <summary>What the team answered, the latest first.</summary>
    public IReadOnlyList<ConcernStep> Answers { get; private set; } = [];

    public Advice Advice => Advice.Of(settings);

    public static IReadOnlyList<Choice> SinceChoices { get; } = [.. new[] { Since.Better, Since.Same, Since.Worse }.Select(since => new Choice(since.ToString(), since.InWords()))];

    /// <summary>The promised time ran out: whoever asked may ask above.</summary>
    public bool CanAppeal => Concern is { Appealed: null } concern && concern.IsOverdue(Now);

    /// <summary>Weeks after the answer it is asked whether it is better; once.</summary>
    public bool CanTell => Concern is { Since: null, Answered: { } answered } && Now >= answered.AddDays(promise.AskDays);

    /// <summary>By when there is an answer, as it was promised.</summary>
    public string? DueInWords => Concern is { IsOpen: true, IsHeld: false, PausedSince: null, Due: { } due } && due >= Now
        ? $"You will have an answer by {due.InForceTime().ToString("d MMMM yyyy, HH:mm", System.Globalization.CultureInfo.InvariantCulture)}."
        : null;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Whoever came by a letter has the address it went to, and may say so.</summary>
    public bool CanConfirm => link is { Proves: true } && Concern is { Verified: null };

    public string Where => Concern! switch
    {
        { Where: SaidWhere.Street, Street: { } street } => street,
        { Where: SaidWhere.Pin } => "A place on the map",
        { Where: SaidWhere.Street } => "A street",
        _ => $"All over {PlaceName}",
    };

    public string InWords => Concern!.State switch
    {
        ConcernState.New when Concern.IsHeld => "It waits to be looked at.",
        ConcernState.New or ConcernState.TakenUp when Concern.IsOverdue(Now) => "There is no answer yet, though one was promised. We are sorry.",
        ConcernState.New => $"The team of {PlaceName} has it and has not answered yet.",
        ConcernState.TakenUp => $"The team of {PlaceName} has taken it up.",
        ConcernState.Merged when Concern.Answered is null => $"The team of {PlaceName} looks at it together with what others have said.",
        ConcernState.Merged => "It was answered together with what others have said.",
        ConcernState.NotForUs => "It is not for the police: the answer says whom it is for.",
        _ => $"It was {Concern.State.InWords()}.",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Find(cancel) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await Find(cancel))
        {
            return NotThere();
        }

        var by = new StepBy(Guid.CreateVersion7(), null, Now);
        switch (Act)
        {
            case "confirm" when CanConfirm:
                Concern!.Verified = Now;
                if (Concern.IsHeld)
                {
                    db.ConcernSteps.Add(Concern.Release(by, promise.Hours));
                }

                break;
            case "appeal" when CanAppeal:
                db.ConcernSteps.Add(Concern!.Appeal(by));
                await letters.TellRole(db, Role.Inspector, Concern.Place, "Somebody asks why there is no answer",
                    $"Somebody told the team of {PlaceName} what worries them, was promised an answer within {promise.Hours} hours, and has none. They ask you to see to it.", cancel);
                break;
            case "since" when CanTell && !Enum.IsDefined(Since):
                ModelState.Clear();
                ModelState.AddModelError(nameof(Since), "Say whether it is better");
                return Page();
            case "since" when CanTell && Comment?.Length > Concern.LongestReason * 5:
                ModelState.Clear();
                ModelState.AddModelError(nameof(Comment), $"Say it in at most {Concern.LongestReason * 5:N0} letters");
                return Page();
            case "since" when CanTell:
                db.ConcernSteps.Add(Concern!.Tell(by with { Words = Comment?.Trim() ?? "" }, Since));
                break;
            default:
                return Redirect(Urls.YourConcern(Token));
        }

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Pressed twice at once, or the team did something at the same moment: the page shows how it is now, and asks again if it must.
        }

        return Redirect(Urls.YourConcern(Token));
    }

    private async Task<bool> Find(CancellationToken cancel)
    {
        // What one person is shown by a secret address is kept nowhere on the way, and no list of pages has it.
        (Response.Headers.CacheControl, Response.Headers["X-Robots-Tag"], Response.Headers["Referrer-Policy"]) = ("no-store, private", "noindex", "no-referrer");
        var hash = SayKey.HashOf(Token);
        link = await db.ConcernLinks.AsNoTracking().SingleOrDefaultAsync(row => row.TokenHash == hash, cancel);
        Concern = link is null ? null : await db.Concerns.SingleOrDefaultAsync(row => row.Id == link.Concern, cancel);
        if (Concern is null)
        {
            return false;
        }

        PlaceName = (await trees.Current()).NameOf(Concern.Place);
        Category = (await Catalogue.Find(db, cancel)).NameOf(Concern.Category);
        promise = await AnswerPromise.Find(db, clock.Today(), cancel);
        var answeredAs = Concern.MergedInto ?? Concern.Id;
        Answers = await db.ConcernSteps.AsNoTracking().Where(step => step.Concern == answeredAs && step.Kind == StepKind.Answered).OrderByDescending(step => step.At).ToListAsync(cancel);
        Photographs = await db.ConcernPictures.CountAsync(row => row.Concern == Concern.Id, cancel);
        HasReach = await db.ConcernReaches.AnyAsync(row => row.Concern == Concern.Id, cancel);
        return true;
    }

    private PageResult NotThere()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
