using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared.Forms;
using Wardbook.Store;

namespace Wardbook.Priorities.Plans;

/// <summary>Who may own what a ward works on: an officer who is posted to a team there on a day, or a partner. And what whoever owns something is called, also after they left.</summary>
/// <remarks>Of a ward that was abolished, the teams of the wards that have its area now count too: somebody must be able to finish what it began.</remarks>
public sealed class Owners
{
    /// <summary>What the list of owners says for a partner.</summary>
    public const string APartner = "partner";

    private readonly Dictionary<Guid, Known> known;

    private Owners(Dictionary<Guid, Known> known) => this.known = known;

    /// <summary>For a form: those who are posted, by name, and a partner.</summary>
    public IReadOnlyList<Choice> Choices =>
    [
        new("", "Choose"),
        .. known.Where(one => one.Value.IsPosted).OrderBy(one => one.Value.Name, StringComparer.CurrentCulture).Select(one => new Choice(one.Key.ToString(), Called.AsHeading(one.Value.Name) + (one.Value.Number.Length > 0 ? $", {one.Value.Number}" : ""))),
        new(APartner, "A partner"),
    ];

    public string NameOf(Owner owner) => owner.Officer is { } officer ? Called.InWords(known.GetValueOrDefault(officer)?.Name) : owner.Partner;

    /// <summary>An officer who is posted to no team of the ward any more.</summary>
    public bool HasLeft(Owner owner) => owner.Officer is { } officer && !MayOwn(officer);

    public bool MayOwn(Guid officer) => known.GetValueOrDefault(officer) is { IsPosted: true };

    /// <summary>Whether somebody signed in is the officer who owns it.</summary>
    public bool IsOwnedBy(Owner owner, Guid? account) => account is not null && owner.Officer is { } officer && known.GetValueOrDefault(officer)?.Account == account;

    /// <param name="also">Officers who own something, whether or not they are posted there.</param>
    public static async Task<Owners> Find(WardbookDb db, PlaceTree places, PlaceKey ward, DateOnly day, IEnumerable<Guid?> also, CancellationToken cancel)
    {
        var codes = PlacesOf(places, ward, day).Select(place => place.Code).ToList();
        var posted = (await db.Teams.AsNoTracking().Where(team => team.PlaceKind == ward.Kind && codes.Contains(team.PlaceCode) && team.From <= day && (team.To == null || team.To >= day))
            .Join(db.Postings, team => team.Id, posting => posting.Team, (_, posting) => posting)
            .Where(posting => posting.CorrectedBy == null && posting.From <= day && (posting.To == null || posting.To >= day))
            .Select(posting => posting.Officer).ToListAsync(cancel)).ToHashSet();
        var all = posted.Concat(also.OfType<Guid>()).Distinct().ToList();
        return new(all.Count == 0 ? [] : await db.Officers.AsNoTracking().Where(officer => all.Contains(officer.Id))
            .ToDictionaryAsync(officer => officer.Id, officer => new Known(officer.Name, officer.Number, officer.Account, posted.Contains(officer.Id)), cancel));
    }

    /// <summary>The ward itself, and the wards that have its area when it was abolished.</summary>
    internal static IEnumerable<PlaceKey> PlacesOf(PlaceTree places, PlaceKey ward, DateOnly day) =>
        [ward, .. places.WhatBecameOf(ward, day) is { } became ? became.Now.Select(one => one.Place).Where(place => place.Kind == ward.Kind) : []];

    private sealed record Known(string Name, string Number, Guid? Account, bool IsPosted);
}
