using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Accounts.Record.Reading;

/// <summary>An entry as a person reads it: with names, and with the personal values that are still there.</summary>
/// <param name="Who">The name of the account, or what did it.</param>
/// <param name="About">The name of the person whom it concerns; null when it concerns nobody in particular.</param>
public sealed record ReadEntry(RecordEntry Entry, string Who, string? About, IReadOnlyList<ReadField> Fields)
{
    /// <summary>What stands for somebody whose name was erased.</summary>
    public const string Nobody = "somebody whose name was erased";

    /// <summary>Such as <c>Held role changed</c>.</summary>
    public string What => Entry.Kind.Length == 0 ? Entry.Happened.InWords() : $"{char.ToUpperInvariant(Entry.Kind[0])}{Entry.Kind[1..]} {Entry.Happened.InWords()}";

    /// <summary>In the force's time, to the second.</summary>
    public string When => Entry.At.InForceTime().ToString("d MMMM yyyy, HH:mm:ss", CultureInfo.GetCultureInfo("en-GB"));

    /// <summary>Whether it shows something personal to whoever reads it.</summary>
    public bool ShowsPersonal => Fields.Any(one => one is { IsPersonal: true, IsThere: true });

    /// <summary>All fields on one line, for a file.</summary>
    public string FieldsInWords => string.Join("; ", Fields.Select(one => one.InWords));

    /// <summary>Adds the names, and reads the personal values.</summary>
    public static async Task<IReadOnlyList<ReadEntry>> Of(WardbookDb db, IReadOnlyList<RecordEntry> entries, CancellationToken cancel)
    {
        var accounts = entries.SelectMany(entry => new[] { entry.Account, entry.About }).OfType<Guid>().Distinct().ToList();
        var names = await db.Accounts.Where(account => accounts.Contains(account.Id)).Select(account => new { account.Id, account.Name }).ToDictionaryAsync(account => account.Id, account => account.Name, cancel);
        var ids = entries.Where(entry => entry.Changes.Contains("\"hash\"", StringComparison.Ordinal)).Select(entry => entry.Id).ToList();
        var values = ids.Count == 0 ? [] : (await db.RecordedValues.AsNoTracking().Where(value => ids.Contains(value.Entry)).ToListAsync(cancel)).ToDictionary(value => (value.Entry, value.Field));
        string Name(Guid account) => names.GetValueOrDefault(account) is { Length: > 0 } name ? name : Nobody;
        return
        [
            .. entries.Select(entry => new ReadEntry(
                entry,
                entry.Account is { } who ? Name(who) : entry.Name,
                entry.About is { } about ? Name(about) : null,
                [.. entry.ListChanges().Select((field, number) => ReadField.Of(field, values.GetValueOrDefault((entry.Id, number)), db.Keys))])),
        ];
    }
}

/// <summary>One field of a change as a person reads it.</summary>
/// <param name="IsThere">False when a personal value was erased, or a secret is not told.</param>
/// <param name="Note">Why it is not there; empty when it is.</param>
public sealed record ReadField(string Name, string? From, string? To, bool IsPersonal, bool IsThere, string Note)
{
    /// <summary>Such as <c>Last day: from nothing to 2026-12-31</c>.</summary>
    public string InWords => $"{Name}: {Change}";

    public string Change => !IsThere ? Note : $"{(From is null ? "" : $"from {Said(From)} ")}{(To is null ? "to nothing" : $"{(From is null ? "" : "to ")}{Said(To)}")}";

    internal static ReadField Of(ChangedField field, RecordedValue? value, Personal.Keys keys)
    {
        var name = Spaced(field.Name);
        if (field.IsSecret)
        {
            return new(name, null, null, false, false, "changed (not told)");
        }

        if (!field.IsPersonal)
        {
            return new(name, field.From, field.To, false, true, "");
        }

        return value?.Read(keys, field) is { } read ? new(name, read.From, read.To, true, true, "")
            : new(name, null, null, true, false, value?.Erasure is not null ? "erased" : "cannot be read: run wardbook check");
    }

    /// <summary>A moment in the force's time, as the rest of the page says it; anything else as it was written.</summary>
    private static string Said(string value) => DateTime.TryParseExact(value, RecordedKind.Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
        ? moment.InForceTime().ToString("d MMMM yyyy, HH:mm:ss", CultureInfo.GetCultureInfo("en-GB")) : value;

    /// <summary><c>LastDay</c> as <c>Last day</c>.</summary>
    private static string Spaced(string name)
    {
        var words = new StringBuilder();
        foreach (var (index, letter) in name.Index())
        {
            _ = index > 0 && char.IsUpper(letter) && !char.IsUpper(name[index - 1]) ? words.Append(' ').Append(char.ToLowerInvariant(letter)) : words.Append(letter);
        }

        return words.ToString();
    }
}
