using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Concerns.Categories;
using Wardbook.Places;
using Wardbook.Shared;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Tables;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Concerns.Issues;

/// <summary>What people said, put together into issues: the order, and what is in none yet.</summary>
[MayDo(Deed.RecordConcerns, At = "ward")]
public sealed class WorkIssuesPage(WardbookDb db, Asker asker, PlaceTrees trees, Regrouping regrouping) : WorkPage(trees)
{
    private const int Each = 30;

    public WardIssues Issues { get; private set; } = null!;

    public IReadOnlyList<SaidLine> Loose { get; private set; } = [];

    public Paging Paging { get; private set; } = Paging.None;

    public bool MayGroup { get; private set; }

    /// <summary>Only what is of this category; null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? About { get; set; }

    /// <summary>Only what is suggested together with this one, ticked; null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Like { get; set; }

    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    [BindProperty]
    public string? Into { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    /// <summary>The id that the new issue will have, so that the form sent twice makes one.</summary>
    [BindProperty]
    public Guid New { get; set; }

    [TempData]
    public string? Done { get; set; }

    public IReadOnlyList<Choice> LooseChoices => [.. Loose.Select(line => line.AsChoice())];

    public IReadOnlyList<Choice> IntoChoices => [new(AskedIssue.NewOne, "A new issue"), .. Issues.Issues.Concat(Issues.Quiet).OrderBy(issue => issue.Title, StringComparer.CurrentCulture).Select(issue => new Choice(issue.Id.ToString(), issue.Title))];

    /// <summary>The kinds that what is in no issue is of; the first stands for all.</summary>
    public IReadOnlyList<Choice> Abouts { get; private set; } = [];

    public IReadOnlyList<Suggestion> Suggestions { get; private set; } = [];

    /// <summary>The one that is looked at.</summary>
    public Suggestion? Suggested => Suggestions.FirstOrDefault(suggestion => suggestion.First == Like);

    public Table<IssueInOrder> Table => Issues.Table(WardName);

    public string Kept => About is null ? "" : $"?about={Uri.EscapeDataString(About)}";

    public string FileOf(string format) => $"{Urls.WorkIssues(Ward.Code)}.{format}";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Find(cancel);
        if (Suggested is { } suggested)
        {
            (Chosen, Into) = ([.. suggested.Concerns], suggested.Into?.Id.ToString());
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await asker.May(Deed.RunCycle, Ward))
        {
            return Forbid();
        }

        var into = await Read(cancel);
        if (into is null)
        {
            await Find(cancel);
            return Page();
        }

        var moved = await regrouping.Move(Chosen, into.Id, cancel);
        if (!await db.TrySaveShown(Ward.Code, cancel))
        {
            ModelState.AddModelError(nameof(Chosen), "Somebody else put one of these into an issue at the same moment. Look at what is left, and choose again.");
            await Find(cancel);
            return Page();
        }

        Done = $"{(moved == 1 ? "One thing" : $"{Numbers.InFigures(moved)} things")} that people said {(moved == 1 ? "is" : "are")} now in \u201C{into.Title}\u201D.";
        return LocalRedirect(Urls.WorkIssues(Ward.Code) + Kept);
    }

    /// <returns>The issue that was asked for, made if it is new; null when something is missing or wrong, which is said.</returns>
    private async Task<Issue?> Read(CancellationToken cancel)
    {
        var chosen = await db.Concerns.AsNoTracking().Where(concern => Chosen.Contains(concern.Id) && concern.PlaceKind == Ward.Kind && concern.PlaceCode == Ward.Code).Select(concern => concern.Category).ToListAsync(cancel);
        if (chosen.Count == 0 || chosen.Count < Chosen.Count)
        {
            ModelState.AddModelError(nameof(Chosen), chosen.Count == 0 ? "Choose what belongs together" : "Some of these are of another ward: choose again");
        }

        return await regrouping.Read(ModelState, Ward, new(Into, Title, New), chosen, cancel);
    }

    private async Task Find(CancellationToken cancel)
    {
        About = string.IsNullOrWhiteSpace(About) ? null : About;
        Issues = await WardIssues.Find(db, Ward, asker.Today, cancel);
        var catalogue = await Catalogue.Find(db, cancel);
        var abouts = await SaidLine.Loose(db, Ward, asker.Today, about: null).Select(concern => concern.Category).Distinct().ToListAsync(cancel);
        Abouts = [new("", "Everything"), .. abouts.Select(code => new Choice(code, catalogue.NameOf(code))).OrderBy(choice => choice.Text, StringComparer.CurrentCulture)];
        MayGroup = await asker.May(Deed.RunCycle, Ward);
        Suggestions = MayGroup ? await Suggestion.List(db, catalogue, Ward, asker.Today, cancel) : [];
        var loose = SaidLine.Loose(db, Ward, asker.Today, About);
        if (Suggested is { Concerns: var together })
        {
            loose = loose.Where(concern => together.Contains(concern.Id));
        }

        Paging = Paging.Of(Request, About is null && Suggested is null ? Issues.Loose : await loose.CountAsync(cancel), Suggested is null ? Each : int.MaxValue / 2);
        Loose = await SaidLine.List(loose, catalogue, Paging, cancel);
        New = Guid.CreateVersion7();
        ModelState.Remove(nameof(New));
    }
}

/// <summary>The order of issues as files: for those who work on it, and for everybody.</summary>
public static class IssueFiles
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var format in new[] { "csv", "json" })
        {
            app.MapGet($"/work/{{ward}}/issues.{format}", async (string ward, WardbookDb db, Asker asker, PlaceTrees trees, CancellationToken cancel) =>
                await Find(ward, db, asker, trees, cancel) is { } found ? found.Issues.Table(found.Name).AsFile(format, $"{found.Issues.Ward.Code}-issues") : Results.NotFound()).MayDo(Deed.RecordConcerns, at: "ward");
            app.MapGet($"/wards/{{ward}}/issues.{format}", async (string ward, WardbookDb db, Asker asker, PlaceTrees trees, CancellationToken cancel) =>
                await Find(ward, db, asker, trees, cancel) is { } found ? found.Issues.PublicTable(found.Name).AsFile(format, $"{found.Issues.Ward.Code}-issues") : Results.NotFound()).Public();
        }
    }

    private static async Task<(WardIssues Issues, string Name)?> Find(string text, WardbookDb db, Asker asker, PlaceTrees trees, CancellationToken cancel)
    {
        var tree = await trees.Current();
        return PlaceCode.TryParse(text, out var code) && tree.Has(new("ward", code)) ? (await WardIssues.Find(db, new("ward", code), asker.Today, cancel), tree.NameOf(new("ward", code))) : null;
    }
}
