using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Places;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Tables;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Activity.Records;

/// <summary>What was done in a ward, record by record.</summary>
[MayDo(Deed.ReadWork, At = "ward")]
public sealed class ActivityPage(WardbookDb db, Asker asker, PlaceTrees trees) : WorkPage(trees)
{
    private const int Each = 50;

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Officer { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Priority { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public string[] All { get; set; } = [];

    public WardActivity Activity { get; private set; } = null!;

    public Paging Paging { get; private set; } = Paging.None;

    public bool MayRecord { get; private set; }

    public IReadOnlyList<Choice> Kinds { get; private set; } = [];

    public IReadOnlyList<Choice> Officers { get; private set; } = [];

    public IReadOnlyList<Choice> Priorities { get; private set; } = [];

    public static IReadOnlyList<Choice> AllChoices { get; } = [new("yes", "Also what was put right or taken back")];

    /// <summary>Whether anything is looked for in particular.</summary>
    public bool IsSearch { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var search = SearchIn(ModelState, Kind, Officer, Priority, From, To, All.Length > 0);
        IsSearch = search != new ActivitySearch();
        Activity = await WardActivity.Find(db, Ward, search, count => Paging = Paging.Of(Request, count, Each), cancel);
        MayRecord = await asker.May(Deed.RecordActivity, Ward);
        Kinds = [new("", "Everything"), .. Activity.Catalogue.Kinds.Select(kind => new Choice(kind.Code, kind.NameOn(asker.Today)))];
        var names = await db.Postings.Where(posting => posting.CorrectedBy == null && db.Teams.Any(team => team.Id == posting.Team && team.PlaceKind == Ward.Kind && team.PlaceCode == Ward.Code))
            .Join(db.Officers, posting => posting.Officer, officer => officer.Id, (_, officer) => new { officer.Id, officer.Name }).Distinct().ToListAsync(cancel);
        Officers = [new("", "Anybody"), .. names.Select(one => new Choice(one.Id.ToString(), Called.AsHeading(one.Name))).OrderBy(one => one.Text, StringComparer.Ordinal)];
        var priorities = await db.Priorities.Where(row => row.PlaceKind == Ward.Kind && row.PlaceCode == Ward.Code).OrderByDescending(row => row.Adopted).Select(row => new { row.Id, row.Title }).ToListAsync(cancel);
        Priorities = [new("", "Any or none"), .. priorities.Select(one => new Choice(one.Id.ToString(), one.Title))];
    }

    /// <summary>What was typed, understood; what could not be is said and not looked for.</summary>
    internal static ActivitySearch SearchIn(Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary state, string? kind, string? officer, string? priority, string? from, string? to, bool all)
    {
        state.Clear();
        var search = new ActivitySearch(string.IsNullOrEmpty(kind) ? null : kind, IdOf(officer), IdOf(priority), state.Day(nameof(From), from), state.Day(nameof(To), to), all);
        if (search.To < search.From)
        {
            state.AddModelError(nameof(To), "The last day must be on or after the first");
        }

        return search;
    }

    private static Guid? IdOf(string? text) => string.IsNullOrEmpty(text) ? null : Guid.TryParse(text, CultureInfo.InvariantCulture, out var id) ? id : Guid.Empty;
}

/// <summary>The same as files.</summary>
public static class ActivityRecordFiles
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var format in new[] { "csv", "json" })
        {
            app.MapGet($"/work/{{ward}}/activity.{format}", async (string ward, string? kind, string? officer, string? priority, string? from, string? to, string? all, WardbookDb db, CancellationToken cancel) =>
                PlaceCode.TryParse(ward, out var code)
                    ? (await WardActivity.Find(db, new("ward", code), ActivityPage.SearchIn(new(), kind, officer, priority, from, to, all is not null), _ => new(1, 1, WardActivity.MostInFile), cancel)).File.AsFile(format, $"{code}-activity")
                    : Results.NotFound()).MayDo(Deed.ReadWork, at: "ward");
        }
    }
}
