using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Personal.Retention;
using Wardbook.Concerns.Answers;
using Wardbook.Concerns.Saying;
using Wardbook.Concerns.Unsafe;
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
            Rows = [typeof(Concern), typeof(ConcernStep), typeof(ConcernPicture)],
            AddressOf = AddressOf,
            ByAddress = async (db, email, cancel) => (await Of(db, new(Guid.Empty, "", email), cancel)).Select(row => (Guid?)row.Id).FirstOrDefault(),
            LetGo = async (db, before, erasure, cancel) => await Empty(db, await db.Concerns.Where(row => row.SaidAt < before && (row.PersonKey == null || !row.PersonKey.StartsWith(Gone))).Take(AtOnce).ToListAsync(cancel), erasure, cancel),
            Find = async (db, person, cancel) =>
            [
                .. await Steps(db, person, cancel),
                .. await Pictures(db, person, cancel),
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
        new(
            "unsafe pins",
            "From which network a pin of feeling unsafe came, so that nobody counts twice. The address itself is never kept",
            "the pin was put",
            "The hash is taken out. The pin stays: it has no words and no person.",
            new(30, "A machine is known by what it sends within days.", "Legitimate interests: security (UK GDPR, article 6(1)(f), recital 49)"))
        {
            Rows = [typeof(UnsafePin)],
            LetGo = (db, before, _, cancel) =>
            {
                var day = DateOnly.FromDateTime(before);
                return db.UnsafePins.Where(row => row.Day < day && row.FromKey != null).ExecuteUpdateAsync(pin => pin.SetProperty(row => row.FromKey, (string?)null), cancel);
            },
            Find = (_, _, _) => Task.FromResult<IReadOnlyList<PersonalItem>>([]),
            Erase = (_, _, _, _) => Task.FromResult(0),
        },
    ];

    /// <summary>Stands before the id in the place of a person whose words were taken out: of two such nobody knows whether they are one.</summary>
    private const string Gone = "gone";

    /// <summary>What somebody said is known by the mail address they left with it.</summary>
    private static async Task<List<Concern>> Of(WardbookDb db, Person person, CancellationToken cancel)
    {
        var keys = Keys(db, person);
        return await db.Concerns.Where(row => row.PersonKey != null && keys.Contains(row.PersonKey)).OrderBy(row => row.SaidAt).ToListAsync(cancel);
    }

    private static async Task<IEnumerable<PersonalItem>> Steps(WardbookDb db, Person person, CancellationToken cancel)
    {
        var ids = (await Of(db, person, cancel)).ConvertAll(row => row.Id);
        return (await db.ConcernSteps.AsNoTracking().Where(step => ids.Contains(step.Concern)).OrderBy(step => step.At).ToListAsync(cancel))
            .Where(step => step.Words.Length > 0)
            .Select(step => new PersonalItem(step.Id.ToString(), [new("What", step.Kind.InWords()), new("Words", step.Words)]));
    }

    private static async Task<IEnumerable<PersonalItem>> Pictures(WardbookDb db, Person person, CancellationToken cancel)
    {
        var ids = (await Of(db, person, cancel)).ConvertAll(row => row.Id);
        return (await db.ConcernPictures.AsNoTracking().Where(picture => ids.Contains(picture.Concern)).Select(picture => new { picture.Id, picture.Added }).ToListAsync(cancel))
            .Select(picture => new PersonalItem(picture.Id.ToString(), [new("Photograph added on", picture.Added.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))]));
    }

    /// <summary>The address that somebody left with what they said, as long as it is kept.</summary>
    private static async Task<string?> AddressOf(WardbookDb db, Guid concern, CancellationToken cancel) =>
        (await db.ConcernReaches.AsNoTracking().SingleOrDefaultAsync(row => row.Concern == concern, cancel))?.Email;

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
            (concern.Said, concern.Street, concern.Pin, concern.PersonKey) = ("", null, null, $"{Gone} {concern.Id:N}");
        }

        var ids = concerns.ConvertAll(row => row.Id);
        foreach (var step in await db.ConcernSteps.Where(step => ids.Contains(step.Concern)).ToListAsync(cancel))
        {
            step.Words = "";
        }

        db.ConcernPictures.RemoveRange(await db.ConcernPictures.Where(picture => ids.Contains(picture.Concern)).ToListAsync(cancel));
        await Forget(db, "concern", ids, erasure, cancel);
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
