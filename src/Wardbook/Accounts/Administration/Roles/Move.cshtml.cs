using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Administration.People;
using Wardbook.Accounts.SignIn;
using Wardbook.Shared.Forms;
using Wardbook.Store;

namespace Wardbook.Accounts.Administration.Roles;

/// <summary>A role for a place that was abolished becomes the same role for the places that have its area now. Nobody does it for themselves.</summary>
[MayDo(Deed.ManageRoles)]
[AsksAgain]
public sealed class MovePage(WardbookDb db, Asker asker, PlaceTrees trees, Appointments appointments, TimeProvider clock) : HeldRolePage(db, asker, trees)
{
    [BindProperty]
    public string[] To { get; set; } = [];

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public bool Checked { get; set; }

    public BecameOf Became { get; private set; } = null!;

    /// <summary>What was chosen and is right, to be looked at once more.</summary>
    public IReadOnlyList<PlaceKey>? Checking { get; private set; }

    public IReadOnlyList<Choice> Choices => [.. Became.Now.Select(one => new Choice(one.Place.ToString(), Places.NameOf(one.Place), one.Share > 0.995 ? "All of the old area" : $"{BecameOf.InHundredths(one.Share)} of the old area"))];

    public async Task<IActionResult> OnPostAsync(Guid id, string? step, CancellationToken cancel)
    {
        if (await Find(id, cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        List<PlaceKey> chosen = [.. Became.Now.Select(one => one.Place).Where(place => To.Contains(place.ToString()))];
        if (chosen.Count == 0 || chosen.Count != To.Distinct().Count())
        {
            ModelState.AddModelError(nameof(To), "Choose at least one of the places");
        }

        if (On is not { } on || on < Asker.Today || on <= Held.From || Held.IsOverAfter(on))
        {
            ModelState.AddModelError(nameof(On), "The first day must be today or later, after the first day of this role, and not after its last");
        }

        if (!ModelState.IsValid || step == "change")
        {
            return Page();
        }

        if (!Checked)
        {
            Checking = chosen;
            return Page();
        }

        if (await appointments.Make(Held.Account, Deed.ManageRoles, () => Move(id, chosen, cancel), cancel) is { } refusal)
        {
            ModelState.AddModelError("", refusal);
            return Page();
        }

        Done = $"The role is held for {string.Join(", ", chosen.Select(Places.NameOf))} from {On:d MMMM yyyy}.";
        return LocalRedirect(Urls.Person(Held.Account));
    }

    /// <summary>Not found for a role whose place is still there.</summary>
    protected override async Task<IActionResult?> Find(Guid id, CancellationToken cancel)
    {
        if (await base.Find(id, cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        if (Held.Place is not { } place || Places.WhatBecameOf(place, Asker.Today) is not { } became)
        {
            return NotFound();
        }

        Became = became;
        if (HttpMethods.IsGet(Request.Method))
        {
            (To, On) = ([.. became.Now.Select(one => one.Place.ToString())], Held.From < Asker.Today ? Asker.Today : Held.From.AddDays(1));
        }

        return Held.Account == Asker.Account ? Forbid() : null;
    }

    private async Task<string?> Move(Guid id, IReadOnlyList<PlaceKey> places, CancellationToken cancel)
    {
        var held = await Db.HeldRoles.SingleAsync(row => row.Id == id, cancel);
        if (held.IsOverAfter(On!.Value))
        {
            return "This role is over already.";
        }

        Db.HeldRoles.AddRange(held.Move(places, On.Value, clock.GetUtcNow().UtcDateTime, Asker.Account));
        return null;
    }
}
