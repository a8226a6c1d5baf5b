using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Periods;
using Wardbook.Shared;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Kinds;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Engagement.Activities;

/// <summary>Plans an activity, or a series of them, or changes one. The address holds the id that a new one will have.</summary>
[MayDo(Deed.RecordActivity, At = "ward")]
public sealed class PlanPage(WardbookDb db, Asker asker, PlaceTrees trees, CountsHeld counts, TimeProvider clock) : WorkPage(trees)
{
    private KindList kinds = new([]);
    private List<Choice> officers = [];

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Day { get; set; }

    [BindProperty]
    public string? Starts { get; set; }

    [BindProperty]
    public string? Ends { get; set; }

    [BindProperty]
    public string? Where { get; set; }

    [BindProperty]
    public string? RunBy { get; set; }

    [BindProperty]
    public string? Repeat { get; set; }

    [BindProperty]
    public string? Until { get; set; }

    [BindProperty]
    public string? Before { get; set; }

    [BindProperty]
    public string? Notes { get; set; }

    [BindProperty]
    public string? Advertise { get; set; }

    [BindProperty]
    public string? Another { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public EngagementActivity? Known { get; private set; }

    public Clash? Clash { get; private set; }

    /// <summary>One that looks like what is being written down, in words; null when none does.</summary>
    public string? MayBeTheSame { get; private set; }

    public IReadOnlyList<Choice> Kinds => kinds.Choices(asker.Today, "Choose a kind", Known?.Kind);

    public IReadOnlyList<Choice> Officers => officers;

    public IReadOnlyList<Choice> Repeats { get; } =
        [new("", "No, once"), new("1", "Every week"), new("2", "Every second week"), new("4", "Every fourth week"), new("month", "The same weekday of each month, such as the first Tuesday"), new("last", "The last such weekday of each month")];

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
        {
            return NotFound();
        }

        if (Known is { } known)
        {
            (Kind, Title, Day, Starts, Ends, Where) = (known.Kind.ToString(), known.Title, Asked.InField(known.Day), Asked.InField(known.Starts), Asked.InField(known.Ends), known.Where);
            (RunBy, Before, Notes, Version) = (known.RunBy?.ToString(), known.Before, known.Notes, known.Version);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
        {
            return NotFound();
        }

        if (Read() is not { } plan)
        {
            return Page();
        }

        if (Known is { } known)
        {
            return await Change(known, plan, cancel);
        }

        await AskWhetherTheSame(plan, cancel);
        var days = Days(plan.Day);
        return ModelState.IsValid ? await Add(id, plan, days, cancel) : Page();
    }

    private async Task<IActionResult> Add(Guid id, Plan plan, IReadOnlyList<DateOnly> days, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        Guid? series = null;
        if (Rule(plan.Day) is { } rule)
        {
            // The series is known by its first: sent twice, it is one.
            db.ActivitySeries.Add(new() { Id = id, Rule = rule.ToString(), First = plan.Day, Until = days[^1] });
            series = id;
        }

        foreach (var (number, day) in days.Index())
        {
            var activity = new EngagementActivity
            {
                Id = number == 0 ? id : Guid.CreateVersion7(),
                Kind = plan.Kind,
                PlaceKind = Ward.Kind,
                PlaceCode = Ward.Code,
                Title = plan.Title,
                Day = day,
                Where = plan.Where,
                Series = series,
                SeriesDay = series is null ? null : day,
                Made = now,
                MadeBy = asker.Account,
                Advertised = Advertise == "yes" && day >= asker.Today ? now : null,
            };
            plan.Into(activity);
            activity.Day = day;
            db.EngagementActivities.Add(activity);
        }

        Done = !await db.TrySaveShown(Ward.Code, cancel) ? PlaceVersions.AtOnce
            : days.Count > 1 ? $"{days.Count} activities are planned, {Rule(plan.Day)!.InWords()}, to {days[^1].InWords()}."
            : plan.Day < asker.Today ? $"{plan.Title} is written down. Say next how many came." : $"{plan.Title} is planned{(Advertise == "yes" ? " and advertised" : "")}.";
        return LocalRedirect(days.Count > 1 ? Urls.Engagement(Ward.Code) : Urls.Activity(Ward.Code, id));
    }

    private async Task<IActionResult> Change(EngagementActivity known, Plan plan, CancellationToken cancel)
    {
        if (known.Version != Version)
        {
            if (Plan.Of(known) == plan)
            {
                return LocalRedirect(Urls.Activity(Ward.Code, known.Id));
            }

            Version = known.Version;
            Clash = Clash.Found(ModelState, nameof(Version), known.Version, ("Kind", kinds.NameOf(known.Kind), kinds.NameOf(plan.Kind)), ("What it is called", known.Title, plan.Title), ("Day", Asked.InField(known.Day), Asked.InField(plan.Day)),
                ("Starts", Asked.InField(known.Starts), Asked.InField(plan.Starts)), ("Ends", Asked.InField(known.Ends), Asked.InField(plan.Ends)), ("Where", known.Where, plan.Where), ("Told before", known.Before, plan.Before), ("For the team", known.Notes, plan.Notes));
            return Page();
        }

        plan.Into(known);
        known.Version++;
        Done = await db.TrySaveShown(Ward.Code, () => counts.Count(db, known, asker.Account, clock.GetUtcNow().UtcDateTime, cancel), cancel) ? known.Held is null ? "The plan is changed." : "It is put right, and what is counted of it with it." : PlaceVersions.AtOnce;
        return LocalRedirect(Urls.Activity(Ward.Code, known.Id));
    }

    private Plan? Read()
    {
        var kind = kinds.Chosen(Kind, asker.Today, Known?.Kind);
        if (kind is null)
        {
            ModelState.AddModelError(nameof(Kind), "Choose a kind");
        }

        var title = ModelState.Words(nameof(Title), Title, EngagementActivity.LongestTitle, "Say what it is called");
        var day = ModelState.Day(nameof(Day), Day, "Give the day");
        var starts = ModelState.Time(nameof(Starts), Starts);
        var ends = ModelState.Time(nameof(Ends), Ends);
        var where = ModelState.Words(nameof(Where), Where, EngagementActivity.LongestWhere, "Say where it is, so that a stranger finds it");
        var before = ModelState.Words(nameof(Before), Before, EngagementActivity.LongestWords);
        var notes = ModelState.Words(nameof(Notes), Notes, EngagementActivity.LongestWords);
        Guid? officer = Guid.TryParse(RunBy, out var chosen) && officers.Exists(one => one.Value == RunBy) ? chosen : null;
        if (ends is not null && (starts is null || ends <= starts))
        {
            ModelState.AddModelError(nameof(Ends), starts is null ? "It has an end and no beginning. Give the time at which it starts" : $"It starts at {ActivityRow.InWords(starts.Value)}. The end must be later on the same day");
        }

        if (day > asker.Today.AddYears(2) || day < asker.Today.AddYears(-WardActivities.YearsBack))
        {
            ModelState.AddModelError(nameof(Day), "The day must be within two years of today");
        }

        if (Known?.Held is not null && day > asker.Today)
        {
            ModelState.AddModelError(nameof(Day), $"It was held, so the day cannot be after today. If it is still to come, say first that it was not held");
        }

        return ModelState.IsValid ? new(kind!.Id, title, day!.Value, starts, ends, where, officer, before, notes) : null;
    }

    private Recurrence? Rule(DateOnly day) => Repeat switch
    {
        "month" => Recurrence.LikeInMonth(day),
        "last" => Recurrence.LastInMonth(day),
        "1" or "2" or "4" => Recurrence.EveryWeeks(Repeat[0] - '0', day),
        _ => null,
    };

    private IReadOnlyList<DateOnly> Days(DateOnly first)
    {
        if (Rule(first) is not { } rule)
        {
            return [first];
        }

        var until = ModelState.Day(nameof(Until), Until, "Give the last day of the series");
        if (until <= first || until > first.AddYears(1))
        {
            ModelState.AddModelError(nameof(Until), $"The last day must be after {first.InWords()} and within a year of it");
        }

        if (rule.Ordinal == -1 && !rule.Days(first, first).Any())
        {
            ModelState.AddModelError(nameof(Day), $"{first.InWords()} is not the last {first.DayOfWeek} of its month. Give the first day of the series");
        }

        return ModelState.IsValid ? [.. rule.Days(first, until!.Value)] : [];
    }

    private async Task AskWhetherTheSame(Plan plan, CancellationToken cancel)
    {
        // Sent again, a day later, by somebody else, with another form: it looks the same and may not be.
        var (from, to) = (plan.Day.AddDays(-1), plan.Day.AddDays(1));
        var near = await db.EngagementActivities.AsNoTracking()
            .Where(one => one.PlaceKind == Ward.Kind && one.PlaceCode == Ward.Code && one.Kind == plan.Kind && one.Cancelled == null && one.Day >= from && one.Day <= to).ToListAsync(cancel);
        if (near.Find(one => Same(one.Title, plan.Title) || (one.Day == plan.Day && (Same(one.Where, plan.Where) || (one.Starts is not null && one.Starts == plan.Starts)))) is not { } same)
        {
            return;
        }

        MayBeTheSame = $"the same as {same.Title} on {same.Day.InWords()}, {same.Where}";
        if (Another != "yes")
        {
            ModelState.AddModelError(nameof(Another), $"There is {same.Title} on {same.Day.InWords()} already. Say whether this is another one");
        }
    }

    private static bool Same(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);

    private async Task<bool> Find(Guid id, CancellationToken cancel)
    {
        var day = asker.Today;
        Known = await ActivityPage.InWard(db, Ward, id, cancel);
        if (Known is { State: ActivityState.Cancelled } || (Known is null && await db.EngagementActivities.AnyAsync(row => row.Id == id, cancel)))
        {
            return false;
        }

        kinds = await KindList.Find(db, KindLists.Engagement, cancel);
        var own = Known?.RunBy;
        officers =
        [
            new("", "Nobody yet"),
            .. (await db.Postings.AsNoTracking()
                    .Where(posting => posting.Id == own || (posting.CorrectedBy == null && posting.From <= day && (posting.To == null || posting.To >= day)
                        && db.Teams.Any(team => team.Id == posting.Team && team.PlaceKind == Ward.Kind && team.PlaceCode == Ward.Code)))
                    .Join(db.Officers, posting => posting.Officer, officer => officer.Id, (posting, officer) => new { posting.Id, officer.Name }).ToListAsync(cancel))
                .OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => new Choice(one.Id.ToString(), Called.AsHeading(one.Name))),
        ];
        return true;
    }

    /// <summary>What a form says of an activity, read.</summary>
    private sealed record Plan(Guid Kind, string Title, DateOnly Day, TimeOnly? Starts, TimeOnly? Ends, string Where, Guid? RunBy, string Before, string Notes)
    {
        public static Plan Of(EngagementActivity one) => new(one.Kind, one.Title, one.Day, one.Starts, one.Ends, one.Where, one.RunBy, one.Before, one.Notes);

        public void Into(EngagementActivity one)
        {
            (one.Kind, one.Title, one.Day, one.Starts, one.Ends, one.Where) = (Kind, Title, Day, Starts, Ends, Where);
            (one.RunBy, one.Before, one.Notes) = (RunBy, Before, Notes);
        }
    }
}
