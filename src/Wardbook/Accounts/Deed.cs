namespace Wardbook.Accounts;

/// <summary>What one may do. Every page and endpoint names one, or says that it is open to everybody or to everybody who has signed in.</summary>
public enum Deed
{
    ReadWork,
    ReadPanelPapers,
    ReadContacts,
    ReadPerformance,
    RecordConcerns,
    RecordActivity,
    RunCycle,
    KeepTeams,
    RunPanel,
    AnswerForPartner,
    ImportData,
    ReadChangeRecord,
    KeepPersonalData,
    ManagePeople,
    ManageRoles,
    ManageSettings,
}

/// <summary>How a deed is said, and what kind of deed it is.</summary>
public static class DeedWords
{
    /// <returns>Such as <c>Write down what people say</c>.</returns>
    public static string InWords(this Deed deed) => deed switch
    {
        Deed.ReadWork => "See the working pages of a place",
        Deed.ReadPanelPapers => "See the papers and the evidence of a panel",
        Deed.ReadContacts => "See how to reach members and key individuals",
        Deed.ReadPerformance => "Compare teams and places",
        Deed.RecordConcerns => "Write down what people say",
        Deed.RecordActivity => "Record what was done",
        Deed.RunCycle => "Plan and close actions, prepare meetings, answer residents",
        Deed.KeepTeams => "Change teams and postings",
        Deed.RunPanel => "Settle the panel's priorities and minutes",
        Deed.AnswerForPartner => "Say what a partner has done",
        Deed.ImportData => "Load figures and boundaries",
        Deed.ReadChangeRecord => "Read who changed what",
        Deed.KeepPersonalData => "Find, export and erase a person's data",
        Deed.ManagePeople => "Invite people, end their sessions, close their accounts",
        Deed.ManageRoles => "Give and end roles",
        Deed.ManageSettings => "See health, settings and mail",
        _ => throw new ArgumentOutOfRangeException(nameof(deed), deed, "has no words"),
    };

    /// <summary>Whether it changes records or shows what is personal. Whoever may do such a thing signs in with two factors.</summary>
    public static bool NeedsSecondFactor(this Deed deed) => deed is not (Deed.ReadWork or Deed.ReadPanelPapers or Deed.ReadPerformance);
}
