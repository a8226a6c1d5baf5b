using Microsoft.AspNetCore.Mvc;
using Wardbook.Accounts;
using Wardbook.Activity.Totals;
using Wardbook.Concerns.Shown;
using Wardbook.Crimes.Blocks;
using Wardbook.Crimes;
using Wardbook.Engagement.Calendar;
using Wardbook.Places;
using Wardbook.Priorities;
using Wardbook.Store;
using Wardbook.Teams;

namespace Wardbook.Wards;

/// <summary>A ward: where it is, who lives there, what is recorded there and what that can and cannot say.</summary>
[Public]
public sealed class WardPage(WardbookDb db, ReadOnce once, LoadedSets sets, UnpackedMonths unpacked, Asker asker, TimeProvider clock) : PlacePageModel(clock)
{
    /// <summary>How many streets the page itself lists.</summary>
    public const int Listed = 10;

    /// <summary>How much of what people have said.</summary>
    private const int SaidHere = 3;

    public WardStreets? Streets { get; private set; }

    /// <summary>Who serves it today.</summary>
    public WardTeams Teams { get; private set; } = null!;

    /// <summary>When residents can meet them.</summary>
    public PublicActivities Meet { get; private set; } = null!;

    /// <summary>What its team works on.</summary>
    public WardPriorities Priorities { get; private set; } = null!;

    /// <summary>What its teams did in the last twelve months.</summary>
    public DoneLately Done { get; private set; } = null!;

    /// <summary>The latest of what people have said, in public words.</summary>
    public SaidPublicly Said { get; private set; } = null!;

    protected override WardStreets? Nearby => Streets;

    public async Task<IActionResult> OnGetAsync(string ward, CancellationToken cancel)
    {
        if (!PlaceCode.TryParse(ward, out var code) || await PlaceCrime.Find(db, once, code, isWard: true, ReadChoice(), cancel) is not { } found)
        {
            return NotFound();
        }

        Crime = found;
        Streets = found is { Months: { } months, Figures: { } figures }
            ? await WardStreets.Find(unpacked, sets, months, figures.Window, figures.Loaded, About.Set.Id, code, cancel)
            : null;
        Teams = await WardTeams.Find(db, new("ward", code), asker.Today, cancel);
        Meet = await PublicActivities.Find(db, new("ward", code), asker.Today, cancel);
        Priorities = await WardPriorities.Find(db, new("ward", code), asker.Today, cancel);
        Done = await DoneLately.Find(db, new("ward", code), asker.Today, cancel);
        Said = await SaidPublicly.Find(db, code, SaidHere, cancel);
        ShowChoice();
        return Page();
    }
}
