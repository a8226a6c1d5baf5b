using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Teams.Beats;

/// <summary>Adds or changes a beat: which streets, and whose. Who had it before stays in the list.</summary>
[MayDo(Deed.KeepTeams, At = "ward")]
public sealed class BeatPage(WardbookDb db, Asker asker, PlaceTrees trees) : WorkPage(trees)
{
    private List<(Guid Id, string Called)> posted = [];
    private List<BeatOfficer> holders = [];

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Streets { get; set; }

    [BindProperty]
    public string? Posting { get; set; }

    [BindProperty]
    public string? Since { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public Team Team { get; private set; } = null!;

    /// <summary>Null while it is a new one.</summary>
    public MicroBeat? Known { get; private set; }

    public Clash? Clash { get; private set; }

    public IReadOnlyList<Choice> Officers => [new("", "Nobody"), .. posted.Select(one => new Choice(one.Id.ToString(), one.Called))];

    [TempData]
    public string? Done { get; set; }

    private BeatOfficer? Holder => holders.Find(holder => holder.Days.Contains(asker.Today));

    public async Task<IActionResult> OnGetAsync(Guid team, Guid id, CancellationToken cancel)
    {
        if (!await Find(team, id, cancel))
        {
            return NotFound();
        }

        (Name, Streets, Posting, Version) = (Known?.Name, Known?.Streets, Holder?.Posting.ToString(), Known?.Version ?? 0);
        (Since, From, To) = (Asked.InField(Holder?.From ?? asker.Today), Asked.InField(Known?.From ?? asker.Today), Asked.InField(Known?.To));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid team, Guid id, CancellationToken cancel)
    {
        if (!await Find(team, id, cancel))
        {
            return NotFound();
        }

        var name = ModelState.Words(nameof(Name), Name, MicroBeat.LongestName, "Give the beat a name");
        var streets = ModelState.Words(nameof(Streets), Streets, MicroBeat.LongestStreets, "Say which streets belong to it");
        var from = ModelState.Day(nameof(From), From, "Give the first day of the beat");
        var to = ModelState.Day(nameof(To), To);
        Guid? officer = Guid.TryParse(Posting, out var chosen) && posted.Exists(one => one.Id == chosen) ? chosen : null;
        if (officer is null && !string.IsNullOrEmpty(Posting))
        {
            ModelState.AddModelError(nameof(Posting), "Choose somebody who is posted to the team today, or nobody");
        }

        var since = ModelState.Day(nameof(Since), Since, officer is null ? null : "Give the day from which the officer has it");
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
            if ((known.Name, known.Streets, known.From, known.To) == (name, streets, from!.Value, to) && Holder?.Posting == officer)
            {
                return LocalRedirect(Urls.WorkTeam(Ward.Code));
            }

            Version = known.Version;
            Clash = Clash.Found(ModelState, nameof(Version), known.Version, ("Name", known.Name, name), ("Streets", known.Streets, streets), ("First day", Asked.InField(known.From), Asked.InField(from)), ("Last day", Asked.InField(known.To), Asked.InField(to)));
            return Page();
        }

        var beat = Known;
        if (beat is null)
        {
            db.MicroBeats.Add(beat = new() { Id = id, Team = team, Name = name, Streets = streets, From = from!.Value });
        }
        else
        {
            beat.Version++;
        }

        (beat.Name, beat.Streets, beat.From, beat.To) = (name, streets, from!.Value, to);
        GiveTo(id, officer, since ?? asker.Today);
        var saved = await db.TrySaveShown(Ward.Code, cancel);
        Done = !saved ? PlaceVersions.AtOnce : $"The beat {name} is saved.";
        return LocalRedirect(Urls.WorkTeam(Ward.Code));
    }

    /// <summary>Whoever had it has it until the day before; what was to begin later is taken back.</summary>
    private void GiveTo(Guid beat, Guid? officer, DateOnly since)
    {
        if (Holder is { } now && now.Posting == officer)
        {
            return;
        }

        foreach (var holder in holders.Where(holder => holder.To is null || holder.To >= since))
        {
            if (holder.From < since)
            {
                holder.To = since.AddDays(-1);
            }
            else
            {
                db.BeatOfficers.Remove(holder);
            }
        }

        if (officer is { } posting)
        {
            db.BeatOfficers.Add(new() { Id = Guid.CreateVersion7(), Beat = beat, Posting = posting, From = since });
        }
    }

    private async Task<bool> Find(Guid teamId, Guid id, CancellationToken cancel)
    {
        var day = asker.Today;
        if (await db.Teams.AsNoTracking().SingleOrDefaultAsync(row => row.Id == teamId && row.PlaceKind == Ward.Kind && row.PlaceCode == Ward.Code, cancel) is not { } team)
        {
            return false;
        }

        Team = team;
        Known = await db.MicroBeats.SingleOrDefaultAsync(row => row.Id == id, cancel);
        holders = await db.BeatOfficers.Where(row => row.Beat == id).OrderBy(row => row.From).ToListAsync(cancel);
        posted = [.. (await db.Postings.AsNoTracking().Where(row => row.Team == teamId && row.CorrectedBy == null && row.From <= day && (row.To == null || row.To >= day))
            .Join(db.Officers, row => row.Officer, officer => officer.Id, (row, officer) => new { row.Id, officer.Name }).ToListAsync(cancel))
            .OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => (one.Id, Called.AsHeading(one.Name)))];
        return Known is null || Known.Team == teamId;
    }
}
