using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Wardbook.Accounts;
using Wardbook.Concerns.Categories;
using Wardbook.Places;
using Wardbook.Shared;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Mail;
using Wardbook.Shared.Kinds;
using Wardbook.Store;

namespace Wardbook.Concerns.Saying;

/// <summary>What somebody says about a ward, asked one question at a time. What was answered goes from step to step in the form: nothing is kept until it is sent.</summary>
[Public]
public sealed class SayPage(WardbookDb db, LoadedSets sets, Settings settings, TakeConcern taking, IDataProtectionProvider guard, TimeProvider clock) : PageModel
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
            Step = back;
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
        await taking.Take(concern, key.Token, string.IsNullOrEmpty(Email) ? null : Email, isTrapped: !string.IsNullOrEmpty(Website), Ward.Name, cancel);
        return Redirect($"{Urls.YourConcern(key.Token)}?sent=true");
    }

    /// <summary>Says what is wrong with the answers of a step; the last step has those of all.</summary>
    private async Task Check(SayStep step, CancellationToken cancel)
    {
        if (step is SayStep.Words or SayStep.Check)
        {
            CheckWords();
        }

        if (step is SayStep.About or SayStep.Check && Catalogue.Choices(clock.Today()).All(one => one.Category.Code != About))
        {
            ModelState.AddModelError(nameof(About), "Choose what it is about. There is “Something else” at the end");
        }

        if (step is SayStep.Where or SayStep.Check)
        {
            await CheckPlace(cancel);
        }

        if (step is SayStep.When or SayStep.Check && !string.IsNullOrEmpty(Email) && !Outbox.IsAddress(Email))
        {
            ModelState.AddModelError(nameof(Email), "Type a mail address, such as name@example.org, or leave it empty");
        }

        Step = step == SayStep.Check && !ModelState.IsValid ? FirstWrong() : Step;
    }

    private SayStep FirstWrong() => ModelState.ContainsKey(nameof(Words)) ? SayStep.Words
        : ModelState.ContainsKey(nameof(About)) ? SayStep.About
        : ModelState.ContainsKey(nameof(Where)) || ModelState.ContainsKey(nameof(Street)) || ModelState.ContainsKey(nameof(Spot)) ? SayStep.Where
        : SayStep.When;

    private void CheckWords()
    {
        if (string.IsNullOrWhiteSpace(Words))
        {
            ModelState.AddModelError(nameof(Words), "Write what worries you. One sentence is enough");
        }
        else if (Words.Length > Concern.MostLetters)
        {
            ModelState.AddModelError(nameof(Words), string.Create(CultureInfo.InvariantCulture,
                $"You wrote {Words.Length:N0} letters. Say it in at most {Concern.MostLetters:N0}: what you wrote is still here, to be shortened"));
        }
    }

    private async Task CheckPlace(CancellationToken cancel)
    {
        switch (Where)
        {
            case "ward":
                break;
            case "street" when string.IsNullOrWhiteSpace(Street):
                ModelState.AddModelError(nameof(Street), "Type the name of the street or the place");
                break;
            case "street" when Street.Length > Concern.LongestStreet:
                ModelState.AddModelError(nameof(Street), $"The name must have at most {Concern.LongestStreet} letters");
                break;
            case "street":
                break;
            case "pin" when string.IsNullOrWhiteSpace(Spot):
                ModelState.AddModelError(nameof(Spot), "Press the map, or type a postcode");
                break;
            case "pin":
                await CheckSpot(cancel);
                break;
            default:
                ModelState.AddModelError(nameof(Where), "Choose where it is");
                break;
        }
    }

    private async Task CheckSpot(CancellationToken cancel)
    {
        var answer = await WhichWard.Find(db, sets, Spot!.Length > Concern.LongestStreet ? Spot[..Concern.LongestStreet] : Spot, null, 0, null, cancel);
        if (answer.Point is not { } point)
        {
            ModelState.AddModelError(nameof(Spot), answer.Words.Length > 0 && answer.Wards.Count == 0 ? answer.Words : "Press the map, or type a postcode. For the name of a street choose the answer above");
        }
        else if (answer.Wards.Count == 0)
        {
            ModelState.AddModelError(nameof(Spot), "That place is in none of the wards that are known here");
        }
        else if (answer.Wards[0].Place.Code != Ward.Code)
        {
            Elsewhere = answer.Wards[0];
            ModelState.AddModelError(nameof(Spot), $"That place is in {Elsewhere.Place.Name}{(Elsewhere.Borough is { } borough ? $", {borough.Name}" : "")}, not in {Ward.Name}");
        }
        else
        {
            Pin = point;
        }
    }

    /// <summary>As it was typed, without what cannot be seen and may do harm elsewhere.</summary>
    private static string? Clean(string? text, bool lines = false)
    {
        if (text is null)
        {
            return null;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var letter in text.Replace("\r\n", "\n", StringComparison.Ordinal))
        {
            if (!char.IsControl(letter) || (lines && letter is '\n' or '\t'))
            {
                clean.Append(letter);
            }
        }

        return clean.ToString().Trim();
    }
}
