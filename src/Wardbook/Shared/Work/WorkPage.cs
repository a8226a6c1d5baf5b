using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Wardbook.Accounts;
using Wardbook.Places;

namespace Wardbook.Shared.Work;

/// <summary>A working page of a ward, at <c>/work/{ward}/...</c>: the ward is found before anything else; without one there is no page.</summary>
/// <remarks>Whoever has a policy <c>[MayDo(..., At = "ward")]</c> has been let in by the time this runs. What a page finds by an id it looks for in this ward alone.</remarks>
public abstract class WorkPage(PlaceTrees trees) : PageModel
{
    public PlaceKey Ward { get; private set; }

    /// <summary>Such as <c>Abbey ward</c>.</summary>
    public string WardName { get; private set; } = "";

    public PlaceTree Places { get; private set; } = PlaceTree.Empty;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Places = await trees.Current();
        if (!PlaceCode.TryParse(context.RouteData.Values["ward"] as string, out var code) || !Places.Has(new("ward", code)))
        {
            context.Result = NotFound();
            return;
        }

        Ward = new("ward", code);
        WardName = Places.NameOf(Ward);
        await next();
    }

    /// <summary>The way back: the ward, then these.</summary>
    public IReadOnlyList<Link> Trail(params Link[] more) => [new(WardName, Urls.Ward(Ward.Code)), .. more];
}
