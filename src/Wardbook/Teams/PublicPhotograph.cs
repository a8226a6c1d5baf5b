using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Store;

namespace Wardbook.Teams;

/// <summary>The photograph of an officer as residents may see it: agreed to, and of somebody who serves there today.</summary>
public static class PublicPhotograph
{
    /// <returns>Null when there is none that is public.</returns>
    public static Task<byte[]?> Find(WardbookDb db, PlaceKey place, Guid officer, DateOnly day, CancellationToken cancel) => db.OfficerPhotographs.AsNoTracking()
        .Where(photograph => photograph.Id == officer
            && db.Officers.Any(row => row.Id == officer && row.PhotographAgreed != null)
            && db.Postings.Any(posting => posting.Officer == officer && posting.CorrectedBy == null && posting.From <= day && (posting.To == null || posting.To >= day)
                && db.Teams.Any(team => team.Id == posting.Team && team.PlaceKind == place.Kind && team.PlaceCode == place.Code && team.From <= day && (team.To == null || team.To >= day))))
        .Select(photograph => photograph.Jpeg)
        .SingleOrDefaultAsync(cancel);

    /// <summary>For whoever keeps the teams of the place: of anybody who is or was posted there.</summary>
    public static Task<byte[]?> OfAnybody(WardbookDb db, PlaceKey place, Guid officer, CancellationToken cancel) => db.OfficerPhotographs.AsNoTracking()
        .Where(photograph => photograph.Id == officer
            && db.Postings.Any(posting => posting.Officer == officer && db.Teams.Any(team => team.Id == posting.Team && team.PlaceKind == place.Kind && team.PlaceCode == place.Code)))
        .Select(photograph => photograph.Jpeg)
        .SingleOrDefaultAsync(cancel);
}
