using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Concerns.Issues;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Priorities.Evidence.Timed;

/// <summary>Attaches counts by weekday and hour to the evidence about an issue, with who counted them and when.</summary>
[MayDo(Deed.RunCycle, At = "ward")]
[RequestSizeLimit(MostSent), RequestFormLimits(MultipartBodyLengthLimit = MostSent)]
public sealed class CountsPage(WardbookDb db, Asker asker, PlaceTrees trees, TimeProvider clock) : WorkPage(trees)
{
    /// <summary>In bytes; a file between this and <see cref="HourFile.Largest"/> is told to be too large in the form itself.</summary>
    private const int MostSent = 4_000_000;

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public string? First { get; set; }

    [BindProperty]
    public string? Last { get; set; }

    [BindProperty]
    public IFormFile? Table { get; set; }

    public Issue Issue { get; private set; } = null!;

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid issue, CancellationToken cancel) => await Find(issue, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid issue, Guid id, CancellationToken cancel)
    {
        if (!await Find(issue, cancel))
        {
            return NotFound();
        }

        if (await db.TimedCounts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is { } there)
        {
            return there.Issue == issue ? LocalRedirect(Urls.Evidence(Ward.Code, issue)) : NotFound();
        }

        var what = ModelState.Words(nameof(What), What, TimedCounts.LongestWhat, "Say what was counted").ReplaceLineEndings(" ");
        var source = ModelState.Words(nameof(Source), Source, TimedCounts.LongestSource, "Say who counted it and where it is kept").ReplaceLineEndings(" ");
        var first = ModelState.Day(nameof(First), First, "Give the first day that was counted");
        var last = ModelState.Day(nameof(Last), Last, "Give the last day that was counted");
        ModelState.Wrong(last < first, nameof(Last), "The last day must not be before the first");
        ModelState.Wrong(last > asker.Today, nameof(Last), "What lies in the future cannot have been counted");
        ModelState.Wrong(first < last?.AddYears(-TimedCounts.MostYears), nameof(First), $"More than {TimedCounts.MostYears} years cannot be read as one pattern: give a shorter time");
        var table = await Read(cancel);
        if (!ModelState.IsValid || table is null)
        {
            return Page();
        }

        db.TimedCounts.Add(new() { Id = id, Issue = issue, What = what, Source = source, First = first!.Value, Last = last!.Value, Counted = table.AsText, Made = clock.GetUtcNow().UtcDateTime, MadeBy = asker.Account });
        if (!await db.TrySaveShown(Ward.Code, cancel) && !await db.TimedCounts.AnyAsync(row => row.Id == id, cancel))
        {
            ModelState.AddModelError(nameof(What), PlaceVersions.AtOnce);
            return Page();
        }

        Done = $"Attached: {what}.";
        return LocalRedirect(Urls.Evidence(Ward.Code, issue));
    }

    private async Task<HourTable?> Read(CancellationToken cancel)
    {
        if (Table is not { } file)
        {
            ModelState.AddModelError(nameof(Table), "Choose the file with the table");
            return null;
        }

        if (file.Length > HourFile.Largest)
        {
            ModelState.AddModelError(nameof(Table), "The file must be 50 KB or smaller: a week has 168 hours, so it needs no more than 169 lines");
            return null;
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancel);
        var (table, wrong) = HourFile.Read(bytes.ToArray());
        foreach (var words in wrong)
        {
            ModelState.AddModelError(nameof(Table), words);
        }

        return table;
    }

    private async Task<bool> Find(Guid issue, CancellationToken cancel)
    {
        if (await NotePage.InWard(db, Ward, issue, cancel) is not { } found)
        {
            return false;
        }

        Issue = found;
        return true;
    }
}
