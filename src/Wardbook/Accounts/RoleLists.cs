using Wardbook.Shared.Tables;

namespace Wardbook.Accounts;

/// <summary>Roles as tables.</summary>
public static class RoleLists
{
    /// <returns>Such as <c>Sergeant, Brixton Hill ward</c>.</returns>
    public static string InWords(HeldRole held, PlaceTree places) => held.Place is { } place ? $"{held.Role.InWords()}, {places.NameOf(place)}" : held.Role.InWords();

    /// <summary>The same, and whether the place is still there.</summary>
    public static string InWords(HeldRole held, PlaceTree places, DateOnly today) =>
        InWords(held, places) + (held.Place is { } place && places.WhatBecameOf(place, today) is not null ? " (abolished)" : "");

    /// <summary>Those of them that are held for places which the boundaries of today do not have.</summary>
    public static IEnumerable<(HeldRole Held, BecameOf Became)> WithoutTheirPlace(IEnumerable<HeldRole> roles, PlaceTree places, DateOnly today) => roles
        .Where(held => !held.IsOverAfter(today))
        .Select(held => (held, Became: held.Place is { } place ? places.WhatBecameOf(place, today) : null))
        .Where(one => one.Became is not null)
        .Select(one => (one.held, one.Became!));

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
