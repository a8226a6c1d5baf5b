using static Wardbook.Accounts.Deed;
using static Wardbook.Accounts.Reach;

namespace Wardbook.Accounts;

/// <summary>How far a role carries a deed.</summary>
public enum Reach
{
    /// <summary>Not at all.</summary>
    Nowhere,

    /// <summary>The place for which the role is held, and every place inside it.</summary>
    Own,

    /// <summary>Every place of the same force.</summary>
    Force,

    /// <summary>Every place, and what belongs to none.</summary>
    Everywhere,
}

/// <summary>What each role may do. This is the whole of it: nothing else in the program grants anything.</summary>
public static class RoleTable
{
    private static readonly Dictionary<Role, Dictionary<Deed, Reach>> Table = new()
    {
        [Role.Constable] = May(force: [ReadWork], own: [ReadPanelPapers, ReadContacts, RecordConcerns, RecordActivity]),
        [Role.Pcso] = May(force: [ReadWork], own: [ReadPanelPapers, ReadContacts, RecordConcerns, RecordActivity]),
        [Role.Sergeant] = May(force: [ReadWork], own: [ReadPanelPapers, ReadContacts, ReadPerformance, RecordConcerns, RecordActivity, RunCycle, KeepTeams]),
        [Role.Inspector] = May(force: [ReadWork, ReadPerformance], own: [ReadPanelPapers, ReadContacts, RecordConcerns, RecordActivity, RunCycle, KeepTeams]),
        [Role.BoroughCommander] = May(force: [ReadWork, ReadPerformance], own: [ReadPanelPapers, RunCycle, KeepTeams]),
        [Role.Analyst] = May(force: [ReadWork, ReadPerformance, ImportData]),
        [Role.PanelChair] = May(own: [ReadPanelPapers, ReadContacts, RunPanel]),
        [Role.PanelMember] = May(own: [ReadPanelPapers]),
        [Role.Partner] = May(own: [ReadPanelPapers, AnswerForPartner]),
        [Role.CentralUnit] = May(force: [ReadWork, ReadPanelPapers, ReadPerformance]),
        [Role.Authority] = May(force: [ReadPanelPapers, ReadPerformance]),
        [Role.Administrator] = May(everywhere: [ImportData, ReadChangeRecord, KeepPersonalData, ManagePeople, ManageRoles, ManageSettings]),
    };

    public static IReadOnlyList<Role> Roles { get; } = Enum.GetValues<Role>();

    public static IReadOnlyList<Deed> Deeds { get; } = Enum.GetValues<Deed>();

    /// <summary>How far somebody with this role may do this.</summary>
    public static Reach Of(Role role, Deed deed) => Table[role].GetValueOrDefault(deed, Nowhere);

    /// <summary>Whether it is held for everything rather than for a place.</summary>
    public static bool IsForEverything(Role role) => role is Role.Administrator;

    /// <summary>Whether whoever holds it signs in with two factors.</summary>
    public static bool NeedsSecondFactor(Role role) => Table[role].Keys.Any(deed => deed.NeedsSecondFactor());

    /// <summary>How long somebody with this role stays signed in: idle, and at most.</summary>
    /// <remarks>A team's people record on their phones through a shift; an administrator's open window is worth most to a stranger.</remarks>
    public static (TimeSpan Idle, TimeSpan AtMost) Limits(Role role) => role switch
    {
        Role.Administrator => (TimeSpan.FromMinutes(30), TimeSpan.FromHours(8)),
        Role.Analyst or Role.CentralUnit or Role.Authority or Role.BoroughCommander => (TimeSpan.FromHours(1), TimeSpan.FromHours(12)),
        Role.PanelChair or Role.PanelMember or Role.Partner => (TimeSpan.FromHours(1), TimeSpan.FromHours(12)),
        _ => (TimeSpan.FromHours(3), TimeSpan.FromHours(12)),
    };

    /// <summary>The strictest of the limits of several roles; without a role, those of a reader.</summary>
    public static (TimeSpan Idle, TimeSpan AtMost) Limits(IEnumerable<Role> roles)
    {
        var each = roles.Select(Limits).DefaultIfEmpty((Idle: TimeSpan.FromHours(1), AtMost: TimeSpan.FromHours(12))).ToList();
        return (each.Min(limit => limit.Idle), each.Min(limit => limit.AtMost));
    }

    private static Dictionary<Deed, Reach> May(Deed[]? own = null, Deed[]? force = null, Deed[]? everywhere = null) =>
        new[] { (Deeds: own, Reach: Own), (Deeds: force, Reach: Force), (Deeds: everywhere, Reach: Everywhere) }
            .SelectMany(reach => (reach.Deeds ?? []).Select(deed => (deed, reach.Reach)))
            .ToDictionary();
}
