using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Wardbook.Accounts;
using Wardbook.Places;
using Wardbook.Shared;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Concerns.Issues;

/// <summary>What people of a ward say matters most, in order, with how sure that order is.</summary>
[Public]
public sealed class PublicIssuesPage(WardbookDb db, Asker asker, PlaceTrees trees) : PageModel
{
    public WardIssues Issues { get; private set; } = null!;

    public string Name { get; private set; } = "";

    public Table<IssueInOrder> Table => Issues.PublicTable(Name);

    public IReadOnlyList<Link> Trail => [new(Name, Urls.Ward(Issues.Ward.Code)), new("What matters most", null)];

    public string FileOf(string format) => $"{Urls.Issues(Issues.Ward.Code)}.{format}";

    public async Task<IActionResult> OnGetAsync(string ward, CancellationToken cancel)
    {
        var tree = await trees.Current();
        if (!PlaceCode.TryParse(ward, out var code) || !tree.Has(new("ward", code)))
        {
            return NotFound();
        }

        Name = tree.NameOf(new("ward", code));
        Issues = (await WardIssues.Find(db, new("ward", code), asker.Today, cancel)).ForEverybody;
        return Page();
    }
}
