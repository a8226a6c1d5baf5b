using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Record;
using Wardbook.Store;

namespace Wardbook.Accounts.Personal.Retention;

/// <summary>Everything held of one person, by kind: to be shown, taken out and erased.</summary>
public sealed record PersonalData(Person Person, bool IsClosed, IReadOnlyList<(PersonalKind Kind, IReadOnlyList<PersonalItem> Items)> Held)
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether nothing is left but entries of the record of change, which stay.</summary>
    public bool IsErased => Person.Name.Length == 0 && Held.All(kind => kind.Items.Count == 0 || kind.Kind == KeptRecord.Kind);

    /// <summary>They have no account: their page is gone with what was held.</summary>
    public bool IsOutside { get; private init; }

    public int Count => Held.Sum(kind => kind.Items.Count);

    /// <returns>Null when there is no such account.</returns>
    public static async Task<PersonalData?> Find(WardbookDb db, Guid account, CancellationToken cancel)
    {
        var row = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == account, cancel);
        if ((row is null ? await Outside(db, account, cancel) : new Person(row.Id, row.Name, row.Email)) is not { } person)
        {
            return null;
        }

        List<(PersonalKind, IReadOnlyList<PersonalItem>)> held = [];
        foreach (var kind in PersonalKinds.All)
        {
            held.Add((kind, await kind.Find(db, person, cancel)));
        }

        return new(person, row is null || row.Closed is not null, held) { IsOutside = row is null };
    }

    /// <summary>Whoever has no account and left a mail address with something that is held.</summary>
    /// <returns>Null when nothing is held under it.</returns>
    public static async Task<Person?> Outside(WardbookDb db, string email, CancellationToken cancel)
    {
        foreach (var kind in PersonalKinds.All)
        {
            if (kind.ByAddress is { } find && await find(db, email, cancel) is { } id && await Outside(db, id, cancel) is { } person)
            {
                return person;
            }
        }

        return null;
    }

    private static async Task<Person?> Outside(WardbookDb db, Guid id, CancellationToken cancel)
    {
        foreach (var kind in PersonalKinds.All)
        {
            if (kind.AddressOf is { } find && await find(db, id, cancel) is { } email)
            {
                return new(id, email, email);
            }
        }

        return null;
    }

    /// <summary>Erases all of it, in one transaction with the entry that tells of it.</summary>
    /// <exception cref="Refusal">The account is open: whoever can sign in is still here.</exception>
    public async Task<int> Erase(WardbookDb db, CancellationToken cancel)
    {
        if (!IsClosed)
        {
            throw new Refusal("This account is open. Close it first: whoever can sign in is still here.");
        }

        db.IsErasing = true;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var erasure = Guid.CreateVersion7(db.Clock.GetUtcNow());
        List<string> words = [];
        var erased = 0;
        foreach (var kind in PersonalKinds.All)
        {
            var records = await kind.Erase(db, Person, erasure, cancel);
            erased += records;
            words.Add(string.Create(CultureInfo.InvariantCulture, $"{records} {kind.Name}"));
        }

        ChangeRecord.Note(db, erasure, new(Happened.Erased, "person", Person.Account.ToString(), Person.Account, string.Join(", ", words)));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        db.IsErasing = false;
        return erased;
    }

    /// <summary>For programs.</summary>
    public byte[] AsJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            json.WriteStartObject();
            json.WriteString("account", Person.Account);
            foreach (var (kind, items) in Held)
            {
                json.WriteStartArray(kind.Name);
                foreach (var item in items)
                {
                    json.WriteStartObject();
                    json.WriteString("id", item.Key);
                    json.WriteStartArray("fields");
                    foreach (var (name, text) in item.Fields)
                    {
                        json.WriteStartObject();
                        json.WriteString("name", name);
                        json.WriteString("text", text);
                        json.WriteEndObject();
                    }

                    json.WriteEndArray();
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>For the person.</summary>
    public string AsText()
    {
        var text = new StringBuilder($"What Wardbook holds about {Person.Name}\r\n");
        foreach (var (kind, items) in Held)
        {
            text.Append(CultureInfo.InvariantCulture, $"\r\n{kind.Says}\r\n({kind.Name}: {items.Count})\r\n");
            foreach (var item in items)
            {
                text.Append("\r\n").AppendJoin("\r\n", item.Fields.Select(field => $"  {field.Key}: {field.Value}")).Append("\r\n");
            }
        }

        return text.ToString();
    }
}
