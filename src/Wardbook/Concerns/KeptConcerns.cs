using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Personal.Retention;
using Wardbook.Concerns.Saying;
using Wardbook.Store;

namespace Wardbook.Concerns;

/// <summary>How long what people said, and how to reach them, is kept.</summary>
internal static class KeptConcerns
{
    private const int AtOnce = 200;

    /// <summary>After so many days a way to reach somebody goes though there never was an answer.</summary>
    private const int WithoutAnswer = 365;

    public static IReadOnlyList<PersonalKind> Kinds { get; } =
    [
        new(
            "concerns",
            "What people said: their own words, the street and the pin. Never who they are; what is shown to the public are other words",
            "it was said",
            "The words, the street and the pin are taken out. What it was about, where roughly and when stays, so that counts hold.",
            new(730, "A priority chosen because of it is reviewed for up to two years, and must be followed to what was said.", "Public task (UK GDPR, article 6(1)(e))"))
        {
            Rows = [typeof(Concern)],
            LetGo = async (db, before, erasure, cancel) => await Empty(db, await db.Concerns.Where(row => row.SaidAt < before && row.PersonKey != Gone).Take(AtOnce).ToListAsync(cancel), erasure, cancel),
            Find = async (db, person, cancel) =>
            [
                .. (await Of(db, person, cancel)).Select(row => new PersonalItem(row.Id.ToString(),
                [
                    new("Said on", row.SaidAt.ToString("yyyy-MM-dd HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)),
                    new("About", $"{row.PlaceKind} {row.PlaceCode}"),
                    new("Words", row.Said),
                    new("Street", row.Street ?? "none"),
                    new("Pin", row.Pin ?? "none"),
                ])),
            ],
            Erase = async (db, person, erasure, cancel) => await Empty(db, await Of(db, person, cancel), erasure, cancel),
        },
        new(
            "ways to reach",
            "How to reach people who said something: a mail address, kept apart from what was said",
            "the answer was sent",
            "The address is deleted.",
            new(90, "Weeks after the answer people are asked whether it is better, and may say that it is not.", "Public task (UK GDPR, article 6(1)(e))"))
        {
            Rows = [typeof(ConcernReach)],
            LetGo = async (db, before, erasure, cancel) =>
            {
                var left = before.AddDays(-WithoutAnswer);
                return await Remove(db, await db.ConcernReaches.Where(row => row.Answered < before || row.Left < left).Take(AtOnce).ToListAsync(cancel), erasure, cancel);
            },
            Find = async (db, person, cancel) =>
            [
                .. (await ReachesOf(db, person, cancel)).Select(row => new PersonalItem(row.Concern.ToString(), [new("Mail address", row.Email), new("Left on", row.Left.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))])),
            ],
            Erase = async (db, person, erasure, cancel) => await Remove(db, await ReachesOf(db, person, cancel), erasure, cancel),
        },
        new(
            "senders",
            "From which network something was said, so that a machine that sends thousands is told from people. The address itself is never kept",
            "it was said",
            "The row is deleted.",
            new(30, "A machine is known by what it sends within days.", "Legitimate interests: security (UK GDPR, article 6(1)(f), recital 49)"))
        {
            Rows = [typeof(ConcernSender)],
            LetGo = (db, before, _, cancel) => db.ConcernSenders.Where(row => row.At < before).ExecuteDeleteAsync(cancel),
            Find = async (db, person, cancel) => [.. (await Senders(db, person, cancel)).Select(row => new PersonalItem(row.Concern.ToString(), [new("Sent from", "a network of which only a hash is kept")]))],
            Erase = async (db, person, _, cancel) =>
            {
                var theirs = (await Senders(db, person, cancel)).Select(row => row.Concern).ToList();
                return await db.ConcernSenders.Where(row => theirs.Contains(row.Concern)).ExecuteDeleteAsync(cancel);
            },
        },
    ];

    /// <summary>Stands in the place of a person whose words were taken out.</summary>
    private const string Gone = "gone";

    /// <summary>What somebody said is known by the mail address they left with it.</summary>
    private static async Task<List<Concern>> Of(WardbookDb db, Person person, CancellationToken cancel)
    {
        var keys = Keys(db, person);
        return await db.Concerns.Where(row => row.PersonKey != null && keys.Contains(row.PersonKey)).OrderBy(row => row.SaidAt).ToListAsync(cancel);
    }

    private static async Task<List<ConcernReach>> ReachesOf(WardbookDb db, Person person, CancellationToken cancel)
    {
        var keys = Keys(db, person);
        return await db.ConcernReaches.Where(row => keys.Contains(row.EmailKey)).OrderBy(row => row.Left).ToListAsync(cancel);
    }

    private static async Task<List<ConcernSender>> Senders(WardbookDb db, Person person, CancellationToken cancel)
    {
        var keys = Keys(db, person);
        return await db.ConcernSenders.AsNoTracking().Where(row => db.Concerns.Any(said => said.Id == row.Concern && said.PersonKey != null && keys.Contains(said.PersonKey))).ToListAsync(cancel);
    }

    private static IReadOnlyList<string> Keys(WardbookDb db, Person person) => person.Email.Length == 0 ? [] : TakeConcern.KeysOf(person.Email, db.Keys);

    private static async Task<int> Empty(WardbookDb db, List<Concern> concerns, Guid erasure, CancellationToken cancel)
    {
        foreach (var concern in concerns)
        {
            (concern.Said, concern.Street, concern.Pin, concern.PersonKey) = ("", null, null, Gone);
        }

        await Forget(db, "concern", concerns.Select(row => row.Id), erasure, cancel);
        return concerns.Count;
    }

    private static async Task<int> Remove(WardbookDb db, List<ConcernReach> reaches, Guid erasure, CancellationToken cancel)
    {
        db.ConcernReaches.RemoveRange(reaches);
        await Forget(db, "way to reach", reaches.Select(row => row.Concern), erasure, cancel);
        return reaches.Count;
    }

    /// <summary>What the record of change holds of the same values goes with them.</summary>
    private static async Task Forget(WardbookDb db, string kind, IEnumerable<Guid> ids, Guid erasure, CancellationToken cancel)
    {
        var keys = ids.Select(id => id.ToString()).ToList();
        foreach (var value in await db.RecordedValues
            .Where(value => value.Erasure == null && db.RecordEntries.Any(entry => entry.Id == value.Entry && entry.Kind == kind && keys.Contains(entry.Key)))
            .ToListAsync(cancel))
        {
            value.Erase(erasure);
        }
    }
}
