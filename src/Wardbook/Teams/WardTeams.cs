using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared.Kinds;
using Wardbook.Store;

namespace Wardbook.Teams;

/// <summary>Who serves a place on a day, and what is missing: what the working page, the public page and the files all show.</summary>
/// <param name="Teams">Those that are there on the day or begin later; ended ones are not.</param>
public sealed record WardTeams(PlaceKey Place, DateOnly Day, IReadOnlyList<TeamOnDay> Teams, KindList Posts, KindList Ends)
{
    /// <summary>A fixed number of queries, however many teams there are.</summary>
    public static async Task<WardTeams> Find(WardbookDb db, PlaceKey place, DateOnly day, CancellationToken cancel)
    {
        var teams = await db.Teams.AsNoTracking()
            .Where(team => team.PlaceKind == place.Kind && team.PlaceCode == place.Code && (team.To == null || team.To >= day))
            .OrderBy(team => team.From).ThenBy(team => team.Name).ToListAsync(cancel);
        var kinds = new KindList(await db.ListedKinds.AsNoTracking().OrderBy(kind => kind.Order).ThenBy(kind => kind.Name).ToListAsync(cancel));
        var (posts, ends) = (Of(kinds, KindLists.Posts), Of(kinds, KindLists.PostingEnds));
        if (teams.Count == 0)
        {
            return new(place, day, [], posts, ends);
        }

        var ids = teams.ConvertAll(team => team.Id);
        var steps = await db.Establishments.AsNoTracking().Where(row => ids.Contains(row.Team)).OrderBy(row => row.From).ThenBy(row => row.Made).ToListAsync(cancel);
        var people = await db.Postings.AsNoTracking()
            .Where(posting => ids.Contains(posting.Team) && posting.CorrectedBy == null)
            .Join(db.Officers, posting => posting.Officer, officer => officer.Id, (posting, officer) => new Posted(
                posting, officer.Name, officer.Number, officer.PublicName, officer.PhotographAgreed != null && db.OfficerPhotographs.Any(photograph => photograph.Id == officer.Id)))
            .ToListAsync(cancel);
        var beats = await db.MicroBeats.AsNoTracking().Where(beat => ids.Contains(beat.Team) && (beat.To == null || beat.To >= day)).OrderBy(beat => beat.Name).ToListAsync(cancel);
        var holders = await db.BeatOfficers.AsNoTracking().Where(holder => db.MicroBeats.Any(beat => beat.Id == holder.Beat && ids.Contains(beat.Team))).ToListAsync(cancel);
        return new(
            place, day,
            [
                .. teams.Select(team => TeamOnDay.Of(
                    team, kinds.NameOf(team.Kind), day, posts,
                    [.. people.Where(one => one.Posting.Team == team.Id)],
                    [.. steps.Where(step => step.Team == team.Id)],
                    [.. beats.Where(beat => beat.Team == team.Id).Select(beat => (beat, holders.Where(holder => holder.Beat == beat.Id).ToList()))])),
            ],
            posts, ends);
    }

    private static KindList Of(KindList kinds, string list) => new([.. kinds.All.Where(kind => kind.List == list)]);
}

/// <summary>A posting with its officer.</summary>
/// <param name="Name">Empty once erased.</param>
/// <param name="PublicName">Null while they have not agreed to one.</param>
/// <param name="HasPhotograph">There is one, and they agreed that it is public.</param>
public sealed record Posted(Posting Posting, string Name, string Number, string? PublicName, bool HasPhotograph)
{
    public string Called => Accounts.Called.AsHeading(Name);

    public Served Served => new(Posting.Officer, Posting.Days);
}

/// <summary>One kind of post in a team on a day, and over the twelve months to it.</summary>
/// <param name="Posts">How many there are; null when no establishment was ever recorded for the kind.</param>
/// <param name="Vacancies">Null when there is none for the kind in that time.</param>
public sealed record PostStrength(ListedKind Kind, int? Posts, int Held, Vacancies? Vacancies)
{
    public int Empty => Math.Max(0, (Posts ?? 0) - Held);

    public int Above => Posts is { } posts ? Math.Max(0, Held - posts) : 0;
}

/// <summary>A beat with whoever has it on the day.</summary>
/// <param name="Officer">Null when nobody has it.</param>
/// <param name="Without">Since when nobody has it; null when somebody has, or nobody ever had.</param>
public sealed record BeatOnDay(MicroBeat Beat, Posted? Officer, DateOnly? Without);
