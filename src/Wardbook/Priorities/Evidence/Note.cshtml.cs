using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Concerns.Issues;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Priorities.Evidence;

/// <summary>Writes one part of the evidence anew. What stood there stays; two people who write at once lose nothing.</summary>
[MayDo(Deed.RunCycle, At = "ward")]
public sealed class NotePage(WardbookDb db, Asker asker, PlaceTrees trees, TimeProvider clock) : WorkPage(trees)
{
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>The number of what stood there when the form was made; 0 while nothing did.</summary>
    [BindProperty]
    public int Version { get; set; }

    public EvidencePart Part { get; private set; }

    public Issue Issue { get; private set; } = null!;

    public IReadOnlyList<Choice> CrimeChoices { get; private set; } = [];

    public Clash? Clash { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid issue, string part, CancellationToken cancel)
    {
        if (!await Find(issue, part, cancel))
        {
            return NotFound();
        }

        var now = await Latest(cancel);
        (Words, Version) = (now?.Words, now?.Number ?? 0);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid issue, string part, CancellationToken cancel)
    {
        if (!await Find(issue, part, cancel))
        {
            return NotFound();
        }

        var isCrime = Part is EvidencePart.Crime;
        var words = ModelState.Words(nameof(Words), Words, EvidenceNote.LongestWords, isCrime ? null : "Write it. When nothing is known, say so and what you looked at");
        ModelState.Wrong(isCrime && CrimeChoices.All(choice => choice.Value != words), nameof(Words), "Choose a kind of crime that is loaded, or none");
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var now = await Latest(cancel);
        if ((now?.Words ?? (isCrime ? "" : null)) == words)
        {
            return Saved();
        }

        if (now is not null && now.Number != Version)
        {
            return Clashed(now, words);
        }

        db.EvidenceNotes.Add(new() { Id = Guid.CreateVersion7(), Issue = issue, Part = Part, Number = (now?.Number ?? 0) + 1, Words = words, Made = clock.GetUtcNow().UtcDateTime, MadeBy = asker.Account });
        return await db.TrySaveShown(Ward.Code, cancel) || await Latest(cancel) is not { } first || first.Words == words ? Saved() : Clashed(first, words);
    }

    private LocalRedirectResult Saved()
    {
        Done = $"{Part.InWords()}: saved.";
        return LocalRedirect(Urls.Evidence(Ward.Code, Issue.Id));
    }

    private PageResult Clashed(EvidenceNote now, string words)
    {
        Version = now.Number;
        Clash = Clash.Found(ModelState, nameof(Version), now.Number, (Part.InWords(), Said(now.Words), Said(words)));
        return Page();
    }

    /// <summary>A kind of crime by its name.</summary>
    private string Said(string words) => Part is EvidencePart.Crime ? CrimeChoices.FirstOrDefault(choice => choice.Value == words)?.Text ?? words : words;

    private Task<EvidenceNote?> Latest(CancellationToken cancel) =>
        db.EvidenceNotes.AsNoTracking().Where(row => row.Issue == Issue.Id && row.Part == Part).OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancel);

    private async Task<bool> Find(Guid issue, string part, CancellationToken cancel)
    {
        if (await InWard(db, Ward, issue, cancel) is not { } found)
        {
            return false;
        }

        (Issue, Part) = (found, Enum.Parse<EvidencePart>(part, ignoreCase: true));
        CrimeChoices = Part is not EvidencePart.Crime ? []
            : [new("", "None in particular: all crime"), .. await db.CrimeCategories.AsNoTracking().OrderBy(row => row.Name).Select(row => new Choice(row.Slug, row.Name, null)).ToListAsync(cancel)];
        return true;
    }

    /// <returns>Null when the ward has no such issue.</returns>
    internal static Task<Issue?> InWard(WardbookDb db, PlaceKey ward, Guid issue, CancellationToken cancel) =>
        db.Issues.AsNoTracking().SingleOrDefaultAsync(row => row.Id == issue && row.PlaceKind == ward.Kind && row.PlaceCode == ward.Code, cancel);
}
