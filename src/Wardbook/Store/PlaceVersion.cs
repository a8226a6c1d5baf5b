using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Wardbook.Places;

namespace Wardbook.Store;

/// <summary>Changes whenever what a place's public pages show of its people and their work has changed. Pages below its address are kept under it.</summary>
/// <remarks>Figures of many places change together, with <see cref="DataVersion"/>; a team or a meeting changes the pages of one.</remarks>
public sealed class PlaceVersion
{
    public required PlaceCode Code { get; init; }

    /// <summary>Another one each time. No order: two who write at once cannot lose each other's.</summary>
    public required Guid Version { get; init; }
}

/// <inheritdoc cref="PlaceVersion"/>
public static class PlaceVersions
{
    /// <summary>What a person is told when <see cref="TrySaveShown(WardbookDb, PlaceCode, CancellationToken)"/> could not.</summary>
    public const string AtOnce = "Somebody else changed the same thing at the same moment. Look at what stands here now, and change it again if need be.";

    /// <inheritdoc cref="SaveShown(WardbookDb, PlaceCode, CancellationToken)"/>
    /// <returns>Whether it was saved: not when another changed or made the same row at the same moment.</returns>
    public static Task<bool> TrySaveShown(this WardbookDb db, PlaceCode place, CancellationToken cancel) => db.TrySaveShown(place, () => Task.CompletedTask, cancel);

    /// <inheritdoc cref="TrySaveShown(WardbookDb, PlaceCode, CancellationToken)"/>
    /// <param name="also">What else belongs to the same transaction, once it is saved.</param>
    public static async Task<bool> TrySaveShown(this WardbookDb db, PlaceCode place, Func<Task> also, CancellationToken cancel)
    {
        try
        {
            await db.SaveShown(place, also, cancel);
            return true;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>Saves, and renews the public pages of the place, in one transaction.</summary>
    public static Task SaveShown(this WardbookDb db, PlaceCode place, CancellationToken cancel) => db.SaveShown(place, () => Task.CompletedTask, cancel);

    private static async Task SaveShown(this WardbookDb db, PlaceCode place, Func<Task> also, CancellationToken cancel)
    {
        var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        await using (own)
        {
            await db.SaveChangesAsync(cancel);
            await also();

            // Last, so that those who write to the same ward wait for each other as shortly as can be.
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "PlaceVersions" ("Code", "Version") VALUES ({place.Text}, {Guid.NewGuid()}) ON CONFLICT ("Code") DO UPDATE SET "Version" = excluded."Version" """, cancel);
            if (own is not null)
            {
                await own.CommitAsync(cancel);
            }
        }
    }
}

/// <summary>The versions of places, each read at most once a second. One for each instance of the site.</summary>
public sealed class PlaceVersionWatch(Database database, TimeProvider clock, ILogger<PlaceVersionWatch> log)
{
    /// <summary>Beyond so many, all are read anew: somebody asks for places that are none.</summary>
    private const int Many = 10_000;

    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<PlaceCode, (Guid Version, long At)> seen = new();

    /// <returns>The version of the place whose page an address is; the empty id for any other.</returns>
    public ValueTask<Guid> Of(PathString path)
    {
        if (!path.StartsWithSegments("/wards", out var rest) || rest.Value is not { Length: > 1 } text
            || !PlaceCode.TryParse(text[1..].Split('/', '.')[0], out var code))
        {
            return new(Guid.Empty);
        }

        return seen.TryGetValue(code, out var last) && clock.GetElapsedTime(last.At) < Lasts ? new(last.Version) : new(Read(code));
    }

    private async Task<Guid> Read(PlaceCode code)
    {
        var at = clock.GetTimestamp();
        try
        {
            await using var db = database.Open();
            var version = await db.PlaceVersions.Where(row => row.Code == code).Select(row => (Guid?)row.Version).SingleOrDefaultAsync() ?? Guid.Empty;
            if (seen.Count > Many)
            {
                seen.Clear();
            }

            seen[code] = (version, at);
            return version;
        }
        catch (DbException e)
        {
            log.LogWarning(e, "The version of a place cannot be read. Its pages stay as they were.");
            return seen.TryGetValue(code, out var last) ? last.Version : Guid.Empty;
        }
    }
}
