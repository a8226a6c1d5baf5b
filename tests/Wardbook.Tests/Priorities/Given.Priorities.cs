using Wardbook.Accounts;
using Wardbook.Concerns.Saying;
using Wardbook.Priorities;

namespace Wardbook;

public sealed partial class TestSite
{
    /// <summary>A priority that a meeting adopted from an issue.</summary>
    /// <param name="daysAgo">Before today; it is to be judged 90 days after.</param>
    public async Task<Guid> GivenPriority(PlaceKey ward, Guid issue, string title = "Mopeds on the pavement", int daysAgo = 10)
    {
        var adopted = DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime).AddDays(-daysAgo);
        var priority = new Priority
        {
            Id = Guid.CreateVersion7(),
            PlaceKind = ward.Kind,
            PlaceCode = ward.Code,
            Title = title,
            Reason = "Many people are afraid to walk there.",
            Adopted = adopted,
            Meeting = "the ward panel in the library",
            Measure = MeasureKind.PeopleWhoRaisedIt,
            Baseline = 6,
            JudgeBy = adopted.AddDays(90),
            Made = Clock.GetUtcNow().UtcDateTime,
        };
        await With(async db =>
        {
            db.Priorities.Add(priority);
            db.PrioritySources.Add(new() { Priority = priority.Id, Issue = issue });
            await db.SaveChangesAsync(Cancel);
        });
        return priority.Id;
    }

    /// <summary>Leaves an address under all that a person said.</summary>
    public Task GivenReach(string person, string email) => With(async db =>
    {
        foreach (var concern in db.Concerns.Where(concern => concern.PersonKey == person).ToList())
        {
            db.ConcernReaches.Add(new ConcernReach { Concern = concern.Id, Email = email, EmailKey = person, Left = concern.SaidAt });
        }

        await db.SaveChangesAsync(Cancel);
    });
}
