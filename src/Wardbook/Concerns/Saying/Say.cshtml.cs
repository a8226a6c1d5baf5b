using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Wardbook.Accounts;
using Wardbook.Concerns.Categories;
using Wardbook.Concerns.Handling;
using Wardbook.Places;
using Wardbook.Shared;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Kinds;
using Wardbook.Store;

namespace Wardbook.Concerns.Saying;

/// <summary>What somebody says about a ward, asked one question at a time. What was answered goes from step to step in the form: nothing is kept until it is sent.</summary>
[Public]
public sealed partial class SayPage(WardbookDb db, LoadedSets sets, Settings settings, TakeConcern taking, IDataProtectionProvider guard, TimeProvider clock) : PageModel
{
    /// <summary>What was typed, as it stands in the form.</summary>
    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? About { get; set; }

    [BindProperty]
    public string? Where { get; set; }

    [BindProperty]
    public string? Street { get; set; }

    /// <summary>A pin as latitude and longitude, or a postcode.</summary>
    [BindProperty]
    public string? Spot { get; set; }

    [BindProperty]
    public string? Time { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    /// <summary>The concern of others that says the same; <c>none</c> for none of those offered.</summary>
    [BindProperty]
    public string? Same { get; set; }

    /// <summary>No person sees this field, so whatever fills it in is none.</summary>
    [BindProperty]
    public string? Website { get; set; }

    [BindProperty]
    public string? Key { get; set; }

    /// <summary>The step whose answers are sent.</summary>
    [BindProperty]
    public SayStep Step { get; set; }

    /// <summary>A step to go back to.</summary>
    [BindProperty]
    public SayStep? To { get; set; }

    /// <summary>The answers were all shown once, so that one that is changed leads back to them.</summary>
    [BindProperty]
    public bool Checked { get; set; }

    public WardNow Ward { get; private set; } = null!;

    public Catalogue Catalogue { get; private set; } = new([]);

    public Advice Advice => Advice.Of(settings);

    /// <summary>The ward in which the pin stands, when it is another.</summary>
    public WardFound? Elsewhere { get; private set; }

    public Point? Pin { get; private set; }

    /// <summary>What others have said that may be the same.</summary>
    public IReadOnlyList<SimilarConcern> Similar { get; private set; } = [];

    public IReadOnlyList<Choice> SimilarChoices =>
    [
        .. Similar.Select(one => new Choice(one.Concern.Id.ToString(), one.Concern.PublicWords, $"Said {(one.Times == 1 ? "once" : $"{one.Times} times")}{(one.Concern.PublicPlace.Length > 0 ? $", at {one.Concern.PublicPlace}" : "")}")),
        new("none", "None of these: what I say is something else"),
    ];

    /// <summary>What to know about the category that was chosen.</summary>
    public string? CategoryAdvice => Catalogue.Of(About)?.Advice is { Length: > 0 } advice ? advice : null;

    public IReadOnlyList<Choice> Categories => [.. Catalogue.Choices(clock.Today()).Select(one => new Choice(one.Category.Code, one.Category.Name))];

    public IReadOnlyList<Choice> Places =>
    [
        new("street", "On a street, or near a place with a name"),
        new("pin", "At a place on the map, or near a postcode"),
        new("ward", $"All over {Ward.Name}, or in many places"),
    ];

    public IReadOnlyList<Choice> Times => [.. new[] { TimeOfDay.Morning, TimeOfDay.Afternoon, TimeOfDay.Evening, TimeOfDay.Night, TimeOfDay.Any }.Select(time => new Choice(time.ToString(), time.InWords()))];

    public IReadOnlyList<Link> Trail => [new(Ward.Name, Urls.Ward(Ward.Code)), new("Tell us what worries you", null)];

    /// <summary>Where, as it is checked and shown to whoever said it.</summary>
    public string WhereInWords => Where switch
    {
        "street" => Street ?? "",
        "pin" => $"A place on the map ({Spot})",
        _ => $"All over {Ward.Name}",
    };

    public TimeOfDay TimeSaid => Enum.TryParse<TimeOfDay>(Time, out var time) && Enum.IsDefined(time) ? time : TimeOfDay.Any;

    public async Task<IActionResult> OnGetAsync(string ward, CancellationToken cancel)
    {
        if (!await Begin(ward, cancel))
        {
            return Redirect(Urls.Say);
        }

        ModelState.Clear();
        (Step, Key) = (SayStep.Words, SayKey.New(guard).Text);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string ward, CancellationToken cancel)
    {
        if (!await Begin(ward, cancel))
        {
            return Redirect(Urls.Say);
        }

        ModelState.Clear();
        if (SayKey.Read(guard, Key) is not { } key)
        {
            // Not a form of ours, or one so old that its seal is gone: what was typed stays, and is asked for once more.
            Key = SayKey.New(guard).Text;
            return Page();
        }

        if (To is { } back)
        {
            Step = back == SayStep.Similar && (await FindSimilar(cancel)).Count == 0 ? SayStep.Check : back;
            return Page();
        }

        await Check(Step, cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (Step != SayStep.Check)
        {
            await Next(cancel);
            return Page();
        }

        return await Send(key, cancel);
    }

    private async Task<bool> Begin(string ward, CancellationToken cancel)
    {
        if (await WardNow.Find(sets, ward, cancel) is not { } found)
        {
            return false;
        }

        (Ward, Catalogue) = (found, await Catalogue.Find(db, cancel));
        (Words, Street, Spot, Email) = (Clean(Words, lines: true), Clean(Street), Clean(Spot), Clean(Email));
        return true;
    }

    /// <summary>The next question; after the last has been seen, the answers. An answer that became wrong meanwhile is asked for again.</summary>
    private async Task Next(CancellationToken cancel)
    {
        Step = Checked ? SayStep.Check : Step + 1;
        if (Step == SayStep.Similar && (await FindSimilar(cancel)).Count == 0)
        {
            Step = SayStep.Check;
        }

        if (Step == SayStep.Check)
        {
            for (var each = SayStep.Words; each < SayStep.Check && ModelState.IsValid; each++)
            {
                await Check(each, cancel);
                Step = ModelState.IsValid ? SayStep.Check : each;
            }

            Checked = Checked || Step == SayStep.Check;
        }
    }

    private async Task<IReadOnlyList<SimilarConcern>> FindSimilar(CancellationToken cancel)
    {
        if (Where == "pin")
        {
            await CheckSpot(cancel);
            ModelState.Clear();
        }

        return Similar = await SimilarConcerns.ForPublic(db, Catalogue, Ward.Code, Words ?? "", About ?? "", Pin, cancel);
    }

    private async Task<IActionResult> Send(SayKey key, CancellationToken cancel)
    {
        var concern = new Concern
        {
            Id = key.Id,
            PlaceKind = Ward.Key.Kind,
            PlaceCode = Ward.Code,
            Said = Words!,
            Category = About!,
            Where = Where switch { "street" => SaidWhere.Street, "pin" => SaidWhere.Pin, _ => SaidWhere.WholeWard },
            Street = Where == "street" ? Street : null,
            Pin = Pin is { } pin ? string.Create(CultureInfo.InvariantCulture, $"{pin.Latitude:0.00000},{pin.Longitude:0.00000}") : null,
            Time = TimeSaid,
            Channel = KindLists.PublicForm,
            SaidAt = clock.GetUtcNow().UtcDateTime,
        };
        if (Guid.TryParse(Same, out var same) && (await FindSimilar(cancel)).Any(one => one.Concern.Id == same))
        {
            concern.SameAs = same;
        }

        await taking.Take(concern, key.Token, string.IsNullOrEmpty(Email) ? null : Email, isTrapped: !string.IsNullOrEmpty(Website), Ward.Name, cancel);
        return Redirect($"{Urls.YourConcern(key.Token)}?sent=true");
    }
}
