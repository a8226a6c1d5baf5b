using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Personal.Retention;
using Wardbook.Accounts.Record;

namespace Wardbook.Engagement.Network;

/// <summary>Key individuals: who they are, how to reach them, what they said.</summary>
internal static class KeptIndividuals
{
    private const int AtOnce = 100;

    /// <summary>The day that stands for "forgotten": names stand encrypted, so emptiness cannot be asked for.</summary>
    internal static readonly int Forgotten = new DateOnly(9000, 1, 1).DayNumber;

    public static PersonalKind Kind { get; } = new(
        "key individuals",
        "Key individuals: name, what they are, how to reach them, what they know, and notes of talks with them",
        "their consent ran out, or they stopped",
        "Name, role, contact, what they know and the notes are taken out. How many there were and when they were talked with stays.",
        new(60, "Whoever did not answer in time may still agree again; after that nobody may be kept who does not agree.", "Consent (UK GDPR, article 6(1)(a))"))
    {
        Rows = [typeof(KeyIndividual), typeof(KeyInterview)],
        LetGo = async (db, before, erasure, cancel) =>
        {
            var (day, forgotten) = (DateOnly.FromDateTime(before), DateOnly.FromDayNumber(Forgotten));
            var old = await db.KeyIndividuals.Where(person => person.AgreedUntil != forgotten && (person.AgreedUntil < day || person.To < day)).Take(AtOnce).ToListAsync(cancel);
            var ids = old.ConvertAll(person => person.Id);
            var talks = await db.KeyInterviews.Where(talk => ids.Contains(talk.Individual)).ToListAsync(cancel);
            old.ForEach(person => HeldOfIndividual.Empty(person, talks.Where(talk => talk.Individual == person.Id), person.To ?? person.AgreedUntil));
            await RecordedOf.Erase(db, [.. ids, .. talks.Select(talk => talk.Id)], erasure, cancel);
            return old.Count;
        },
        // They have no accounts: the team finds, takes out and erases on the page of the person.
        Find = (_, _, _) => Task.FromResult<IReadOnlyList<PersonalItem>>([]),
        Erase = (_, _, _, _) => Task.FromResult(0),
    };
}
