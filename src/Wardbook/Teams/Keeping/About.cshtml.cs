using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Kinds;
using Wardbook.Shared.Mail;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Teams.Keeping;

/// <summary>Records a team, or changes what it is called and how residents reach it. The address holds the id that a new one will have, so that sending twice is once.</summary>
[MayDo(Deed.KeepTeams, At = "ward")]
public sealed class AboutPage(WardbookDb db, Asker asker, PlaceTrees trees) : WorkPage(trees)
{
    private KindList kinds = new([]);
    private bool again;

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Telephone { get; set; }

    [BindProperty]
    public string? Hours { get; set; }

    [BindProperty]
    public string? Remit { get; set; }

    /// <summary>The version that was read; 0 for a new team.</summary>
    [BindProperty]
    public int Version { get; set; }

    public Team? Known { get; private set; }

    public bool IsNew => Known is null;

    public Clash? Clash { get; private set; }

    public IReadOnlyList<Choice> Kinds => kinds.Choices(asker.Today, "Choose a kind", Known?.Kind);

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid team, CancellationToken cancel)
    {
        if (!await Find(team, cancel))
        {
            return NotFound();
        }

        (Kind, Name, From, To) = (Known?.Kind.ToString() ?? kinds.All[0].Id.ToString(), Known?.Name, Asked.InField(Known?.From ?? asker.Today), Asked.InField(Known?.To));
        (Email, Telephone, Hours, Remit, Version) = (Known?.Email, Known?.Telephone, Known?.Hours, Known?.Remit ?? Team.UsualRemit, Known?.Version ?? 0);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid team, CancellationToken cancel)
    {
        if (!await Find(team, cancel))
        {
            return NotFound();
        }

        var kind = kinds.Chosen(Kind, asker.Today, Known?.Kind);
        if (kind is null)
        {
            ModelState.AddModelError(nameof(Kind), "Choose what kind of team it is");
        }

        var name = ModelState.Words(nameof(Name), Name, Team.LongestName, "Give the team a name");
        var from = ModelState.Day(nameof(From), From, "Give the first day of the team");
        var to = ModelState.Day(nameof(To), To);
        var email = ModelState.Words(nameof(Email), Email, Team.LongestLine);
        var telephone = ModelState.Words(nameof(Telephone), Telephone, Team.LongestLine);
        var hours = ModelState.Words(nameof(Hours), Hours, Team.LongestLine);
        var remit = ModelState.Words(nameof(Remit), Remit, Team.LongestWords, "Say what the team is for, and that it is not on call day and night");
        if (email.Length > 0 && !Outbox.IsAddress(email))
        {
            ModelState.AddModelError(nameof(Email), "This is not a mail address. Type one such as abbey.team@example.org");
        }

        if (telephone.Length > 0 && telephone.Count(char.IsAsciiDigit) < 3)
        {
            ModelState.AddModelError(nameof(Telephone), "This is not a telephone number. Type one such as 020 7946 0012");
        }

        if (to < from)
        {
            ModelState.AddModelError(nameof(To), "The last day must not be before the first");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (Known is { } known && known.Version != Version)
        {
            // Sent twice, or somebody else was there.
            if (Same(known, kind!.Id, name, from!.Value, to, email, telephone, hours, remit))
            {
                return LocalRedirect(Urls.WorkTeam(Ward.Code));
            }

            Version = known.Version;
            Clash = Clash.Found(ModelState, nameof(Version), known.Version,
                ("Kind of team", kinds.NameOf(known.Kind), kind.Name), ("Name", known.Name, name), ("First day", Asked.InField(known.From), Asked.InField(from)), ("Last day", Asked.InField(known.To), Asked.InField(to)),
                ("E-mail", known.Email, email), ("Telephone", known.Telephone, telephone), ("Hours", known.Hours, hours), ("What it is for", known.Remit, remit));
            return Page();
        }

        var row = Known;
        if (row is null)
        {
            db.Teams.Add(row = new() { Id = team, Kind = kind!.Id, Name = name, PlaceKind = Ward.Kind, PlaceCode = Ward.Code, From = from!.Value });
        }
        else
        {
            row.Version++;
        }

        (row.Kind, row.Name, row.From, row.To) = (kind!.Id, name, from!.Value, to);
        (row.Email, row.Telephone, row.Hours, row.Remit) = (email, telephone, hours, remit);
        try
        {
            await db.SaveShown(Ward.Code, cancel);
        }
        catch (DbUpdateException) when (!again)
        {
            again = true;
            // At the same moment as another: read what stands there now and say so.
            db.ChangeTracker.Clear();
            return await OnPostAsync(team, cancel);
        }

        Done = IsNew ? $"{name} is recorded. Next, post its officers and say how many posts it has." : $"{name} is changed.";
        return LocalRedirect(Urls.WorkTeam(Ward.Code));
    }

    private async Task<bool> Find(Guid team, CancellationToken cancel)
    {
        kinds = await KindList.Find(db, KindLists.Teams, cancel);
        Known = await db.Teams.SingleOrDefaultAsync(row => row.Id == team, cancel);
        return Known is null || Known.Place == Ward;
    }

    private static bool Same(Team known, Guid kind, string name, DateOnly from, DateOnly? to, string email, string telephone, string hours, string remit) =>
        (known.Kind, known.Name, known.From, known.To, known.Email, known.Telephone, known.Hours, known.Remit) == (kind, name, from, to, email, telephone, hours, remit);
}
