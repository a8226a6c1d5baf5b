using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wardbook.Accounts.Record;

/// <summary>One thing that happened: who, when, for whom, from what to what, on which page. Never changed and never removed.</summary>
/// <remarks>
/// Written in the transaction of the change and marked by whoever wrote it; within ten seconds one leader gives it its number and its seal. Of
/// personal values it holds only salted hashes: the values are in <see cref="RecordedValue"/>, which can be erased.
/// </remarks>
public sealed class RecordEntry
{
    public const int LongestPage = 200, LongestName = 100, LongestKind = 50, LongestKey = 200;

    /// <summary>Made when it was written, so entries sort by it as long as nobody sets the clock.</summary>
    public required Guid Id { get; init; }

    /// <summary>UTC, to the millisecond.</summary>
    public required DateTime At { get; init; }

    /// <summary>The account of who did it; null for a command, for Wardbook itself, and for whoever was not signed in.</summary>
    public Guid? Account { get; init; }

    /// <summary>What did it, where there is no account.</summary>
    public string Name { get; init; } = "";

    public Guid? Session { get; init; }

    public string? Page { get; init; }

    public required Happened Happened { get; init; }

    /// <summary>What kind of record, as <see cref="RecordedAttribute.Kind"/> says it.</summary>
    public required string Kind { get; init; }

    /// <summary>The key of the record; empty when it is about none.</summary>
    public string Key { get; init; } = "";

    /// <summary>The account of the person whom it concerns; null when it concerns nobody in particular.</summary>
    public Guid? About { get; init; }

    /// <summary>More, in words. Nothing personal and nothing secret.</summary>
    public string Words { get; init; } = "";

    /// <summary>From what to what, as JSON: a list of <see cref="ChangedField"/>.</summary>
    public string Changes { get; init; } = "";

    /// <summary>Says that Wardbook wrote it, and that it is as it was written: the name of the key, and an HMAC over everything above.</summary>
    public string Mark { get; set; } = "";

    /// <summary>Its place in the chain, from 1 without gaps; null until it is sealed. This order counts, whatever the clock said.</summary>
    public long? Number { get; set; }

    /// <summary>The name of the key, and an HMAC over the seal before it, its number and its mark.</summary>
    public string? Seal { get; set; }

    /// <summary>UTC, to the millisecond.</summary>
    public DateTime? Sealed { get; set; }

    public IReadOnlyList<ChangedField> ListChanges() => Changes.Length == 0 ? [] : JsonSerializer.Deserialize<List<ChangedField>>(Changes, ChangedField.Json)!;
}

/// <summary>One field of what was changed.</summary>
/// <param name="From">Null when there was nothing, or when it is personal or secret.</param>
/// <param name="To">The same.</param>
/// <param name="Hash">Of a personal value: a salted hash, by which the side row is proved as long as it is there.</param>
/// <param name="IsSecret">That it changed is told, and nothing else.</param>
public sealed record ChangedField(string Name, string? From = null, string? To = null, string? Hash = null, bool IsSecret = false)
{
    internal static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [JsonIgnore]
    public bool IsPersonal => Hash is not null;
}
