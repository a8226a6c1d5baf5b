using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Wardbook.Accounts;
using Wardbook.Concerns;
using Wardbook.Shared;
using Wardbook.Shared.Forms;

namespace Wardbook.Activity.Recording;

/// <summary>What a form about activity was given, as it was typed.</summary>
/// <param name="Prefix">Before the names of the fields, such as <c>Lines[3].</c>; empty for none.</param>
public sealed record AskedActivity(string? Kind, string? Many, string? Where, string? Priority, string? Reference, bool IsSure, string Prefix = "")
{
    /// <summary>So long after its day an activity may be recorded.</summary>
    public const int YearsBack = 2;

    /// <summary>What stands in a form that is open.</summary>
    public static string Earliest(DateOnly today) => today.AddYears(-YearsBack).InWords();

    /// <returns>Null when it is no day on which something can have been done and be recorded.</returns>
    public static DateOnly? Day(ModelStateDictionary state, string name, string? typed, DateOnly today)
    {
        if (state.Day(name, typed, "Say on which day it was done") is not { } day)
        {
            return null;
        }

        if (day > today)
        {
            state.AddModelError(name, $"{day.InWords()} is still to come. Record what was done, once it is done");
            return null;
        }

        if (day < today.AddYears(-YearsBack))
        {
            state.AddModelError(name, $"{day.InWords()} is more than {YearsBack} years ago. Only what was done from {Earliest(today)} on is recorded here");
            return null;
        }

        return day;
    }

    /// <summary>Reads it; what is wrong is said beside each field.</summary>
    /// <param name="aims">What of the ward it can have been for.</param>
    /// <returns>Null when something is wrong.</returns>
    public ReadActivity? Read(ModelStateDictionary state, ActivityCatalogue catalogue, Aims aims, DateOnly day)
    {
        var errors = state.ErrorCount;
        if (catalogue.Of(Kind) is not { } kind)
        {
            state.AddModelError(Name(nameof(Kind)), "Choose what was done");
            return null;
        }

        if (kind.WhyNot(day) is { } why)
        {
            state.AddModelError(Name(nameof(Kind)), $"{kind.NameOn(day)} is {why}, and {day.InWords()} is not within that. Choose another kind or another day");
        }

        var amount = ReadAmount(state, kind, day);
        var where = kind.Kind.IsReferenceOnly ? "" : ReadWhere(state);
        var reference = kind.Kind.IsReferenceOnly ? ReadReference(state, kind, amount, day) : "";
        if (kind.Kind.IsReferenceOnly && !string.IsNullOrWhiteSpace(Where))
        {
            state.AddModelError(Name(nameof(Where)), $"Of {kind.On(day).Many} only how many and a reference are kept: leave out where");
        }

        var aim = string.IsNullOrEmpty(Priority) ? null : aims.Of(Priority, day);
        if (!string.IsNullOrEmpty(Priority) && aim is null)
        {
            state.AddModelError(Name(nameof(Priority)), $"Choose a priority of this ward that was worked on at {day.InWords()}, or none");
        }

        return state.ErrorCount > errors ? null : new(kind.Code, (int)amount.Halves, where.Length > 0 ? where : null, aim?.Priority, aim?.Action, reference.Length > 0 ? reference : null);
    }

    /// <remarks>A line has one field that a reader can be led to.</remarks>
    private string Name(string field) => Prefix.Length > 0 ? Prefix + nameof(Many) : field;

    private Amount ReadAmount(ModelStateDictionary state, NamedKind kind, DateOnly day)
    {
        var many = kind.On(day).Many;
        var wrong = !Amount.TryParse(Many, out var amount) ? $"\u201C{Many?.Trim()}\u201D is not a number of {many}. Type one such as 2{(kind.Kind.HasHalves ? " or 1.5" : "")}"
            : amount <= Amount.Zero ? $"At least {(kind.Kind.HasHalves ? "a half" : "1")}: what was not done is not recorded, and what was recorded by mistake is taken back on its own page"
            : !amount.IsWhole && !kind.Kind.HasHalves ? $"{Sentence(many)} are counted in whole numbers"
            : amount > Amount.Of(ActivityRecord.Most) ? $"{amount.Of(many, many)} at once cannot be right: at most {Numbers.InFigures(ActivityRecord.Most)}"
            : amount > Amount.Of(kind.Kind.AskAbove) && !IsSure ? $"{amount.Of(many, many)} at once is unusual: most records have {Numbers.InFigures(kind.Kind.AskAbove)} or fewer. If it is right, say so below and record it"
            : null;
        if (wrong is not null)
        {
            state.AddModelError(Name(nameof(Many)), string.IsNullOrWhiteSpace(Many) ? $"Say how many {many}" : wrong);
        }

        return amount;
    }

    /// <summary>Whether nothing but <see cref="IsSure"/> may be missing.</summary>
    public bool IsUnusual(ActivityCatalogue catalogue) => catalogue.Of(Kind) is { } kind && Amount.TryParse(Many, out var amount) && amount > Amount.Of(kind.Kind.AskAbove) && amount <= Amount.Of(ActivityRecord.Most);

    private string ReadWhere(ModelStateDictionary state)
    {
        var where = state.Words(Name(nameof(Where)), Where, ActivityRecord.LongestWhere);
        var details = PersonalDetails.Find(where).Where(detail => detail.Kind is DetailKind.Name or DetailKind.NumberPlate or DetailKind.Telephone or DetailKind.Email).ToList();
        if (details.Count > 0)
        {
            state.AddModelError(Name(nameof(Where)), $"Say where it was, and never who: leave out \u201C{details[0].Text}\u201D");
        }

        return where;
    }

    private string ReadReference(ModelStateDictionary state, NamedKind kind, Amount amount, DateOnly day)
    {
        var reference = (Reference ?? "").Trim();
        if (reference.Length > 0 && !Patterns.Reference().IsMatch(reference))
        {
            state.AddModelError(Name(nameof(Reference)), $"A reference alone, such as 06/12345: at most {ActivityRecord.LongestReference} letters and digits with strokes between them, and at least one digit. Nothing of what a report says is kept here");
        }
        else if (reference.Length > 0 && amount != Amount.Of(1))
        {
            state.AddModelError(Name(nameof(Reference)), $"A reference is of 1 {kind.On(day).One}: record each by itself, or leave the reference out");
        }

        return reference;
    }

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}

/// <summary>What was understood.</summary>
public sealed record ReadActivity(string Kind, int Halves, string? Where, Guid? Priority, Guid? Action, string? Reference)
{
    /// <param name="who">Who is said to have done it.</param>
    /// <param name="by">Whoever writes it down.</param>
    public ActivityRecord Make(Guid id, PlaceKey ward, DateOnly day, WhoRecords who, Guid? by, DateTime at, Guid? corrects = null, string why = "") => new()
    {
        Id = id,
        PlaceKind = ward.Kind,
        PlaceCode = ward.Code,
        Kind = Kind,
        Halves = Halves,
        Day = day,
        Where = Where,
        Priority = Priority,
        Action = Action,
        Reference = Reference,
        Team = who.Team,
        Officer = who.Officer,
        MadeBy = by,
        Made = at,
        Corrects = corrects,
        Why = why,
    };
}

/// <summary>What a reference looks like.</summary>
internal static partial class Patterns
{
    /// <summary>Letters, digits and strokes, no blank, at least one digit: a sentence is none.</summary>
    [GeneratedRegex("^(?=.{1,20}$)(?=.*[0-9])[A-Za-z0-9]+([/.-][A-Za-z0-9]+)*$")]
    public static partial Regex Reference();
}
