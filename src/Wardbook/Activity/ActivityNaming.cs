using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Record.Reading;

namespace Wardbook.Activity;

/// <summary>What the record of change calls the names of kinds of activity, and what counts by itself.</summary>
public static class ActivityNaming
{
    public static RecordNaming Counts { get; } = new("counting of what was held", "what counts by itself", async (db, _, keys, cancel) =>
        await db.HeldCounts.AsNoTracking().Where(row => keys.Contains(row.Id)).Join(db.ListedKinds, row => row.Engagement, kind => kind.Id, (row, kind) => new { row.Id, row.Kind, kind.Name })
            .ToDictionaryAsync(row => row.Id, row => new NamedRecord(row.Name, Urls.ActivityKind(row.Kind)), cancel));

    public static RecordNaming Names { get; } = new("name of an activity kind", "name of a kind of activity", async (db, _, keys, cancel) =>
        await db.ActivityKindNames.AsNoTracking().Where(name => keys.Contains(name.Id)).ToDictionaryAsync(name => name.Id, name => new NamedRecord(name.Name, Urls.ActivityKind(name.Kind)), cancel));
}
