using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Wardbook.Accounts.Administration.Roles;

/// <summary>A page on which a role for a place and days is asked for, checked, and then given or promised.</summary>
public abstract class AskedRolePage(Asker asker, PlaceTrees trees) : PageModel
{
    public PlaceTree Places { get; private set; } = PlaceTree.Empty;

    [BindProperty]
    public string? Role { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    /// <summary>It was looked at once more and is right.</summary>
    [BindProperty]
    public bool Checked { get; set; }

    /// <summary><c>change</c> on the way back from checking: the form again, with what was typed.</summary>
    [BindProperty(Name = "step")]
    public string? Step { get; set; }

    /// <summary>What was asked and is right, to be looked at once more.</summary>
    public AskedRole? Checking { get; private set; }

    [TempData]
    public string? Done { get; set; }

    protected Asker Asker => asker;

    protected async Task ReadPlaces() => Places = await trees.Current();

    /// <returns>What is to be done now; null when the page is to be shown once more.</returns>
    protected AskedRole? Read()
    {
        var asked = AskedRole.Read(ModelState, Places, asker.Today, Role, Place, From, To);
        if (Step == "change")
        {
            ModelState.Remove(nameof(Place));
            Place = asked?.Place is { } place ? Places.TypedAs(place) : Place;
            return null;
        }

        Checking = Checked ? null : asked;
        return Checked ? asked : null;
    }
}
