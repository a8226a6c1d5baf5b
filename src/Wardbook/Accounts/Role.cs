namespace Wardbook.Accounts;

/// <summary>What somebody is, somewhere, for a while. What each may do stands in <see cref="RoleTable"/>.</summary>
/// <remarks>The numbers stand in the database and are never used again for another role.</remarks>
public enum Role
{
    Constable = 1,
    Pcso = 2,
    Sergeant = 3,
    Inspector = 4,
    BoroughCommander = 5,
    Analyst = 6,
    PanelChair = 7,
    PanelMember = 8,
    Partner = 9,
    CentralUnit = 10,
    Authority = 11,
    Administrator = 12,
}

/// <summary>How a role is said.</summary>
public static class RoleWords
{
    /// <returns>Such as <c>Sergeant</c>.</returns>
    public static string InWords(this Role role) => role switch
    {
        Role.Pcso => "Police community support officer",
        Role.BoroughCommander => "Borough commander",
        Role.PanelChair => "Panel chair",
        Role.PanelMember => "Panel member",
        Role.CentralUnit => "Central unit",
        Role.Authority => "Police authority",
        _ => role.ToString(),
    };
}
