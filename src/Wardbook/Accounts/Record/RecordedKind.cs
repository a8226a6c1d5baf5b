using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Wardbook.Accounts.Personal;
using Wardbook.Store;

namespace Wardbook.Accounts.Record;

/// <summary>What is recorded of one kind of row.</summary>
internal sealed class RecordedKind
{
    /// <summary>How a moment is written, always UTC.</summary>
    public const string Moment = "yyyy-MM-ddTHH:mm:ss.fffZ";

    private static readonly ConcurrentDictionary<Type, RecordedKind?> Known = new();
    private readonly Dictionary<string, Treatment> fields;
    private readonly PropertyInfo? concerns;

    private RecordedKind(Type type, string kind)
    {
        Kind = kind;
        var properties = type.GetProperties();
        concerns = properties.FirstOrDefault(property => property.IsDefined(typeof(ConcernsAttribute)));
        fields = properties.ToDictionary(property => property.Name, property =>
            property.IsDefined(typeof(NotRecordedAttribute)) ? Treatment.Not
            : property.IsDefined(typeof(SecretAttribute)) ? Treatment.Secret
            : property.IsDefined(typeof(PersonalAttribute)) || property.IsDefined(typeof(EncryptedAttribute)) ? Treatment.Personal
            : Treatment.Open);
    }

    private enum Treatment
    {
        Open,
        Personal,
        Secret,
        Not,
    }

    public string Kind { get; }

    /// <returns>Null when changes to such rows are not recorded.</returns>
    public static RecordedKind? Of(Type type) =>
        Known.GetOrAdd(type, static type => type.GetCustomAttribute<RecordedAttribute>() is { } recorded ? new(type, recorded.Kind) : null);

    public Guid? About(object row) => concerns?.GetValue(row) as Guid?;

    public static string Key(EntityEntry row) => string.Join('/', row.Metadata.FindPrimaryKey()!.Properties.Select(property => Text(row.Property(property).CurrentValue)));

    /// <returns>The fields that say something, and of the personal ones their values.</returns>
    public (List<ChangedField> Fields, List<RecordedValue> Values) Changes(EntityEntry row, Happened happened, Guid entry, Guid? about)
    {
        List<ChangedField> changed = [];
        List<RecordedValue> values = [];
        foreach (var property in row.Properties)
        {
            var treatment = fields.GetValueOrDefault(property.Metadata.Name);
            if (treatment == Treatment.Not || property.Metadata.IsPrimaryKey())
            {
                continue;
            }

            if (treatment == Treatment.Personal && ((WardbookDb)row.Context).IsErasing)
            {
                treatment = Treatment.Secret;
            }

            var from = happened == Happened.Added ? null : Text(property.OriginalValue);
            var to = happened == Happened.Removed ? null : Text(property.CurrentValue);
            if (from == to && !IsOtherSecret(property, treatment))
            {
                continue;
            }

            switch (treatment)
            {
                case Treatment.Secret:
                    changed.Add(new(property.Metadata.Name, IsSecret: true));
                    break;
                case Treatment.Personal:
                    var (value, hash) = RecordedValue.Of(((WardbookDb)row.Context).Keys, entry, changed.Count, about, from, to);
                    values.Add(value);
                    changed.Add(new(property.Metadata.Name, Hash: hash));
                    break;
                default:
                    changed.Add(new(property.Metadata.Name, from, to));
                    break;
            }
        }

        return (changed, values);
    }

    // Bytes are told by their number alone, so other bytes of the same number would pass for unchanged.
    private static bool IsOtherSecret(PropertyEntry property, Treatment treatment) =>
        property.IsModified && property.OriginalValue is byte[] before && property.CurrentValue is byte[] now && !before.AsSpan().SequenceEqual(now) && treatment != Treatment.Not;

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        bool yes => yes ? "yes" : "no",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString(Moment, CultureInfo.InvariantCulture),
        byte[] bytes => $"{bytes.Length} bytes",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
