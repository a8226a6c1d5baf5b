using Microsoft.AspNetCore.Mvc.ModelBinding;
using Wardbook.Accounts;
using Wardbook.Shared.Forms;

namespace Wardbook.Priorities.Plans;

/// <summary>The assessment that a review brings with it: what is closed has one, also when no other step of its plan was ever written.</summary>
public static class Assessing
{
    public const string Unassessed = "It cannot be closed unassessed. Say whether the work helped, how you know and what you learnt: this becomes the assessment of its plan";

    /// <summary>Reads what was typed beside what stands in the plan. What is wrong is said beside the field.</summary>
    /// <param name="typed">Null when the form did not ask: then what stands there counts.</param>
    /// <param name="number">The number of what stood there when the form was made; 0 for nothing.</param>
    /// <param name="closes">Whether the priority ends, so that nothing is not enough.</param>
    /// <returns>What is to be written anew, null when nothing is; and a clash when somebody else wrote meanwhile.</returns>
    public static (string? Words, Clash? Clash) Read(ModelStateDictionary state, Plan plan, (string Name, string? Typed) typed, (string Name, int Number) number, bool closes)
    {
        var now = plan.Now(Sara.Assessment)?.Step;
        var words = state.Words(typed.Name, typed.Typed ?? now?.Words, PlanStep.LongestWords, closes ? Unassessed : null);
        return words.Length == 0 || words == now?.Words ? (null, null)
            : now is not null && now.Number != number.Number ? (null, Clash.Found(state, number.Name, now.Number, ("Assessment", now.Words, words)))
            : (words, null);
    }

    /// <summary>The next version of the assessment.</summary>
    public static PlanStep Next(Plan plan, string words, Asker asker, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        Priority = plan.Priority,
        Step = Sara.Assessment,
        Number = (plan.Now(Sara.Assessment)?.Step.Number ?? 0) + 1,
        Words = words,
        Made = now,
        MadeBy = asker.Account,
    };
}
