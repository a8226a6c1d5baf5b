using System.Globalization;
using Wardbook.Accounts.Record;
using Wardbook.Shared;
using Wardbook.Shared.Background;
using Wardbook.Store;

namespace Wardbook.Accounts.Personal.Retention;

/// <summary>Lets go of personal records whose time is over, every night, by the rules that hold that day.</summary>
public static class LettingGo
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    public static void Add(WebApplicationBuilder builder) => builder.Services.AddRound(
        new("retention", "Lets go of personal records whose time is over.", Every, async (services, cancel) => InWords(await Apply(services.GetRequiredService<Database>(), cancel))) { IsNightly = true });

    /// <returns>How many records of each kind were let go of; kinds with none are left out.</returns>
    public static async Task<IReadOnlyList<(string Kind, int Records)>> Apply(Database database, CancellationToken cancel)
    {
        List<(string, int)> done = [];
        await using var reading = database.Open();
        var rules = await Rules.List(reading, cancel);
        var today = database.Clock.Today();
        foreach (var kind in PersonalKinds.All)
        {
            if (rules[kind.Name].LastOrDefault(rule => rule.HoldsOn(today)) is { } rule)
            {
                var before = database.Clock.GetUtcNow().UtcDateTime.AddDays(-rule.Days);
                var records = 0;
                while (await Some(database, kind, before, cancel) is > 0 and var some)
                {
                    records += some;
                }

                if (records > 0)
                {
                    done.Add((kind.Name, records));
                }
            }
        }

        return done;
    }

    public static string InWords(IReadOnlyList<(string Kind, int Records)> done) => done.Count == 0
        ? "Nothing was due."
        : string.Create(CultureInfo.InvariantCulture, $"Let go of {string.Join(", ", done.Select(one => $"{one.Records} {one.Kind}"))}.");

    /// <summary>In small transactions, so that nobody waits for the night.</summary>
    private static async Task<int> Some(Database database, PersonalKind kind, DateTime before, CancellationToken cancel)
    {
        await using var db = database.Open(Author.Job("retention"));
        db.IsErasing = true;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var erasure = Guid.CreateVersion7(db.Clock.GetUtcNow());
        var records = await kind.LetGo(db, before, erasure, cancel);
        if (records > 0)
        {
            ChangeRecord.Note(db, erasure, new(Happened.Erased, kind.Name, Words: string.Create(CultureInfo.InvariantCulture, $"{records} whose time was over, from before {before:yyyy-MM-dd}")));
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        return records;
    }
}
