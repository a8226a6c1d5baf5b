using System.Globalization;
using System.Text;
using Wardbook.Places;
using Wardbook.Shared;
using Wardbook.Shared.Mail;

namespace Wardbook.Concerns.Saying;

/// <summary>What is wrong with an answer, in words.</summary>
public sealed partial class SayPage
{
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
