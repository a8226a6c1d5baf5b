using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Periods;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Activity.Recording;

/// <summary>For which team, and as which of its officers, somebody records what was done in a ward on a day.</summary>
/// <param name="Team">Null when the ward had none that day.</param>
/// <param name="Officer">Null when whoever records is not posted to a team of the ward and never was: an inspector, say.</param>
/// <param name="Problem">Why nothing of that day can be recorded; null when it can.</param>
public sealed record WhoRecords(Guid? Team, string TeamName, Guid? Officer, string? Problem)
{
    public static async Task<WhoRecords> Find(WardbookDb db, PlaceKey ward, Guid? account, DateOnly day, CancellationToken cancel)
    {
        var postings = await db.Postings.AsNoTracking()
            .Where(posting => posting.CorrectedBy == null)
            .Join(db.Officers.Where(officer => officer.Account == account && account != null), posting => posting.Officer, officer => officer.Id, (posting, officer) => posting)
            .Join(db.Teams.Where(team => team.PlaceKind == ward.Kind && team.PlaceCode == ward.Code), posting => posting.Team, team => team.Id, (posting, team) => new { Posting = posting, team.Name, TeamFrom = team.From, TeamTo = team.To })
            .OrderBy(row => row.Posting.From)
            .ToListAsync(cancel);
        var served = postings
            .Select(row => (row.Posting, row.Name, Days: row.Posting.Days.Both(new(row.TeamFrom, row.TeamTo))))
            .Where(row => row.Days is not null)
            .Select(row => (row.Posting, row.Name, Days: row.Days!.Value))
            .ToList();
        if (served.FirstOrDefault(row => row.Days.Contains(day)) is { Posting: not null } here)
        {
            return new(here.Posting.Team, here.Name, here.Posting.Officer, null);
        }

        if (served.Count > 0)
        {
            return new(null, "", null, Why([.. served.Select(row => (row.Name, row.Days))], day));
        }

        var team = await db.Teams.AsNoTracking()
            .Where(team => team.PlaceKind == ward.Kind && team.PlaceCode == ward.Code && team.From <= day && (team.To == null || team.To >= day))
            .OrderBy(team => team.From).ThenBy(team => team.Name)
            .Select(team => new { team.Id, team.Name })
            .FirstOrDefaultAsync(cancel);
        return new(team?.Id, team?.Name ?? "", null, null);
    }

    private static string Why(IReadOnlyList<(string Name, DaySpan Days)> served, DateOnly day)
    {
        var before = served.LastOrDefault(one => one.Days.Last < day);
        var (name, days) = before.Name is null ? served[0] : before;
        return before.Name is null
            ? $"You were posted to the {name} from {days.First.InWords()} on. Of {day.InWords()} somebody who was there then can record"
            : $"Your posting to the {name} ended on {days.Last!.Value.InWords()}. Of {day.InWords()} somebody who was there then can record";
    }
}
