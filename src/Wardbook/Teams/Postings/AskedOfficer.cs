using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Wardbook.Shared.Forms;
using Wardbook.Store;

namespace Wardbook.Teams.Postings;

/// <summary>Who is meant by a shoulder number and a name: somebody who is known by that number, or somebody new.</summary>
public static class AskedOfficer
{
    /// <returns>Null when something is wrong, which is said beside its field. Somebody new is added to what is saved next.</returns>
    public static async Task<Officer?> Find(WardbookDb db, ModelStateDictionary state, string? number, string? name, CancellationToken cancel)
    {
        var asked = state.Words("OfficerNumber", number, Officer.LongestNumber, "Type the shoulder number").ToUpperInvariant();
        var called = state.Words("OfficerName", name, Officer.LongestName);
        if (asked.Length == 0)
        {
            return null;
        }

        var known = await db.Officers.SingleOrDefaultAsync(officer => officer.Number == asked && officer.Name != "", cancel);
        if (known is not null)
        {
            if (called.Length > 0 && !string.Equals(called, known.Name, StringComparison.OrdinalIgnoreCase))
            {
                state.AddModelError("OfficerName", $"The number {asked} belongs to {known.Name}. If that is who you mean, leave the name empty; otherwise check the number");
                return null;
            }

            return known;
        }

        if (called.Length == 0)
        {
            state.AddModelError("OfficerName", $"Nobody has the number {asked} so far. Type the name of the officer as well");
            return null;
        }

        var added = new Officer { Id = Guid.CreateVersion7(), Name = called, Number = asked };
        db.Officers.Add(added);
        return added;
    }

    /// <summary>An officer is in a team once at a time.</summary>
    /// <param name="but">The posting that is being corrected.</param>
    public static async Task<bool> IsThere(WardbookDb db, ModelStateDictionary state, Guid officer, Guid team, DateOnly from, DateOnly? to, Guid? but, CancellationToken cancel)
    {
        var days = new Periods.DaySpan(from, to);
        var others = await db.Postings.AsNoTracking().Where(posting => posting.Officer == officer && posting.Team == team && posting.CorrectedBy == null && posting.Id != but).ToListAsync(cancel);
        if (others.Find(posting => posting.Days.Overlaps(days)) is not { } there)
        {
            return false;
        }

        state.AddModelError("From", $"This officer is posted to this team already, {there.Days.InWords()}. End that posting first");
        return true;
    }
}
