using Microsoft.AspNetCore.Mvc;
using Wardbook.Accounts;
using Wardbook.Accounts.Personal.Retention;
using Wardbook.Accounts.Record;
using Wardbook.Places;
using Wardbook.Shared;
using Wardbook.Shared.Tables;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Engagement.Network;

/// <summary>The key individual network of a ward. It names people, so only the team opens it, and each opening is recorded.</summary>
[MayDo(Deed.ReadContacts, At = "ward")]
public sealed class NetworkPage(WardbookDb db, Asker asker, PlaceTrees trees, Settings settings) : WorkPage(trees)
{
    public WardNetwork Network { get; private set; } = null!;

    public bool MayEdit { get; private set; }

    /// <summary>By the rule that holds: so many days after the consent ran out everything is taken out.</summary>
    public int GoneAfter { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        MayEdit = await asker.May(Deed.RecordActivity, Ward);
        Network = await WardNetwork.Find(db, settings, Ward, asker.Today, cancel);
        var rules = (await Rules.List(db, cancel))[KeptIndividuals.Kind.Name];
        GoneAfter = (rules.LastOrDefault(rule => rule.HoldsOn(asker.Today)) ?? rules[^1]).Days;
        if (Network.People.Count > 0)
        {
            await ChangeRecord.NoteReading(HttpContext, "key individual", Ward.Code.Text, null, cancel);
        }
    }
}

/// <summary>What is covered and what is not, as files: numbers and parts of the ward, nobody's name.</summary>
public static class NetworkFiles
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var format in new[] { "csv", "json" })
        {
            app.MapGet($"/work/{{ward}}/network.{format}", async (string ward, WardbookDb db, Asker asker, Settings settings, CancellationToken cancel) =>
                PlaceCode.TryParse(ward, out var code)
                    ? new Table<CoveredPart>("What the network covers", (await WardNetwork.Find(db, settings, new("ward", code), asker.Today, cancel)).Parts)
                        .Text("part", "Part of the ward", part => part.Name)
                        .Text("kind", "Kind", part => part.IsBeat ? "beat" : "community")
                        .Number("named", "People named for it", part => part.Named)
                        .Number("covering", "Agreed and talked with in time", part => part.By.Count)
                        .AsFile(format, $"{code}-network")
                    : Results.NotFound()).MayDo(Deed.ReadContacts, at: "ward");
        }

        app.MapGet("/work/{ward}/network/{id:guid}/data.json", async (string ward, Guid id, HttpContext context, WardbookDb db, CancellationToken cancel) =>
            PlaceCode.TryParse(ward, out var code) && await HeldOfIndividual.Find(db, new("ward", code), id, cancel) is { } held ? await held.Export(context, cancel) : Results.NotFound()).MayDo(Deed.ReadContacts, at: "ward");
    }
}
