using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Wardbook.Store;

/// <summary>A number that grows whenever what the public pages show has changed. Pages are kept under it.</summary>
public static class DataVersion
{
    public static async Task<long> Find(WardbookDb db, CancellationToken cancel) =>
        await db.Settings.Where(setting => setting.Name == Setting.DataVersion).Select(setting => setting.Value).SingleOrDefaultAsync(cancel) is { } text
            ? long.Parse(text, CultureInfo.InvariantCulture)
            : 0;

    /// <summary>Belongs in the transaction of the change.</summary>
    public static async Task Bump(WardbookDb db, CancellationToken cancel)
    {
        if (await db.Settings.SingleOrDefaultAsync(setting => setting.Name == Setting.DataVersion, cancel) is not { } version)
        {
            db.Settings.Add(version = new() { Name = Setting.DataVersion, Value = "0" });
        }

        version.Value = (long.Parse(version.Value, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
        await db.SaveChangesAsync(cancel);
    }
}
