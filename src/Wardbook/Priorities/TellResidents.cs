using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Accounts.SignIn.Links;
using Wardbook.Shared.Mail;
using Wardbook.Store;

namespace Wardbook.Priorities;

/// <summary>Publishes what residents are told, and sends it to those whose words led to the priority. In one transaction: what stands on the page is on its way.</summary>
public sealed class TellResidents(WardbookDb db, Asker asker, SiteAddress site, TimeProvider clock)
{
    /// <summary>Of each person who proved an address and said what led to it, that address, once. Addresses are deleted a while after the answer; then there is none.</summary>
    public async Task<IReadOnlyList<string>> Addresses(ShownPriority shown, CancellationToken cancel)
    {
        var issues = shown.Sources.Select(source => source.Id).ToList();
        var reaches = await db.Groupings.AsNoTracking().Where(grouping => issues.Contains(grouping.Issue) && grouping.Until == null)
            .Join(db.Concerns.Where(concern => concern.Verified != null), grouping => grouping.Concern, concern => concern.Id, (_, concern) => concern.Id)
            .Join(db.ConcernReaches, concern => concern, reach => reach.Concern, (_, reach) => new { reach.EmailKey, reach.Email })
            .ToListAsync(cancel);
        return [.. reaches.DistinctBy(reach => reach.EmailKey).Select(reach => reach.Email)];
    }

    /// <param name="id">A second time with the same id nothing is published or sent.</param>
    /// <returns>To how many it was sent; null when somebody else published at the same moment.</returns>
    public async Task<int?> Publish(ShownPriority shown, Guid id, string words, string ward, CancellationToken cancel)
    {
        if (await db.Updates.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is { } there)
        {
            return there.Sent;
        }

        var addresses = await Addresses(shown, cancel);
        db.Updates.Add(new()
        {
            Id = id,
            Priority = shown.Priority.Id,
            Review = shown.Reviews is [var last, ..] ? last.Id : null,
            Words = words,
            Published = clock.GetUtcNow().UtcDateTime,
            By = asker.Account,
            Sent = addresses.Count,
        });
        foreach (var address in addresses)
        {
            Outbox.Add(db, address, $"News of what you told the team of {ward}", $"""
                You told the police team of {ward} what worries you. It became a priority: {shown.Priority.Title}.

                {words}

                All priorities of {ward}, and what was done: {site.Of(Urls.Priorities(shown.Priority.PlaceCode))}
                """);
        }

        return await db.TrySaveShown(shown.Priority.PlaceCode, cancel) ? addresses.Count : null;
    }
}
