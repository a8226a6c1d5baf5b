using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Wardbook.Shared.Forms;

/// <summary>Answers as they were typed, read once: what is wrong is said beside the field, and nothing that was typed is lost.</summary>
public static class Asked
{
    private static readonly string[] DayForms = ["yyyy-MM-dd", "d/M/yyyy", "d MMMM yyyy", "d MMM yyyy", "d.M.yyyy"];

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Words in one normal form, without blanks around them.</summary>
    /// <param name="missing">What is said when nothing was typed; null when nothing need be.</param>
    /// <returns>Empty when nothing was typed or something is wrong.</returns>
    public static string Words(this ModelStateDictionary state, string name, string? typed, int longest, string? missing = null)
    {
        var words = (typed ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim().Normalize(NormalizationForm.FormC);
        if (words.Length == 0 && missing is not null)
        {
            state.AddModelError(name, missing);
        }
        else if (words.Length > longest)
        {
            state.AddModelError(name, $"At most {Numbers.InFigures(longest)} letters; there are {Numbers.InFigures(words.Length)}");
            return "";
        }

        return words;
    }

    /// <inheritdoc cref="Words"/>
    /// <returns>Null when no day was typed or it is none.</returns>
    public static DateOnly? Day(this ModelStateDictionary state, string name, string? typed, string? missing = null)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            if (missing is not null)
            {
                state.AddModelError(name, missing);
            }

            return null;
        }

        // Between 1900 and 2199 lies every day that anybody means.
        if (DateOnly.TryParseExact(typed.Trim(), DayForms, British, DateTimeStyles.None, out var day) && day.Year is >= 1900 and < 2200)
        {
            return day;
        }

        state.AddModelError(name, $"\u201C{typed.Trim()}\u201D is not a day. Type one such as 27 3 2026 with strokes between: 27/3/2026");
        return null;
    }

    /// <inheritdoc cref="Words"/>
    /// <returns>Null when no time was typed or it is none.</returns>
    public static TimeOnly? Time(this ModelStateDictionary state, string name, string? typed, string? missing = null)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            if (missing is not null)
            {
                state.AddModelError(name, missing);
            }

            return null;
        }

        if (TimeOnly.TryParseExact(typed.Trim().Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant(), ["H:mm", "HH:mm", "HH:mm:ss", "H.mm", "htt", "h:mmtt", "h.mmtt"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        state.AddModelError(name, $"\u201C{typed.Trim()}\u201D is not a time. Type one such as 18:30 or 6.30pm");
        return null;
    }

    /// <inheritdoc cref="Words"/>
    /// <param name="wrong">What is said of anything but a whole number within the bounds.</param>
    public static int? Number(this ModelStateDictionary state, string name, string? typed, int least, int most, string wrong, string? missing = null)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            if (missing is not null)
            {
                state.AddModelError(name, missing);
            }

            return null;
        }

        if (int.TryParse(typed.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands, British, out var number) && number >= least && number <= most)
        {
            return number;
        }

        state.AddModelError(name, wrong);
        return null;
    }

    /// <summary>Says what is wrong beside the field, unless something is said there already.</summary>
    public static void Wrong(this ModelStateDictionary state, bool isWrong, string name, string words)
    {
        if (isWrong && state.GetFieldValidationState(name) is not ModelValidationState.Invalid)
        {
            state.AddModelError(name, words);
        }
    }

    /// <summary>As a field for a day takes it.</summary>
    public static string? InField(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>As a field for a time takes it.</summary>
    public static string? InField(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);
}
