using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Concerns.Answers;
using Wardbook.Concerns.Issues;
using Wardbook.Concerns.Map;
using Wardbook.Concerns.Saying;
using Wardbook.Places;
using Wardbook.Store;

namespace Wardbook.Concerns.Handling;

/// <summary>Does what the desk asks for. Nothing is saved here: the page does, once.</summary>
public sealed class DeskWork(WardbookDb db, PublicPlaces places, LoadedSets sets, AnswerLetters letters, Regrouping regrouping, Asker asker)
{
    /// <returns>What is wrong, in words, and with which field; nothing when it was done.</returns>
    public async Task<(string Field, string? Wrong)> Do(OneConcern one, OnePage asked, StepBy by, CancellationToken cancel)
    {
        var concern = one.Concern;
        return asked.Act switch
        {
            "take" when concern.State == ConcernState.New => Add(concern.TakeUp(by)),
            "release" when concern.IsHeld => Add(concern.Release(by, (await AnswerPromise.Find(db, asker.Today, cancel)).Hours)),
            "show" => await Show(one, asked, by, cancel),
            "hide" => Add(concern.Hide(by)),
            "answer" => await Answer(concern, asked, by, cancel),
            "pause" => Pause(one, asked, by),
            "resume" when concern.PausedSince is not null => Add(concern.Resume(by)),
            "merge" => await Merge(one, asked, by, cancel),
            "correct" => await Correct(one, asked, by, cancel),
            "undo" when one.Last is { } last => await Undo(concern, last, by, cancel),
            _ => ("", "That cannot be done any more: look at what was done below"),
        };
    }

    private (string, string?) Add(ConcernStep step)
    {
        db.ConcernSteps.Add(step);
        return ("", null);
    }

    private async Task<(string, string?)> Show(OneConcern one, OnePage asked, StepBy by, CancellationToken cancel)
    {
        var words = (asked.PublicWords ?? "").Trim();
        if (!one.MayBePublic)
        {
            return (nameof(asked.PublicWords), "What is about this is never shown to the public");
        }

        if (words.Length is 0 or > Concern.LongestPublic)
        {
            return (nameof(asked.PublicWords), words.Length == 0 ? "Write the words that the public reads" : $"Say it in at most {Concern.LongestPublic} letters");
        }

        if (PersonalDetails.Find(words) is { Count: > 0 } found && asked.Looked != "yes")
        {
            return (nameof(asked.PublicWords), $"These words may tell of a person: {string.Join(", ", found.Select(detail => $"{detail.Text} ({detail.Kind.InWords()})"))}. Take that out, or say that you looked and it does not");
        }

        var ward = await WardNow.Find(sets, one.Concern.PlaceCode.Text, cancel);
        return Add(one.Concern.Show(by, words, ward is null ? null : await places.Of(one.Concern, ward, cancel)));
    }

    private async Task<(string, string?)> Answer(Concern concern, OnePage asked, StepBy by, CancellationToken cancel)
    {
        var words = (asked.AnswerWords ?? "").Trim();
        if (words.Length is 0 or > Concern.LongestAnswer)
        {
            return (nameof(asked.AnswerWords), words.Length == 0 ? "Write the answer" : $"Say it in at most {Concern.LongestAnswer:N0} letters");
        }

        if (!Enum.TryParse<ConcernState>(asked.How, out var how) || how is not (ConcernState.Answered or ConcernState.PassedOn or ConcernState.NotForUs))
        {
            return (nameof(asked.How), "Choose what becomes of it");
        }

        if (concern.IsHeld || concern.State == ConcernState.Merged)
        {
            return (nameof(asked.AnswerWords), concern.IsHeld ? "It is in the heap. Take it out first" : "It was joined with another and has that one's answer");
        }

        Add(concern.Answer(by with { Words = words }, how));
        await letters.Answer(db, concern, words, by.At, cancel);
        foreach (var merged in await db.Concerns.Where(row => row.MergedInto == concern.Id && row.State == ConcernState.Merged).ToListAsync(cancel))
        {
            merged.Follow(by.At);
            await letters.Answer(db, merged, words, by.At, cancel);
        }

        return ("", null);
    }

    private (string, string?) Pause(OneConcern one, OnePage asked, StepBy by) => one switch
    {
        { Concern.Clock: null } => (nameof(asked.Pause), "Nobody waits for an answer, so no clock runs"),
        { Concern.PausedSince: not null } or { Concern.IsOpen: false } => (nameof(asked.Pause), "The clock stands still already"),
        _ when one.Pauses.Chosen(asked.Pause, asker.Today) is not { } reason => (nameof(asked.Pause), "Choose why the clock pauses"),
        _ => Add(one.Concern.Pause(by with { Words = one.Pauses.NameOf(Guid.Parse(asked.Pause!)) }, Guid.Parse(asked.Pause!))),
    };

    private async Task<(string, string?)> Merge(OneConcern one, OnePage asked, StepBy by, CancellationToken cancel)
    {
        if (!Guid.TryParse(asked.Into, out var id) || id == one.Concern.Id || await db.Concerns.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.PlaceCode == one.Concern.PlaceCode && row.MergedInto == null, cancel) is not { } into)
        {
            return (nameof(asked.Into), "Choose the concern that says the same");
        }

        if (!one.Concern.IsOpen || await db.Concerns.AnyAsync(row => row.MergedInto == one.Concern.Id, cancel))
        {
            return (nameof(asked.Into), one.Concern.IsOpen ? "Others were joined with this one. Join the other with this" : "It has an answer already");
        }

        Add(one.Concern.Merge(by, into));
        if (into.Answered is not null
            && await db.ConcernSteps.AsNoTracking().Where(step => step.Concern == id && step.Kind == StepKind.Answered).OrderByDescending(step => step.At).FirstOrDefaultAsync(cancel) is { } answer)
        {
            await letters.Answer(db, one.Concern, answer.Words, by.At, cancel);
        }

        return ("", null);
    }

    private async Task<(string, string?)> Correct(OneConcern one, OnePage asked, StepBy by, CancellationToken cancel)
    {
        if (one.Catalogue.Of(asked.Category) is not { } category || !category.HoldsOn(asker.Today))
        {
            return (nameof(asked.Category), "Choose what it is about");
        }

        if (await WardNow.Find(sets, asked.Place?.Trim(), cancel) is not { } ward)
        {
            return (nameof(asked.Place), "There is no ward of this code today. Look the code up on the page of the ward");
        }

        // It leaves what the public reads until somebody of the right team, or with the right category, has looked again.
        if (one.Concern.Moderation == Moderation.Public && (category.IsNeverPublic || ward.Code != one.Concern.PlaceCode))
        {
            Add(one.Concern.Hide(new(Guid.CreateVersion7(), by.Account, by.At)));
        }

        var left = ward.Code == one.Concern.PlaceCode ? null : await regrouping.Leave(one.Concern.Id, by.At, cancel);
        var words = $"{one.Catalogue.NameOf(one.Concern.Category)}, {one.Concern.PlaceCode}{(left is null ? "" : $", out of the issue \u201C{left}\u201D")}";
        return Add(one.Concern.Correct(by with { Words = words }, category.Code, ward.Code));
    }

    private async Task<(string, string?)> Undo(Concern concern, ConcernStep last, StepBy by, CancellationToken cancel)
    {
        var tracked = await db.ConcernSteps.SingleAsync(step => step.Id == last.Id, cancel);
        return Add(concern.Undo(by with { Words = last.Was.Place == concern.PlaceCode ? "" : await BackToItsIssue(concern, last, by, cancel) }, tracked));
    }

    /// <returns>In words, what became of it.</returns>
    private async Task<string> BackToItsIssue(Concern concern, ConcernStep last, StepBy by, CancellationToken cancel)
    {
        var left = await regrouping.Leave(concern.Id, by.At, cancel);
        var back = await regrouping.ComeBack(concern.Id, last.At, cancel);
        string[] words =
        [
            left is null ? "" : $"out of the issue \u201C{left}\u201D",
            back is not { } one ? "" : one.IsBack ? $"back in the issue \u201C{one.Title}\u201D" : $"not back in the issue \u201C{one.Title}\u201D, which was closed meanwhile: it is in none",
        ];
        return string.Join(", ", words.Where(part => part.Length > 0));
    }
}
