using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Record.Reading;

namespace Wardbook.Activity;

/// <summary>What the record of change calls the names of kinds of activity.</summary>
public static class ActivityNaming
{
    public static RecordNaming Names { get; } = new("name of an activity kind", "name of a kind of activity", async (db, _, keys, cancel) =>
        await db.ActivityKindNames.AsNoTracking().Where(name => keys.Contains(name.Id)).ToDictionaryAsync(name => name.Id, name => new NamedRecord(name.Name, Urls.ActivityKind(name.Kind)), cancel));
}
