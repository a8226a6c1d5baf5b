using Wardbook.Shared.Tables;

namespace Wardbook.Accounts;

/// <summary>Roles as tables.</summary>
public static class RoleLists
{
    /// <returns>Such as <c>Sergeant, Brixton Hill ward</c>.</returns>
    public static string InWords(HeldRole held, PlaceTree places) => held.Place is { } place ? $"{held.Role.InWords()}, {places.NameOf(place)}" : held.Role.InWords();

    /// <summary>What one person holds.</summary>
    public static Table OfOne(IReadOnlyList<HeldRole> roles, PlaceTree places) => new Table<HeldRole>("Roles", roles)
        .Text("role", "Role", held => held.Role.InWords())
        .Text("place", "For", held => held.Place is { } place ? places.NameOf(place) : "everything")
        .Text("from", "From", held => held.From)
        .Text("to", "To", held => held.To, absent: "no end known");

    /// <summary>What each role may do, a row for each deed and a column for each role.</summary>
    public static Table OfDeeds() => RoleTable.Roles.Aggregate(
        new Table<Deed>("What each role may do", RoleTable.Deeds).Text("deed", "May", deed => deed.InWords()),
        (table, role) => table.Text(role.ToString().ToLowerInvariant(), role.InWords(), deed => InWords(RoleTable.Of(role, deed)), absent: "no"));

    private static string? InWords(Reach reach) => reach switch
    {
        Reach.Own => "own place",
        Reach.Force => "whole force",
        Reach.Everywhere => "everywhere",
        _ => null,
    };
}
