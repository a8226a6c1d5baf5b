using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Wardbook.Shared;

namespace Wardbook.Accounts.Administration;

/// <summary><c>&lt;w-administration /&gt;</c>: links to the pages of administration that whoever asks may open.</summary>
[HtmlTargetElement("w-administration", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AdministrationTagHelper(Asker asker) : TagHelper
{
    /// <summary>Each page with the deed that opens it.</summary>
    public static IReadOnlyList<(string Text, string Href, Deed Deed)> Pages { get; } =
    [
        ("People", Urls.People, Deed.ManagePeople),
        ("Invitations", Urls.Invitations, Deed.ManagePeople),
        ("Imports", Urls.Imports, Deed.ImportData),
        ("Record of changes", Urls.Changes, Deed.ReadChangeRecord),
        ("A person's data", Urls.FindPersonalData, Deed.KeepPersonalData),
        ("How long records are kept", Urls.Retention, Deed.KeepPersonalData),
        ("Health", Urls.HealthPage, Deed.ManageSettings),
        ("What concerns are about", Urls.ConcernCategories, Deed.ManageSettings),
        ("What teams count", Urls.ActivityKinds, Deed.ManageSettings),
        ("What the cycle asks", Urls.CycleRules, Deed.ManageSettings),
        ("Mail", Urls.MailPage, Deed.ManageSettings),
        ("Settings", Urls.SettingsPage, Deed.ManageSettings),
        ("Single sign-on", Urls.SignOnPage, Deed.ManageSettings),
    ];

    /// <summary>The first page that whoever asks may open; null when there is none.</summary>
    public static string? First(Asker asker) => Pages.Where(page => asker.May(page.Deed)).Select(page => page.Href).FirstOrDefault();

    /// <summary>Roles are held by people, and histories are part of the record, whatever their addresses.</summary>
    private static bool IsHere(string href, PathString path) => path.StartsWithSegments(href) || href switch
    {
        Urls.People => path.StartsWithSegments("/administration/roles"),
        Urls.Changes => path.StartsWithSegments("/history"),
        _ => false,
    };

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var path = ViewContext.HttpContext.Request.Path;
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "w-subnav");
        output.Attributes.SetAttribute("aria-label", "Administration");
        output.Content.SetHtmlContent(Markup.Of($"""
            <ul>{Markup.Each(Pages.Where(page => asker.May(page.Deed)), page => Markup.Of($"""<li><a href="{page.Href}"{Markup.Attribute("aria-current", IsHere(page.Href, path) ? "page" : null)}>{page.Text}</a></li>"""))}</ul>
            """));
    }
}
