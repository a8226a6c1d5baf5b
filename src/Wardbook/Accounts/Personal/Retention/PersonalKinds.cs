namespace Wardbook.Accounts.Personal.Retention;

/// <summary>Every kind of personal record. A test fails when a row with a personal property is in none of them.</summary>
public static class PersonalKinds
{
    public static IReadOnlyList<PersonalKind> All { get; } = [KeptAccounts.Kind, KeptSessions.Kind, KeptSignIns.Kind, KeptLinks.Kind, KeptLetters.Kind, KeptRecord.Kind, .. Store.KeptByFeatures.Kinds];

    /// <returns>Null when there is no kind of that name.</returns>
    public static PersonalKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);
}
