namespace Wardbook.Accounts.Personal;

/// <summary>
/// What stands here tells of a person: in the record of change it is kept in a side row that can be erased, and its kind of record has a rule of
/// how long it is kept.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute : Attribute;

/// <summary>Stands encrypted in the database. Text or bytes. It cannot be searched or sorted by: to find it, keep <see cref="Keys.LookUp"/> of it beside it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EncryptedAttribute : Attribute;
