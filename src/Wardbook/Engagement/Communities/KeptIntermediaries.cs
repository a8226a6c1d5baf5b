using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Personal.Retention;
using Wardbook.Accounts.Record;

namespace Wardbook.Engagement.Communities;

/// <summary>People through whom communities are reached.</summary>
internal static class KeptIntermediaries
{
    private const int AtOnce = 200;

    public static PersonalKind Kind { get; } = new(
        "intermediaries",
        "People through whom communities are reached: name, what they are to the community, how to reach them",
        "they stopped",
        "Name, role and contact are taken out. That there was somebody stays.",
        new(90, "Whoever stopped may be asked once more who comes after them; after that nobody needs their name.", "Consent (UK GDPR, article 6(1)(a))"))
    {
        Rows = [typeof(Intermediary)],
        LetGo = async (db, before, erasure, cancel) =>
        {
            var day = DateOnly.FromDateTime(before);
            // The name stands encrypted, so what is empty cannot be asked for: a later day of agreement than the last day marks it.
            var old = await db.Intermediaries.Where(one => one.To < day && one.Agreed <= one.To).Take(AtOnce).ToListAsync(cancel);
            old.ForEach(one => Empty(one, one.To!.Value));
            await RecordedOf.Erase(db, old.Select(one => one.Id), erasure, cancel);
            return old.Count;
        },
        // They have no accounts: the team finds, takes out and erases on the page of the community.
        Find = (_, _, _) => Task.FromResult<IReadOnlyList<PersonalItem>>([]),
        Erase = (_, _, _, _) => Task.FromResult(0),
    };

    internal static void Empty(Intermediary person, DateOnly last)
    {
        (person.Name, person.Role, person.Contact, person.To) = ("", "", "", person.To ?? last);
        person.Agreed = DateOnly.MaxValue.AddYears(-1);
        person.Version++;
    }
}
