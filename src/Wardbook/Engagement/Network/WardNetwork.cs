using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Engagement.Communities;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Engagement.Network;

/// <summary>The key individual network of a ward on a day: who is due to be talked with, whose consent runs out, which parts nobody covers.</summary>
/// <param name="Weeks">How often each is talked with.</param>
/// <param name="Parts">Beats and communities of the ward, each with who covers it.</param>
public sealed record WardNetwork(PlaceKey Place, DateOnly Day, int Weeks, IReadOnlyList<KnownIndividual> People, IReadOnlyList<CoveredPart> Parts)
{
    /// <summary>So many days before consent runs out it is time to ask again.</summary>
    public const int AskBefore = 30;

    /// <summary>Parts for which there is nobody who agrees and was talked with in time.</summary>
    public IReadOnlyList<CoveredPart> Uncovered => [.. Parts.Where(part => part.By.Count == 0)];

    public IReadOnlyList<KnownIndividual> Due => [.. People.Where(one => one.Person.AgreesOn(Day) && one.DueOn(Weeks) <= Day)];

    public IReadOnlyList<KnownIndividual> ToAskAgain => [.. People.Where(one => one.Person.AgreedUntil <= Day.AddDays(AskBefore))];

    /// <summary>A fixed number of queries. Names are decrypted only for whoever may read contacts, and the caller records that look.</summary>
    public static async Task<WardNetwork> Find(WardbookDb db, Settings settings, PlaceKey place, DateOnly day, CancellationToken cancel)
    {
        var people = (await db.KeyIndividuals.AsNoTracking()
                .Where(person => person.PlaceKind == place.Kind && person.PlaceCode == place.Code && person.From <= day && (person.To == null || person.To >= day))
                .Select(person => new { Person = person, Last = db.KeyInterviews.Where(talk => talk.Individual == person.Id).Max(talk => (DateOnly?)talk.Day), Talks = db.KeyInterviews.Count(talk => talk.Individual == person.Id) })
                .ToListAsync(cancel))
            .Where(row => !row.Person.IsErased)
            .Select(row => new KnownIndividual(row.Person, row.Last, row.Talks))
            .OrderBy(one => one.Person.Name, StringComparer.Create(System.Globalization.CultureInfo.CurrentCulture, ignoreCase: true))
            .ToList();
        var ids = people.ConvertAll(one => one.Person.Id);
        var covers = await db.KeyIndividualCovers.AsNoTracking().Where(cover => ids.Contains(cover.Individual)).ToListAsync(cancel);
        var communities = (await WardCommunities.Find(db, place, day, cancel)).Communities;
        var beats = await db.MicroBeats.AsNoTracking()
            .Where(beat => (beat.To == null || beat.To >= day) && db.Teams.Any(team => team.Id == beat.Team && team.PlaceKind == place.Kind && team.PlaceCode == place.Code && (team.To == null || team.To >= day)))
            .OrderBy(beat => beat.Name).Select(beat => new { beat.Id, beat.Name }).ToListAsync(cancel);
        var weeks = settings.InterviewWeeks;

        // Somebody whose consent ran out, or who was not talked with in time, covers nothing.
        List<Guid> By(Func<KeyIndividualCover, bool> of) => [.. covers.Where(of).Select(cover => cover.Individual)
            .Where(id => people.Find(one => one.Person.Id == id) is { } one && one.Person.AgreesOn(day) && one.Last is not null && one.DueOn(weeks) >= day).Distinct()];
        return new(place, day, weeks, people,
        [
            .. beats.Select(beat => new CoveredPart(beat.Id, beat.Name, IsBeat: true, By(cover => cover.Beat == beat.Id), covers.Count(cover => cover.Beat == beat.Id))),
            .. communities.Select(one => new CoveredPart(one.Community.Id, one.Community.Name, IsBeat: false, By(cover => cover.Community == one.Community.Id), covers.Count(cover => cover.Community == one.Community.Id))),
        ]);
    }
}

/// <summary>A key individual, and when somebody last talked with them.</summary>
/// <param name="Last">Null when nobody did so far.</param>
public sealed record KnownIndividual(KeyIndividual Person, DateOnly? Last, int Talks)
{
    /// <summary>The day by which the next talk is due: at once for somebody new.</summary>
    public DateOnly DueOn(int weeks) => Last?.AddDays(7 * weeks) ?? Person.From;
}

/// <summary>A beat or a community.</summary>
/// <param name="By">Who covers it: they agree, and were talked with in time.</param>
/// <param name="Named">How many are said to cover it, whether or not they count.</param>
public sealed record CoveredPart(Guid Id, string Name, bool IsBeat, IReadOnlyList<Guid> By, int Named);
