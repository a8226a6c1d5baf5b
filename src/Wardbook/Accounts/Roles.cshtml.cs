using Microsoft.AspNetCore.Mvc.RazorPages;
using Wardbook.Shared.Tables;

namespace Wardbook.Accounts;

/// <summary>The table of roles as the program has it. Open to everybody: trust depends on it.</summary>
[Public]
public sealed class RolesPage : PageModel
{
    public Table Deeds { get; } = RoleLists.OfDeeds();

    public Table Limits { get; } = new Table<Role>("How long somebody stays signed in", RoleTable.Roles)
        .Text("role", "Role", role => role.InWords())
        .Text("idle", "Left alone", role => InWords(RoleTable.Limits(role).Idle))
        .Text("most", "At most", role => InWords(RoleTable.Limits(role).AtMost))
        .Text("factors", "To sign in", role => RoleTable.NeedsSecondFactor(role) ? "a passkey, or a password and a code" : "a passkey or a password");

    private static string InWords(TimeSpan time) => time.TotalHours >= 1 ? $"{time.TotalHours:0} hour{(time.TotalHours > 1 ? "s" : "")}" : $"{time.TotalMinutes:0} minutes";
}
