namespace Wardbook.Accounts.SignIn.Single;

/// <summary>A force's own sign-on (OpenID Connect), and what its groups mean here.</summary>
/// <param name="Authority">The issuer: its address without <c>/.well-known/openid-configuration</c>.</param>
/// <param name="GroupsClaim">The claim that lists the groups.</param>
/// <param name="Lasts">A role from a group holds for so many days after the last sign-in that confirmed it.</param>
public sealed record SingleSignOnSettings(Uri Authority, string Client, string Secret, string GroupsClaim, int Lasts, string Name, IReadOnlyList<GroupRole> Groups);

/// <summary>What one group means: a role, and the place it is held for.</summary>
/// <param name="Place">Null for a role that is held for everything.</param>
public sealed record GroupRole(string Group, Role Role, PlaceKey? Place)
{
    public const string Expected = "lines such as 'brixton-hill-sergeants = sergeant at ward E05000416' or 'wardbook-admins = administrator', or a file of them";

    /// <returns>What the lines say; null and the first wrong line when one cannot be understood.</returns>
    public static (IReadOnlyList<GroupRole>? Groups, string Wrong) Read(string text)
    {
        List<GroupRole> groups = [];
        foreach (var line in text.Split(['\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#')))
        {
            if (OfLine(line) is not { } group)
            {
                return (null, line);
            }

            groups.Add(group);
        }

        return (groups, "");
    }

    private static GroupRole? OfLine(string line)
    {
        // A group's name may hold an equals sign, as directory names do: the last one counts.
        var equals = line.LastIndexOf(" = ", StringComparison.Ordinal);
        if (equals <= 0)
        {
            return null;
        }

        var (group, rest) = (line[..equals].Trim(), line[(equals + 3)..].Trim());
        var at = rest.IndexOf(" at ", StringComparison.Ordinal);
        var named = (at < 0 ? rest : rest[..at]).Trim();
        if (RoleTable.Roles.Cast<Role?>().FirstOrDefault(role => Same(role!.Value.ToString(), named) || Same(role.Value.InWords(), named)) is not { } role)
        {
            return null;
        }

        PlaceKey? place = at >= 0 && rest[(at + 4)..].Split(' ', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } kind, var code] && Places.PlaceCode.TryParse(code, out var known) ? new(kind, known) : null;
        return RoleTable.IsForEverything(role) ? at < 0 ? new(group, role, null) : null : place is null ? null : new(group, role, place);
    }

    private static bool Same(string one, string other) => string.Equals(Bare(one), Bare(other), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string text) => text.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
}
