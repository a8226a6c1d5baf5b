using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Kinds;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Engagement.Profile;

/// <summary>One subject of a profile, to be written or reviewed. Two people who write at once lose nothing.</summary>
[MayDo(Deed.RecordActivity, At = "ward")]
public sealed class SectionPage(WardbookDb db, Asker asker, PlaceTrees trees) : WorkPage(trees)
{
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>0 while nothing was written.</summary>
    [BindProperty]
    public int Version { get; set; }

    public ListedKind Kind { get; private set; } = null!;

    public ProfileSection? Known { get; private set; }

    public Clash? Clash { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string subject, CancellationToken cancel)
    {
        if (!await Find(subject, cancel))
        {
            return NotFound();
        }

        (Words, Version) = (Known?.Words, Known?.Version ?? 0);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string subject, CancellationToken cancel)
    {
        if (!await Find(subject, cancel))
        {
            return NotFound();
        }

        var words = ModelState.Words(nameof(Words), Words, ProfileSection.LongestWords, "Write what is known. When nothing is, say so and what you looked at");
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if ((Known?.Version ?? 0) != Version && Known is { } other && other.Words != words)
        {
            Version = other.Version;
            Clash = Clash.Found(ModelState, nameof(Version), other.Version, ("What is known", other.Words, words));
            return Page();
        }

        var section = Known;
        if (section is null)
        {
            db.ProfileSections.Add(section = new() { Id = Guid.CreateVersion7(), PlaceKind = Ward.Kind, PlaceCode = Ward.Code, Subject = Kind.Id, Words = words, Reviewed = asker.Today, Version = 0 });
        }

        (section.Words, section.Reviewed, section.ReviewedBy) = (words, asker.Today, asker.Account);
        section.Version++;
        if (!await db.TrySaveShown(Ward.Code, cancel) && await Find(subject, cancel) && Known is { } first && first.Words != words)
        {
            // At the same moment as another.
            Version = first.Version;
            Clash = Clash.Found(ModelState, nameof(Version), first.Version, ("What is known", first.Words, words));
            return Page();
        }

        Done = $"{Kind.Name}: reviewed today.";
        return LocalRedirect(Urls.Profile(Ward.Code));
    }

    private async Task<bool> Find(string subject, CancellationToken cancel)
    {
        var day = asker.Today;
        if (await db.ListedKinds.AsNoTracking().SingleOrDefaultAsync(kind => kind.List == KindLists.ProfileSections && kind.Slug == subject && kind.From <= day && (kind.To == null || kind.To >= day), cancel) is not { } found)
        {
            return false;
        }

        Kind = found;
        Known = await db.ProfileSections.SingleOrDefaultAsync(section => section.Subject == found.Id && section.PlaceKind == Ward.Kind && section.PlaceCode == Ward.Code, cancel);
        return true;
    }
}
