using Wardbook.Accounts;
using Wardbook.Activity;
using Wardbook.Activity.Recording;

namespace Wardbook;

public sealed partial class TestSite
{
    /// <summary>Something that was done, recorded as the site records it.</summary>
    /// <param name="daysAgo">Before today.</param>
    public async Task<Guid> GivenDone(PlaceKey ward, string kind, double many = 1, int daysAgo = 0, Guid? priority = null, Guid? team = null, Guid? officer = null, Account? by = null, string? where = null, Guid? corrects = null, bool takenBack = false)
    {
        var record = new ActivityRecord
        {
            Id = Guid.CreateVersion7(),
            PlaceKind = ward.Kind,
            PlaceCode = ward.Code,
            Kind = kind,
            Halves = (int)(many * 2),
            Day = DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime).AddDays(-daysAgo),
            Priority = priority,
            Team = team,
            Officer = officer,
            MadeBy = by?.Id,
            Where = where,
            Made = Clock.GetUtcNow().UtcDateTime,
            Corrects = corrects,
            IsTakenBack = takenBack,
        };
        await With(async db => Assert.Equal(Saved.Recorded, await SaveActivity.Save(db, [record], Cancel)));
        return record.Id;
    }
}
