using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Wardbook.Accounts;
using Wardbook.Places;

namespace Wardbook.Shared.Work;

/// <summary><c>&lt;w-work ward="Model.Ward" /&gt;</c>: links to the working pages of a ward that whoever asks may open.</summary>
[HtmlTargetElement("w-work", TagStructure = TagStructure.WithoutEndTag)]
public sealed class WorkTagHelper(Asker asker, PlaceTrees trees) : TagHelper
{
    /// <summary>Each page with the deed that opens it.</summary>
    public static IReadOnlyList<(string Text, Func<PlaceCode, string> Href, Deed Deed)> Pages { get; } =
    [
        ("Today", Urls.Work, Deed.ReadWork),
        ("Team", Urls.WorkTeam, Deed.ReadWork),
        ("Profile", Urls.Profile, Deed.ReadWork),
        ("Communities", Urls.Communities, Deed.ReadWork),
        ("Engagement", Urls.Engagement, Deed.ReadWork),
        ("Network", Urls.Network, Deed.ReadContacts),
        ("Concerns", Urls.WorkConcerns, Deed.RecordConcerns),
        ("Issues", Urls.WorkIssues, Deed.RecordConcerns),
        ("Priorities", Urls.WorkPriorities, Deed.ReadWork),
        ("Actions", Urls.Actions, Deed.ReadWork),
        ("What was done", Urls.WorkActivity, Deed.ReadWork),
        ("Cycle", Urls.WardCycle, Deed.ReadWork),
    ];

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public PlaceKey Ward { get; set; }

    /// <summary>The first working page of the ward for which somebody holds a role; null when they hold none for a ward.</summary>
    public static string? First(Asker asker) => asker.Roles
        .Where(held => held.Place is { Kind: "ward" })
        .SelectMany(held => Pages.Where(page => RoleTable.Of(held.Role, page.Deed) != Reach.Nowhere).Take(1).Select(page => page.Href(held.Place!.Value.Code)))
        .FirstOrDefault();

    /// <summary>The desk of the first cluster, borough or force for which somebody may compare teams; null when there is none.</summary>
    public static (string Text, string Href)? FirstPlace(Asker asker) => asker.Roles
        .Where(held => held.Place is { } place && place.Kind != "ward" && RoleTable.Of(held.Role, Deed.ReadPerformance) != Reach.Nowhere)
        .Select(held => ((string, string)?)($"My {held.Place!.Value.Kind}", Urls.PlaceDesk(held.Place.Value.Code))).FirstOrDefault();

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var path = ViewContext.HttpContext.Request.Path;
        List<(string Text, string Href)> open = [];
        foreach (var (text, href, deed) in Pages)
        {
            if (await asker.May(deed, Ward))
            {
                open.Add((text, href(Ward.Code)));
            }
        }

        var name = (await trees.Current()).NameOf(Ward);
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "w-subnav");
        output.Attributes.SetAttribute("aria-label", $"Work in {name}");
        output.Content.SetHtmlContent(Markup.Of($"""
            <p class="w-subnav__of"><a href="{Urls.Ward(Ward.Code)}">{name}</a></p>
            <ul>{Markup.Each(open, page => Markup.Of($"""<li><a href="{page.Href}"{Markup.Attribute("aria-current", (page.Href == Urls.Work(Ward.Code) ? path == page.Href : path.StartsWithSegments(page.Href)) ? "page" : null)}>{page.Text}</a></li>"""))}</ul>
            """));
    }
}
