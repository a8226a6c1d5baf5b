using Wardbook.Store;

namespace Wardbook.Accounts.Record.Reading;

/// <summary>What records of one kind are called by people, where the record of change has a kind and a key. Each feature registers those of its own.</summary>
/// <param name="Kind">As <see cref="RecordedAttribute.Kind"/> says it.</param>
/// <param name="Says">As a person says it, such as <c>role</c> for <c>held role</c>.</param>
/// <param name="Find">What the records with these keys are called. One that is no more is left out.</param>
public sealed record RecordNaming(string Kind, string Says, RecordNaming.Finding Find)
{
    public delegate Task<Dictionary<Guid, NamedRecord>> Finding(WardbookDb db, PlaceTree places, IReadOnlyCollection<Guid> keys, CancellationToken cancel);
}

/// <summary>A record as a person knows it.</summary>
/// <param name="Words">Such as <c>Sergeant, Abbey ward, of Daniel Osei</c>.</param>
/// <param name="Href">Where it is shown; null when it has no page.</param>
public sealed record NamedRecord(string Words, string? Href = null);
