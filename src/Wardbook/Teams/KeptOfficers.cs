using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Personal.Retention;
using Wardbook.Store;

namespace Wardbook.Teams;

/// <summary>Officers: what they are called, their number, their public name and photograph.</summary>
internal static class KeptOfficers
{
    private const int AtOnce = 200;

    public static PersonalKind Kind { get; } = new(
        "officers",
        "Officers of teams: name, number, public name and photograph, and the posts they held",
        "the last posting ended",
        "Name, number, public name and photograph are taken out. The postings stay, without a name, so that strength and turnover still add up.",
        new(2_190, "What a team did can be questioned for six years (Limitation Act 1980, section 2), and is asked of whoever served in it.", "Public task (UK GDPR, article 6(1)(e))"))
    {
        Rows = [typeof(Officer), typeof(OfficerPhotograph)],
        LetGo = async (db, before, _, cancel) =>
        {
            var day = DateOnly.FromDateTime(before);
            var old = await db.Officers
                .Where(officer => officer.Name != "" && db.Postings.Any(posting => posting.Officer == officer.Id)
                    && !db.Postings.Any(posting => posting.Officer == officer.Id && posting.CorrectedBy == null && (posting.To == null || posting.To >= day)))
                .Take(AtOnce).ToListAsync(cancel);
            foreach (var officer in old)
            {
                await Empty(db, officer, cancel);
            }

            return old.Count;
        },
        Find = async (db, person, cancel) =>
        {
            var officers = await db.Officers.AsNoTracking().Where(officer => officer.Account == person.Account && officer.Name != "").ToListAsync(cancel);
            var ids = officers.ConvertAll(officer => officer.Id);
            var photographs = await db.OfficerPhotographs.AsNoTracking().Where(photograph => ids.Contains(photograph.Id)).Select(photograph => new { photograph.Id, photograph.Made }).ToListAsync(cancel);
            var postings = await db.Postings.AsNoTracking().Where(posting => ids.Contains(posting.Officer)).OrderBy(posting => posting.From)
                .Join(db.Teams, posting => posting.Team, team => team.Id, (posting, team) => new { posting.Id, posting.From, posting.To, team.Name }).ToListAsync(cancel);
            return
            [
                .. officers.Select(officer => new PersonalItem(officer.Id.ToString(), [new("Name", officer.Name), new("Number", officer.Number), new("Public name", officer.PublicName ?? "none")])),
                .. photographs.Select(photograph => new PersonalItem(photograph.Id.ToString(), [new("Photograph", $"made {photograph.Made.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}")])),
                .. postings.Select(posting => new PersonalItem(posting.Id.ToString(),
                [
                    new("Team", posting.Name),
                    new("From", posting.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                    new("To", posting.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "no end known"),
                ])),
            ];
        },
        Erase = async (db, person, _, cancel) =>
        {
            var theirs = await db.Officers.Where(officer => officer.Account == person.Account && officer.Name != "").ToListAsync(cancel);
            foreach (var officer in theirs)
            {
                await Empty(db, officer, cancel);
            }

            return theirs.Count;
        },
    };

    private static async Task Empty(WardbookDb db, Officer officer, CancellationToken cancel)
    {
        db.OfficerPhotographs.RemoveRange(await db.OfficerPhotographs.Where(photograph => photograph.Id == officer.Id).ToListAsync(cancel));
        (officer.Name, officer.Number, officer.PublicName, officer.NameAgreed, officer.PhotographAgreed) = ("", "", null, null, null);
        officer.Version++;
    }
}
