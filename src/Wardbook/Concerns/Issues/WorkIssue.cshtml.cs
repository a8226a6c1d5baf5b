using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Concerns.Categories;
using Wardbook.Shared;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Tables;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Concerns.Issues;

/// <summary>One issue: its place, what people said, and all that can be done with it: split, merge, rename, close, and take back.</summary>
[MayDo(Deed.RecordConcerns, At = "ward")]
public sealed class WorkIssuePage(WardbookDb db, Asker asker, PlaceTrees trees, Regrouping regrouping, TimeProvider clock) : WorkPage(trees)
{
    private const int Each = 30;

    private const string Nowhere = "none";

    public Issue Issue { get; private set; } = null!;

    public Issue? MergedInto { get; private set; }

    public IssueInOrder? InOrder { get; private set; }

    /// <summary>How many issues have a place.</summary>
    public int Of { get; private set; }

    public string About { get; private set; } = "";

    public IReadOnlyList<SaidLine> Lines { get; private set; } = [];

    public int Count { get; private set; }

    public Paging Paging { get; private set; } = Paging.None;

    public bool MayChange { get; private set; }

    /// <summary>Which of the page's forms was sent. Not in the address: whoever asks for that again asks for the page.</summary>
    [BindProperty]
    public string? Do { get; set; }

    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    [BindProperty]
    public string? Into { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public Guid New { get; set; }

    [BindProperty]
    public string? Called { get; set; }

    [BindProperty]
    public Guid? Other { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>The state that the form was made from.</summary>
    [BindProperty]
    public int Version { get; set; }

    [TempData]
    public string? Done { get; set; }

    public IReadOnlyList<Choice> Choices => [.. Lines.Select(line => line.AsChoice())];

    public IReadOnlyList<Choice> OthersChoices { get; private set; } = [];

    public IReadOnlyList<Choice> IntoChoices => [new(AskedIssue.NewOne, "A new issue"), .. OthersChoices, new(Nowhere, "No issue")];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) => await base.OnPageHandlerExecutionAsync(context, async () =>
    {
        var id = Guid.Parse((string)context.RouteData.Values["issue"]!);
        if (await db.Issues.SingleOrDefaultAsync(issue => issue.Id == id && issue.PlaceKind == Ward.Kind && issue.PlaceCode == Ward.Code) is not { } found)
        {
            context.Result = NotFound();
            return new(PageContext, [], null, this) { Canceled = true };
        }

        Issue = found;
        MayChange = await asker.May(Deed.RunCycle, Ward);
        if (HttpMethods.IsPost(Request.Method) && !MayChange)
        {
            context.Result = Forbid();
            return new(PageContext, [], null, this) { Canceled = true };
        }

        return await next();
    });

    public async Task OnGetAsync(CancellationToken cancel) => await Find(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) => Do switch
    {
        "split" => await Split(cancel),
        "rename" => await Rename(cancel),
        "merge" => await Merge(cancel),
        "close" => await Close(cancel),
        "reopen" => await Reopen(cancel),
        _ => BadRequest(),
    };

    private async Task<IActionResult> Split(CancellationToken cancel)
    {
        // Only what is in this issue: a form may name what another ward heard.
        var here = await SaidLine.In(db, Issue.Id).Where(concern => Chosen.Contains(concern.Id)).Select(concern => new { concern.Id, concern.Category }).ToListAsync(cancel);
        if (here.Count == 0)
        {
            ModelState.AddModelError(nameof(Chosen), "Tick what is about something else");
        }

        var into = Into == Nowhere || here.Count == 0 ? null : await regrouping.Read(ModelState, Ward, new(Into, Title, New), here.ConvertAll(concern => concern.Category), cancel);
        return await Change(async () =>
        {
            await regrouping.Move(here.ConvertAll(concern => concern.Id), into?.Id, cancel);
            return $"Moved to {(into is null ? "no issue" : $"\u201C{into.Title}\u201D")}: {Numbers.InFigures(here.Count)}.";
        }, cancel);
    }

    private async Task<IActionResult> Rename(CancellationToken cancel)
    {
        var called = ModelState.Words(nameof(Called), Called, Issue.LongestTitle, "Say what the issue is");
        if (Version != Issue.Version)
        {
            ModelState.AddModelError(nameof(Called), $"Somebody changed this issue while you wrote: it is now called \u201C{Issue.Title}\u201D. Yours is in the field; send it again to call it that.");
        }

        return await Change(() =>
        {
            (Issue.Title, Issue.Version) = (called, Issue.Version + 1);
            return Task.FromResult("The issue has its new name.");
        }, cancel);
    }

    private async Task<IActionResult> Merge(CancellationToken cancel)
    {
        var into = Other == Issue.Id ? null : await regrouping.OpenOne(Ward, $"{Other}", cancel);
        if (into is null)
        {
            ModelState.AddModelError(nameof(Other), Other == Issue.Id ? "An issue cannot be merged into itself: choose another" : "Choose an open issue of this ward");
        }

        return await Change(async () => $"Merged into \u201C{into!.Title}\u201D: {Numbers.InFigures(await regrouping.Merge(Issue, into, cancel))} things that people said moved there.", cancel);
    }

    private async Task<IActionResult> Close(CancellationToken cancel)
    {
        var why = ModelState.Words(nameof(Why), Why, Issue.LongestReason, "Say why");

        return await Change(() =>
        {
            Issue.Close(clock.GetUtcNow().UtcDateTime, why);
            return Task.FromResult("The issue is closed. What people said stays in it.");
        }, cancel);
    }

    private Task<IActionResult> Reopen(CancellationToken cancel) => Change(async () =>
    {
        if (Issue.MergedInto is not null)
        {
            return $"The issue is its own again, with {Numbers.InFigures(await regrouping.TakeBackMerge(Issue, cancel))} things that people said.";
        }

        Issue.Reopen();
        return "The issue is open again.";
    }, cancel);

    /// <summary>Does it, if nothing is wrong, and says what was done.</summary>
    private async Task<IActionResult> Change(Func<Task<string>> change, CancellationToken cancel)
    {
        if (ModelState.IsValid)
        {
            try
            {
                var done = await change();
                await db.SaveShown(Ward.Code, cancel);
                Done = done;
                return LocalRedirect(Urls.WorkIssue(Ward.Code, Issue.Id));
            }
            catch (Exception clash) when (clash is InvalidOperationException or DbUpdateException)
            {
                db.ChangeTracker.Clear();
                Issue = await db.Issues.SingleAsync(issue => issue.Id == Issue.Id, cancel);
                ModelState.AddModelError("", "Somebody else changed this issue at the same moment. This is how it is now.");
            }
        }

        await Find(cancel);
        return Page();
    }

    private async Task Find(CancellationToken cancel)
    {
        var issues = await WardIssues.Find(db, Ward, asker.Today, cancel);
        var all = issues.Issues.Concat(issues.Quiet).ToList();
        (InOrder, Of) = (all.Find(issue => issue.Id == Issue.Id), issues.Issues.Count);
        OthersChoices = [.. all.Where(issue => issue.Id != Issue.Id).OrderBy(issue => issue.Title, StringComparer.CurrentCulture).Select(issue => new Choice(issue.Id.ToString(), issue.Title))];
        MergedInto = Issue.MergedInto is { } other ? await db.Issues.SingleAsync(issue => issue.Id == other, cancel) : null;
        var catalogue = await Catalogue.Find(db, cancel);
        About = catalogue.NameOf(Issue.Category);
        var said = SaidLine.In(db, Issue.Id);
        Count = await said.CountAsync(cancel);
        Paging = Paging.Of(Request, Count, Each);
        Lines = await SaidLine.List(said, catalogue, Paging, cancel);
        Called ??= Issue.Title;
        New = Guid.CreateVersion7();
        ModelState.Remove(nameof(New));
    }
}
