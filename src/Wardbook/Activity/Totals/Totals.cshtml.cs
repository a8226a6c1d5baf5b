using Microsoft.AspNetCore.Mvc;
using Wardbook.Accounts;
using Wardbook.Places;
using Wardbook.Shared.Tables;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Activity.Totals;

/// <summary>What was done in a ward, added up.</summary>
[MayDo(Deed.ReadWork, At = "ward")]
public sealed class TotalsPage(WardbookDb db, Asker asker, PlaceTrees trees) : WorkPage(trees), IShowsTotals
{
    [BindProperty(SupportsGet = true)]
    public string? By { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    public RollUp Found { get; private set; } = null!;

    public DateOnly Today => asker.Today;

    public Paging Paging => Paging.None;

    /// <summary>The places around it that whoever asks may compare its wards in.</summary>
    public IReadOnlyList<PlaceKey> Around { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Found = await RollUp.Find(db, Places, Ward, AskedTotals.Read(ModelState, By, From, To, Kind, Today), Today, cancel);
        this.Show();
        List<PlaceKey> around = [];
        foreach (var place in Places.Places.Where(place => place != Ward && Places.Includes(place, Ward)))
        {
            if (await asker.May(Deed.ReadPerformance, place))
            {
                around.Add(place);
            }
        }

        Around = around;
    }
}

/// <summary>What both pages of totals have, for the part that they share.</summary>
public interface IShowsTotals
{
    string? By { get; set; }

    string? From { get; set; }

    string? To { get; set; }

    string? Kind { get; set; }

    RollUp Found { get; }

    DateOnly Today { get; }

    /// <summary>Which of many wards are shown.</summary>
    Paging Paging { get; }

    Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary ModelState { get; }
}

/// <inheritdoc cref="IShowsTotals"/>
public static class ShownTotals
{
    /// <summary>What the form shows is what is shown; what could not be understood stands as it was typed.</summary>
    public static void Show(this IShowsTotals page)
    {
        var asked = page.Found.Asked;
        page.Kind = page.Found.Kind?.Code;
        if (page.ModelState.IsValid)
        {
            (page.By, page.From, page.To) = (asked.By.ToString(), Shared.Forms.Asked.InField(asked.Period.First), Shared.Forms.Asked.InField(asked.Last));
        }
    }
}

/// <summary>The tables of both pages as files.</summary>
public static class TotalFiles
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var format in new[] { "csv", "json" })
        {
            app.MapGet($"/work/{{ward}}/activity/totals.{format}", (string ward, string? by, string? from, string? to, string? kind, string? table, WardbookDb db, PlaceTrees trees, Asker asker, CancellationToken cancel) =>
                File(format, ward, isWard: true, AskedTotals.Read(new(), by, from, to, kind, asker.Today), table, db, trees, asker, cancel)).MayDo(Deed.ReadWork, at: "ward");
            app.MapGet($"/performance/{{place}}/activity.{format}", (string place, string? by, string? from, string? to, string? kind, string? table, WardbookDb db, PlaceTrees trees, Asker asker, CancellationToken cancel) =>
                File(format, place, isWard: false, AskedTotals.Read(new(), by, from, to, kind, asker.Today), table, db, trees, asker, cancel)).MayDo(Deed.ReadPerformance, at: "place");
            app.MapGet($"/performance/{{place}}/priorities.{format}", async (string place, string? from, string? to, WardbookDb db, PlaceTrees trees, Asker asker, CancellationToken cancel) =>
            {
                var tree = await trees.Current();
                return PlaceOf(tree, place, isWard: false) is { } found
                    ? (await PrioritiesByCategory.Find(db, tree, found, AskedTotals.Read(new(), null, from, to, null, asker.Today).Period, cancel)).Table.AsFile(format, $"{found.Code}-priorities")
                    : Results.NotFound();
            }).MayDo(Deed.ReadPerformance, at: "place");
        }
    }

    /// <summary>The place that an address means by a code.</summary>
    internal static PlaceKey? PlaceOf(PlaceTree tree, string text, bool isWard) =>
        PlaceCode.TryParse(text, out var code) ? tree.OfCode(code).Where(one => one.Kind == "ward" == isWard).Select(one => (PlaceKey?)one).FirstOrDefault() : null;

    private static async Task<IResult> File(string format, string place, bool isWard, AskedTotals asked, string? table, WardbookDb db, PlaceTrees trees, Asker asker, CancellationToken cancel)
    {
        var tree = await trees.Current();
        return PlaceOf(tree, place, isWard) is { } found && RollUpTables.Named(await RollUp.Find(db, tree, found, asked, asker.Today, cancel), table ?? RollUpTables.Kinds) is { } named
            ? named.AsFile(format, $"{found.Code}-activity-{table ?? RollUpTables.Kinds}")
            : Results.NotFound();
    }
}
