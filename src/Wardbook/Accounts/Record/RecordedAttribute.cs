namespace Wardbook.Accounts.Record;

/// <summary>Every change to a row of this kind is written into the record of change, in the transaction of the change.</summary>
/// <param name="kind">What a person calls such a record, such as <c>held role</c>. Stays as it is for ever: the record is searched by it.</param>
/// <remarks>Such rows are never changed by <c>ExecuteUpdate</c> or <c>ExecuteDelete</c>, which nobody would see; trying throws.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RecordedAttribute(string kind) : Attribute
{
    public string Kind { get; } = kind;
}

/// <summary>Holds the account of the person whom the record is about.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ConcernsAttribute : Attribute;

/// <summary>That it changed is recorded, from what to what never: a password's hash, a code's secret.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;

/// <summary>A change to this alone is not worth recording: a count of tries, when something was last seen, a look-up made from another value.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotRecordedAttribute : Attribute;
