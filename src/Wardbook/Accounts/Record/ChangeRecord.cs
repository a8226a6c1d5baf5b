using System.Text.Json;
using Wardbook.Store;

namespace Wardbook.Accounts.Record;

/// <summary>Something that happened and is no change of a row: a sign-in, a refusal, an export, a sensitive reading.</summary>
/// <param name="Kind">Of what kind of record: <c>account</c>, <c>change record</c>.</param>
/// <param name="Key">Of which record; empty when of none.</param>
/// <param name="About">The account of the person whom it concerns.</param>
/// <param name="Words">More, in words. Nothing personal and nothing secret: it can never be erased.</param>
public sealed record Happening(Happened Happened, string Kind, string Key = "", Guid? About = null, string Words = "")
{
    /// <summary>Personal details, such as the device signed in from: kept in side rows that can be erased.</summary>
    public IReadOnlyList<(string Name, string Text)> Personal { get; init; } = [];
}

/// <summary>Writes into the record of change what no row tells by itself. Changes of recorded rows are written without being asked for.</summary>
public static class ChangeRecord
{
    /// <summary>Writes it into what <paramref name="db"/> saves next, so that both happen or neither.</summary>
    /// <returns>The id of the entry.</returns>
    public static Guid Note(WardbookDb db, Happening happening)
    {
        var id = Guid.CreateVersion7(db.Clock.GetUtcNow());
        Note(db, id, happening);
        return id;
    }

    /// <param name="id">The id of the entry, where others must know it before.</param>
    public static void Note(WardbookDb db, Guid id, Happening happening)
    {
        var values = happening.Personal.Select((detail, number) => RecordedValue.Of(db.Keys, id, number, happening.About, null, detail.Text)).ToList();
        db.Add(Entry(db, id, happening, [.. happening.Personal.Zip(values, (detail, value) => new ChangedField(detail.Name, Hash: value.Hash))]));
        db.AddRange(values.Select(value => value.Row));
    }

    /// <summary>Writes it at once, whatever else comes of the request.</summary>
    public static async Task NoteNow(Database database, Author author, Happening happening, CancellationToken cancel)
    {
        await using var db = database.Open(author);
        Note(db, happening);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Whoever asked for this page is about to read something sensitive. It is written before it is shown.</summary>
    /// <param name="about">The person whose data it is.</param>
    public static Task NoteReading(HttpContext context, string kind, string key, Guid? about, CancellationToken cancel) =>
        NoteNow(context.RequestServices.GetRequiredService<Database>(), Author.Of(context), new(Happened.Read, kind, key, about), cancel);

    internal static RecordEntry Entry(WardbookDb db, Guid id, Happening happening, IReadOnlyList<ChangedField> fields)
    {
        var author = db.Author();
        var entry = new RecordEntry
        {
            Id = id,
            At = ToTheMillisecond(db.Clock.GetUtcNow()),
            Account = author.Account,
            Name = author.Account is null ? UpTo(author.Name, RecordEntry.LongestName) : "",
            Session = author.Session,
            Page = author.Page is null ? null : UpTo(author.Page, RecordEntry.LongestPage),
            Happened = happening.Happened,
            Kind = happening.Kind,
            Key = UpTo(happening.Key, RecordEntry.LongestKey),
            About = happening.About,
            Words = happening.Words,
            Changes = fields.Count == 0 ? "" : JsonSerializer.Serialize(fields, ChangedField.Json),
        };
        entry.Mark = Seals.Mark(db.Keys, entry);
        return entry;
    }

    private static string UpTo(string text, int most) => text.Length > most ? text[..most] : text;

    internal static DateTime ToTheMillisecond(DateTimeOffset moment) => DateTimeOffset.FromUnixTimeMilliseconds(moment.ToUnixTimeMilliseconds()).UtcDateTime;
}
