using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Record;
using Wardbook.Accounts.Record.Reading;

namespace Wardbook.Accounts.Personal.Retention;

/// <summary>Personal values in the record of change.</summary>
internal static class KeptRecord
{
    private const int AtOnce = 500;

    public static PersonalKind Kind { get; } = new(
        "record values",
        "The record of changes: personal values from which and to which something was changed, and the details of sign-ins",
        "the entry was written",
        "The values are taken out. The entries stay, and the chain of seals still holds.",
        new(2_190, "A decision can be questioned for six years (Limitation Act 1980, section 2), and the record must say what it rested on.", "Legal obligation (UK GDPR, article 6(1)(c))"))
    {
        Rows = [typeof(RecordedValue)],
        LetGo = (db, before, erasure, cancel) => Empty(
            db.RecordedValues.Where(value => value.Erasure == null && db.RecordEntries.Any(entry => entry.Id == value.Entry && entry.At < before)).Take(AtOnce), erasure, cancel),
        Find = async (db, person, cancel) =>
        {
            var entries = await ReadEntry.Of(
                db,
                await db.RecordEntries.AsNoTracking().Where(entry => entry.About == person.Account || entry.Account == person.Account).OrderBy(entry => entry.At).ThenBy(entry => entry.Id).ToListAsync(cancel),
                cancel);
            var words = await EntryWords.Of(db, await PlaceTree.Load(db, cancel), AccountRecords.All, entries, cancel);
            return
            [
                .. entries.Select(read => new PersonalItem(read.Entry.Id.ToString(),
                [
                    new("When", KeptAccounts.InWords(read.Entry.At)),
                    new("What", $"{words.What(read)} by {read.Who}{(read.About is null ? "" : $", concerning {read.About}")}"),
                    .. words.Fields(read).Select(field => KeyValuePair.Create(field.Name, field.Change)),
                ])),
            ];
        },
        Erase = (db, person, erasure, cancel) => Empty(db.RecordedValues.Where(value => value.Erasure == null && value.About == person.Account), erasure, cancel),
    };

    private static async Task<int> Empty(IQueryable<RecordedValue> values, Guid erasure, CancellationToken cancel)
    {
        var some = await values.ToListAsync(cancel);
        some.ForEach(value => value.Erase(erasure));
        return some.Count;
    }
}
