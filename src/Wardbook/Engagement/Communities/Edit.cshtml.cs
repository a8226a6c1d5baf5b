using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Kinds;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Engagement.Communities;

/// <summary>Adds a community or changes what is written of it. The address holds the id that a new one will have.</summary>
[MayDo(Deed.RecordActivity, At = "ward")]
public sealed class EditPage(WardbookDb db, Asker asker, PlaceTrees trees) : WorkPage(trees)
{
    private KindList kinds = new([]);

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Who { get; set; }

    [BindProperty]
    public string? NoPlace { get; set; }

    [BindProperty]
    public string? Size { get; set; }

    [BindProperty]
    public string? HowKnown { get; set; }

    [BindProperty]
    public string? HowToReach { get; set; }

    [BindProperty]
    public string? Difficulty { get; set; }

    [BindProperty]
    public string? Another { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public Community? Known { get; private set; }

    public Clash? Clash { get; private set; }

    /// <summary>Communities of this ward that have the same name: asked about before a second is made.</summary>
    public IReadOnlyList<string> MayBeTheSame { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds => kinds.Choices(asker.Today, "Choose a kind", Known?.Kind);

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
        {
            return NotFound();
        }

        if (Known is { } known)
        {
            (Name, Kind, Who, NoPlace, Size) = (known.Name, known.Kind.ToString(), known.Who, known.HasNoPlace ? "yes" : null, known.Size?.ToString(CultureInfo.InvariantCulture));
            (HowKnown, HowToReach, Difficulty, Version) = (known.HowKnown, known.HowToReach, known.Difficulty, known.Version);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
        {
            return NotFound();
        }

        var name = ModelState.Words(nameof(Name), Name, Community.LongestName, "Say what the community is called");
        var kind = kinds.Chosen(Kind, asker.Today, Known?.Kind);
        if (kind is null)
        {
            ModelState.AddModelError(nameof(Kind), "Choose a kind");
        }

        var who = ModelState.Words(nameof(Who), Who, Community.LongestWords);
        var size = ModelState.Number(nameof(Size), Size, 0, Community.MostPeople, "The number must be a whole number, such as 350. Leave it empty when nobody knows");
        var known = ModelState.Words(nameof(HowKnown), HowKnown, Community.LongestWords, size is null ? null : "Say how the number is known");
        var reach = ModelState.Words(nameof(HowToReach), HowToReach, Community.LongestWords);
        var difficulty = ModelState.Words(nameof(Difficulty), Difficulty, Community.LongestWords);
        await AskWhetherTheSame(name, cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var row = Known;
        if (row is not null && row.Version != Version)
        {
            if ((row.Name, row.Kind, row.Who, row.HasNoPlace, row.Size, row.HowKnown, row.HowToReach, row.Difficulty) == (name, kind!.Id, who, NoPlace == "yes", size, known, reach, difficulty))
            {
                return LocalRedirect(Urls.Community(Ward.Code, id));
            }

            Version = row.Version;
            Clash = Clash.Found(ModelState, nameof(Version), row.Version, ("Name", row.Name, name), ("Kind", kinds.NameOf(row.Kind), kind.Name), ("Who they are", row.Who, who),
                ("About how many", row.Size?.ToString(CultureInfo.InvariantCulture), size?.ToString(CultureInfo.InvariantCulture)), ("How that is known", row.HowKnown, known), ("How to reach them", row.HowToReach, reach), ("What made it hard", row.Difficulty, difficulty));
            return Page();
        }

        if (row is null)
        {
            db.Communities.Add(row = new() { Id = id, Kind = kind!.Id, Name = name, From = asker.Today });
            db.CommunityWards.Add(new() { Id = Guid.CreateVersion7(), Community = id, PlaceKind = Ward.Kind, PlaceCode = Ward.Code });
        }
        else
        {
            row.Version++;
        }

        (row.Name, row.Kind, row.Who, row.HasNoPlace, row.Size, row.HowKnown, row.HowToReach, row.Difficulty) = (name, kind!.Id, who, NoPlace == "yes", size, known, reach, difficulty);
        Done = await db.TrySaveShown(Ward.Code, cancel) ? $"{name} is saved." : PlaceVersions.AtOnce;
        return LocalRedirect(Urls.Communities(Ward.Code));
    }

    private async Task AskWhetherTheSame(string name, CancellationToken cancel)
    {
        if (Known is not null || name.Length == 0)
        {
            return;
        }

        var here = await WardCommunities.Find(db, Ward, asker.Today, cancel);
        MayBeTheSame = [.. here.Communities.Select(one => one.Community.Name).Where(one => CommunitySearch.Matches(one, "", name) || CommunitySearch.Matches(name, "", one))];
        if (MayBeTheSame.Count > 0 && Another != "yes")
        {
            ModelState.AddModelError(nameof(Another), $"There is {string.Join(" and ", MayBeTheSame)} already. Say whether these are other people");
        }
    }

    private async Task<bool> Find(Guid id, CancellationToken cancel)
    {
        kinds = await KindList.Find(db, KindLists.Communities, cancel);
        Known = await CommunityPage.InWard(db, Ward, id, cancel);
        return Known is not null || !await db.Communities.AnyAsync(row => row.Id == id, cancel);
    }
}
