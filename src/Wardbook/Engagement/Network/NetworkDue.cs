using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Engagement.Network;

/// <summary>How much the network of a ward asks for, in numbers: nobody's name is read, so no look is recorded.</summary>
/// <param name="Talks">Key individuals with whom it is time to talk.</param>
/// <param name="Consents">Those whose agreement runs out within a month, or has.</param>
public readonly record struct NetworkDue(int Talks, int Consents)
{
    public static async Task<NetworkDue> Find(WardbookDb db, Settings settings, PlaceKey place, DateOnly day, CancellationToken cancel)
    {
        var (last, ask) = (day.AddDays(-7 * settings.InterviewWeeks), day.AddDays(WardNetwork.AskBefore));
        var forgotten = DateOnly.FromDayNumber(KeptIndividuals.Forgotten);
        var people = await db.KeyIndividuals.AsNoTracking()
            .Where(person => person.PlaceKind == place.Kind && person.PlaceCode == place.Code && person.From <= day && (person.To == null || person.To >= day) && person.AgreedUntil != forgotten)
            .Select(person => new { person.AgreedUntil, IsDue = !db.KeyInterviews.Any(talk => talk.Individual == person.Id && talk.Day > last) })
            .ToListAsync(cancel);
        return new(people.Count(person => person.IsDue && person.AgreedUntil >= day), people.Count(person => person.AgreedUntil <= ask));
    }
}
