using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Accounts.Record;
using Wardbook.Store;

namespace Wardbook.Engagement.Network;

/// <summary>Everything that is held of one key individual: for whoever asks on their behalf, and to be erased.</summary>
public sealed record HeldOfIndividual(KeyIndividual Person, IReadOnlyList<KeyInterview> Talks, IReadOnlyList<string> Covers)
{
    /// <returns>Null when this ward has no such person, or was asked to forget them.</returns>
    public static async Task<HeldOfIndividual?> Find(WardbookDb db, PlaceKey place, Guid id, CancellationToken cancel)
    {
        if (await db.KeyIndividuals.SingleOrDefaultAsync(row => row.Id == id && row.PlaceKind == place.Kind && row.PlaceCode == place.Code, cancel) is not { IsErased: false } person)
        {
            return null;
        }

        var beats = await db.KeyIndividualCovers.Where(cover => cover.Individual == id).Join(db.MicroBeats, cover => cover.Beat, beat => beat.Id, (_, beat) => beat.Name).ToListAsync(cancel);
        var communities = await db.KeyIndividualCovers.Where(cover => cover.Individual == id).Join(db.Communities, cover => cover.Community, community => community.Id, (_, community) => community.Name).ToListAsync(cancel);
        return new(person, await db.KeyInterviews.Where(talk => talk.Individual == id).OrderByDescending(talk => talk.Day).ToListAsync(cancel), [.. beats.Concat(communities).Order(StringComparer.Ordinal)]);
    }

    /// <summary>As a file for the person. That it was taken out is recorded.</summary>
    public async Task<IResult> Export(HttpContext context, CancellationToken cancel)
    {
        await ChangeRecord.NoteNow(context.RequestServices.GetRequiredService<Database>(), Author.Of(context), new(Happened.Exported, "key individual", Person.Id.ToString()), cancel);
        return Results.Json(new
        {
            name = Person.Name,
            role = Person.Role,
            contact = Person.Contact,
            knows = Person.Knows,
            agreed = Person.Agreed,
            agreedUntil = Person.AgreedUntil,
            from = Person.From,
            to = Person.To,
            covers = Covers,
            talks = Talks.Select(talk => new { day = talk.Day, words = talk.Words }),
        });
    }

    /// <summary>Takes out everything that says who they are and what they said. That somebody was there, and when, stays.</summary>
    public static void Empty(KeyIndividual person, IEnumerable<KeyInterview> talks, DateOnly last)
    {
        (person.Name, person.Role, person.Contact, person.Knows, person.To) = ("", "", "", "", person.To < last ? person.To : last);
        person.AgreedUntil = DateOnly.FromDayNumber(KeptIndividuals.Forgotten);
        person.Version++;
        foreach (var talk in talks)
        {
            talk.Words = "";
        }
    }
}
