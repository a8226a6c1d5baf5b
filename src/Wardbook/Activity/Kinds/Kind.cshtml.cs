using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Activity.Counting;
using Wardbook.Shared;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Kinds;
using Wardbook.Store;

namespace Wardbook.Activity.Kinds;

/// <summary>Adds a kind of activity, or changes, renames or ends one. Nothing is taken away.</summary>
[MayDo(Deed.ManageSettings)]
public sealed class KindPage(WardbookDb db, TimeProvider clock) : PageModel
{
    private const string NewOne = "new", Halves = "halves", Public = "public", ReferenceOnly = "reference-only";

    private ActivityCatalogue catalogue = new([]);
    private KindList engagement = new([]);
    private List<HeldCount> counts = [];

    [FromRoute]
    public string Code { get; set; } = NewOne;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? One { get; set; }

    [BindProperty]
    public string? Many { get; set; }

    [BindProperty]
    public string? NamedFrom { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? Group { get; set; }

    [BindProperty]
    public string[] Flags { get; set; } = [];

    [BindProperty]
    public string? AskAbove { get; set; }

    [BindProperty]
    public string? Rank { get; set; }

    [BindProperty]
    public string? To { get; set; }

    /// <summary>The kinds of engagement that count here by themselves once they were held.</summary>
    [BindProperty]
    public string[] Held { get; set; } = [];

    [BindProperty]
    public string? Part { get; set; }

    /// <summary>The id that a new name will have: the form sent twice adds it once.</summary>
    [BindProperty]
    public Guid New { get; set; }

    [TempData]
    public string? Done { get; set; }

    /// <summary>Null for a new one.</summary>
    public NamedKind? Was { get; private set; }

    public DateOnly Today => clock.Today();

    public static IReadOnlyList<Choice> Groups { get; } = [.. Enum.GetValues<ActivityGroup>().Select(group => new Choice(group.ToString(), group.InWords()))];

    /// <summary>What it is about cannot become something else once there are records.</summary>
    public IReadOnlyList<Choice> FlagChoices =>
    [
        new(Halves, "There may be halves", "As of hours: one and a half"),
        new(Public, "Residents are told how much of it was done", "On the page of their ward, for the last 12 months"),
        .. Was is null ? new[] { new Choice(ReferenceOnly, "Only a count and a reference are kept", "As of intelligence reports: no place, and nothing of what they say") } : [],
    ];

    public static IReadOnlyList<Choice> Parts { get; } = [new(nameof(CountedPart.One), "One of each"), new(nameof(CountedPart.People), "Everybody who came, where somebody counted them")];

    public IReadOnlyList<Choice> HeldChoices => [.. engagement.All.Where(kind => kind.HoldsOn(Today) || counts.Exists(row => row.Engagement == kind.Id)).Select(kind => new Choice(kind.Id.ToString(), kind.Name))];

    public IReadOnlyList<Link> Trail => [new("What teams count", Urls.ActivityKinds), new(Was is null ? "Add" : "Change", null)];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await Read(cancel))
        {
            return NotFound();
        }

        ModelState.Clear();
        New = Guid.CreateVersion7();
        (Held, Part) = ([.. counts.Select(row => row.Engagement.ToString())], (counts.FirstOrDefault()?.Part ?? CountedPart.One).ToString());
        if (Was is not { } was)
        {
            (From, AskAbove, Rank) = (Asked.InField(Today), "10", Text(catalogue.Kinds.Select(kind => kind.Kind.Rank).DefaultIfEmpty().Max() + 10));
            return Page();
        }

        var name = was.On(Today);
        (Name, One, Many, NamedFrom) = (name.Name, name.One, name.Many, Asked.InField(Today));
        (Group, AskAbove, Rank, To) = (was.Kind.Group.ToString(), Text(was.Kind.AskAbove), Text(was.Kind.Rank), Asked.InField(was.Kind.To));
        Flags = [.. was.Kind.HasHalves ? new[] { Halves } : [], .. was.Kind.IsPublic ? new[] { Public } : []];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await Read(cancel))
        {
            return NotFound();
        }

        ModelState.Clear();
        if (New != default && await db.ActivityKindNames.AsNoTracking().SingleOrDefaultAsync(row => row.Id == New, cancel) is { } there)
        {
            // Sent twice.
            Done = $"{there.Name} is saved.";
            return Redirect(Urls.ActivityKinds);
        }

        var name = ModelState.Words(nameof(Name), Name, ActivityKind.LongestName, "Type a name");
        var one = ModelState.Words(nameof(One), One, ActivityKind.LongestUnit, "Say what one is called");
        var many = ModelState.Words(nameof(Many), Many, ActivityKind.LongestUnit, "Say what several are called");
        var from = Was?.Kind.From ?? ModelState.Day(nameof(From), From, "Say from which day it is counted") ?? Today;
        var namedFrom = Was is null ? from : ModelState.Day(nameof(NamedFrom), NamedFrom, "Say from which day it is called so") ?? Today;
        var above = ModelState.Number(nameof(AskAbove), AskAbove, 1, ActivityRecord.Most, $"Type a whole number from 1 to {Numbers.InFigures(ActivityRecord.Most)}", "Say above which number to ask") ?? 1;
        var rank = ModelState.Number(nameof(Rank), Rank, 0, ActivityKind.MostRank, $"Type a whole number up to {Numbers.InFigures(ActivityKind.MostRank)}", "Say where in the list it stands") ?? 0;
        var to = ModelState.Day(nameof(To), To);
        Check(from, namedFrom, to, name, Enum.TryParse<ActivityGroup>(Group, out var group) && Enum.IsDefined(group));
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var kind = Was is null ? null : await db.ActivityKinds.SingleAsync(row => row.Code == Code, cancel);
        if (kind is null)
        {
            db.ActivityKinds.Add(kind = new() { Code = NewCode(name), Group = group, AskAbove = above, From = from, IsReferenceOnly = Flags.Contains(ReferenceOnly) });
        }

        (kind.Group, kind.HasHalves, kind.IsPublic, kind.AskAbove, kind.Rank, kind.To) = (group, Flags.Contains(Halves), Flags.Contains(Public), above, rank, to);
        if (Was?.On(namedFrom) is not { } now || (now.Name, now.One, now.Many) != (name, one, many))
        {
            db.ActivityKindNames.Add(new() { Id = New == default ? Guid.CreateVersion7() : New, Kind = kind.Code, From = namedFrom, Name = name, One = one, Many = many, Made = clock.GetUtcNow().UtcDateTime });
        }

        if (!kind.IsReferenceOnly)
        {
            await ChangeCounts(kind, cancel);
        }

        await db.SaveChangesAsync(cancel);
        Done = $"{name} is saved.";
        return Redirect(Urls.ActivityKinds);
    }

    /// <summary>From today on; what ends counts to the end of today, and what takes its place from tomorrow.</summary>
    private async Task ChangeCounts(ActivityKind kind, CancellationToken cancel)
    {
        var part = Part == nameof(CountedPart.People) ? CountedPart.People : CountedPart.One;
        var asked = engagement.All.Select(one => one.Id).Where(id => Held.Contains(id.ToString())).ToHashSet();
        foreach (var over in counts.Where(row => !asked.Contains(row.Engagement) || row.Part != part))
        {
            over.To = Today;
        }

        var until = (await db.HeldCounts.AsNoTracking().Where(row => row.Kind == kind.Code && row.To >= Today).Select(row => row.Engagement).ToListAsync(cancel)).Concat(counts.Where(row => row.To is not null).Select(row => row.Engagement)).ToHashSet();
        db.HeldCounts.AddRange(asked.Where(id => !counts.Exists(row => row.Engagement == id && row.Part == part))
            .Select(id => new HeldCount { Id = Guid.CreateVersion7(), Engagement = id, Kind = kind.Code, Part = part, From = until.Contains(id) ? Today.AddDays(1) : kind.From > Today ? kind.From : Today }));
    }

    private void Check(DateOnly from, DateOnly namedFrom, DateOnly? to, string name, bool isGroup)
    {
        if (namedFrom < from)
        {
            ModelState.AddModelError(nameof(NamedFrom), $"It is counted from {from.InWords()} on: a new name begins then or later");
        }

        if (to < from)
        {
            ModelState.AddModelError(nameof(To), "The last day must be on or after the first");
        }
        else if (to < Today && to != Was?.Kind.To)
        {
            ModelState.AddModelError(nameof(To), "The last day must be today or later: what could be recorded cannot be unmade");
        }

        if (!isGroup)
        {
            ModelState.AddModelError(nameof(Group), "Choose what it is for");
        }

        if (catalogue.Kinds.Any(kind => kind.Code != Code && kind.Kind.HoldsOn(Today) && string.Equals(kind.NameOn(Today), name, StringComparison.OrdinalIgnoreCase)))
        {
            ModelState.AddModelError(nameof(Name), $"There is a kind called {name} already: two of one name would be counted apart");
        }
    }

    private async Task<bool> Read(CancellationToken cancel)
    {
        catalogue = await ActivityCatalogue.Find(db, cancel);
        Was = Code == NewOne ? null : catalogue.Of(Code);
        engagement = await KindList.Find(db, KindLists.Engagement, cancel);
        counts = await db.HeldCounts.Where(row => row.Kind == Code && row.To == null).ToListAsync(cancel);
        return Code == NewOne || Was is not null;
    }

    /// <summary>Made of the name, and never the code of another.</summary>
    private string NewCode(string name)
    {
        var plain = string.Join('-', string.Concat(name.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        plain = plain.Length is 0 || plain == NewOne ? "kind" : plain[..Math.Min(plain.Length, ActivityKind.LongestCode - 4)].TrimEnd('-');
        var code = plain;
        for (var number = 2; catalogue.Of(code) is not null; number++)
        {
            code = $"{plain}-{number}";
        }

        return code;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
