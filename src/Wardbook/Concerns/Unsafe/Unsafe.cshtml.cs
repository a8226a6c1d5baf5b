using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Accounts.SignIn;
using Wardbook.Concerns.Map;
using Wardbook.Concerns.Saying;
using Wardbook.Places;
using Wardbook.Shared;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Concerns.Unsafe;

/// <summary>Takes pins of where people feel unsafe, without words, and shows the places that enough people named.</summary>
[Public]
public sealed class UnsafePage(WardbookDb db, LoadedSets sets, PublicPlaces places, Settings settings, TimeProvider clock) : PageModel
{
    /// <summary>From one network in a day. A school's pupils share one; what comes beyond is thanked for and not counted.</summary>
    public const int MostADay = 60;

    private const int Longest = 100;

    [BindProperty]
    public string? Spot { get; set; }

    [BindProperty]
    public string? Time { get; set; }

    [BindProperty]
    public Guid Key { get; set; }

    /// <summary>No person sees this field.</summary>
    [BindProperty]
    public string? Website { get; set; }

    [TempData]
    public string? Done { get; set; }

    public WardNow Ward { get; private set; } = null!;

    public UnsafeSpots Spots { get; private set; } = new([], 0);

    public Advice Advice => Advice.Of(settings);

    public Table Table => Spots.Table(Ward.Name);

    public IReadOnlyList<Choice> Times => [.. new[] { TimeOfDay.Morning, TimeOfDay.Afternoon, TimeOfDay.Evening, TimeOfDay.Night, TimeOfDay.Any }.Select(time => new Choice(time.ToString(), time.InWords()))];

    public IReadOnlyList<Link> Trail => [new(Ward.Name, Urls.Ward(Ward.Code)), new("Where do you feel unsafe?", null)];

    public async Task<IActionResult> OnGetAsync(string ward, CancellationToken cancel)
    {
        if (!await Find(ward, cancel))
        {
            return Redirect(Urls.Say);
        }

        ModelState.Clear();
        Key = Guid.CreateVersion7();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string ward, CancellationToken cancel)
    {
        if (!await Find(ward, cancel))
        {
            return Redirect(Urls.Say);
        }

        ModelState.Clear();
        if (!Enum.TryParse<TimeOfDay>(Time, out var time) || !Enum.IsDefined(time))
        {
            ModelState.AddModelError(nameof(Time), "Choose when");
        }

        if (await Pin(cancel) is not { } pin || !ModelState.IsValid)
        {
            return Page();
        }

        if (string.IsNullOrEmpty(Website))
        {
            await Add(pin, time, cancel);
        }

        Done = "Your pin is counted. Put another, if there is one.";
        return Redirect(Urls.Unsafe(Ward.Code));
    }

    private async Task Add(Point pin, TimeOfDay time, CancellationToken cancel)
    {
        var (today, from) = (clock.Today(), Tries.KeyOf(Tries.From(HttpContext), db.Keys));
        var shown = PublicPoints.Snap(pin, await places.In(Ward, cancel));
        var ofNetwork = db.UnsafePins.Where(row => row.FromKey == from && row.Day == today);
        if (await ofNetwork.CountAsync(cancel) >= MostADay || await db.UnsafePins.AnyAsync(row => row.Id == Key, cancel))
        {
            return;
        }

        db.UnsafePins.Add(new()
        {
            Id = Key == Guid.Empty ? Guid.CreateVersion7() : Key,
            PlaceKind = Ward.Key.Kind,
            PlaceCode = Ward.Code,
            LongitudeE7 = shown?.At.LongitudeE7,
            LatitudeE7 = shown?.At.LatitudeE7,
            Street = shown?.Name ?? "",
            Time = time,
            Day = today,
            FromKey = from,
        });
        try
        {
            await db.SaveShown(Ward.Code, cancel);
        }
        catch (DbUpdateException)
        {
            // The same form at the same moment in another window: it is there.
            db.ChangeTracker.Clear();
        }
    }

    /// <returns>Null when there is none, which the page then says.</returns>
    private async Task<Point?> Pin(CancellationToken cancel)
    {
        var asked = (Spot ?? "").Trim();
        if (asked.Length is 0 or > Longest)
        {
            ModelState.AddModelError(nameof(Spot), "Press the map, or type a postcode");
            return null;
        }

        var answer = await WhichWard.Find(db, sets, asked, null, 0, null, cancel);
        if (answer.Point is { } point && answer.Wards is [{ } found, ..])
        {
            if (found.Place.Code == Ward.Code)
            {
                return point;
            }

            ModelState.AddModelError(nameof(Spot), $"That place is in {found.Place.Name}{(found.Borough is { } borough ? $", {borough.Name}" : "")}, not in {Ward.Name}");
            return null;
        }

        ModelState.AddModelError(nameof(Spot), answer.Point is null && answer.Words.Length == 0 ? "Press the map, or type a postcode" : answer.Words);
        return null;
    }

    private async Task<bool> Find(string ward, CancellationToken cancel)
    {
        if (await WardNow.Find(sets, ward, cancel) is not { } found)
        {
            return false;
        }

        (Ward, Spots) = (found, await UnsafeSpots.Find(db, found.Code, cancel));
        return true;
    }
}

/// <summary>The same places as files.</summary>
public static class UnsafeFiles
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var format in new[] { "csv", "json" })
        {
            app.MapGet($"/wards/{{ward}}/unsafe.{format}", async (string ward, WardbookDb db, LoadedSets sets, CancellationToken cancel) =>
                await WardNow.Find(sets, ward, cancel) is { } found
                    ? (await UnsafeSpots.Find(db, found.Code, cancel)).Table(found.Name).AsFile(format, $"{found.Code}-unsafe")
                    : Results.NotFound()).Public();
        }
    }
}
