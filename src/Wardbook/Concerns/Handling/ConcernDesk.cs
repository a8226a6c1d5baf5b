using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Concerns.Answers;
using Wardbook.Concerns.Categories;
using Wardbook.Shared;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Concerns.Handling;

/// <summary>What waits on the desk of a ward.</summary>
/// <param name="Open">Without an answer, the one due first at the top.</param>
/// <param name="Undecided">Answered, or never to be, and nobody has decided whether the public may read of them.</param>
/// <param name="Held">How many wait in the heap.</param>
public sealed record ConcernDesk(IReadOnlyList<Concern> Open, IReadOnlyList<Concern> Undecided, IReadOnlyList<Concern> Lately, int Held, Catalogue Catalogue, DateTime Now, AnswerPromise Promise)
{
    /// <summary>As many as a page can show; a desk with more says so.</summary>
    public const int Most = 200;

    private const int MostLately = 20, MostLetters = 90;

    public int Overdue => Open.Count(concern => concern.IsOverdue(Now));

    public int New => Open.Count(concern => concern.State == ConcernState.New);

    public int Due => Open.Count(concern => IsNearlyDue(concern));

    public static async Task<ConcernDesk> Find(WardbookDb db, PlaceKey ward, CancellationToken cancel)
    {
        var now = db.Clock.GetUtcNow().UtcDateTime;
        var here = db.Concerns.AsNoTracking().Where(row => row.PlaceCode == ward.Code && row.PlaceKind == ward.Kind);
        return new(
            await here.Where(row => !row.IsHeld && (row.State == ConcernState.New || row.State == ConcernState.TakenUp)).OrderBy(row => row.Due == null).ThenBy(row => row.Due).ThenBy(row => row.SaidAt).Take(Most).ToListAsync(cancel),
            await here.Where(row => !row.IsHeld && row.State != ConcernState.New && row.State != ConcernState.TakenUp && row.State != ConcernState.Merged && row.Moderation == Moderation.Waiting
                && db.ConcernCategories.Any(category => category.Code == row.Category && !category.IsNeverPublic)).OrderBy(row => row.SaidAt).Take(Most).ToListAsync(cancel),
            await here.Where(row => row.Answered != null).OrderByDescending(row => row.Answered).Take(MostLately).ToListAsync(cancel),
            await here.CountAsync(row => row.IsHeld, cancel),
            await Catalogue.Find(db, cancel),
            now,
            await AnswerPromise.Find(db, db.Clock.Today(), cancel));
    }

    public Table Table(string caption, IReadOnlyList<Concern> rows) => new Table<Concern>(caption, rows)
        .Text("said", "What was said", concern => InShort(concern.Said), href: concern => Urls.WorkConcern(concern.PlaceCode, concern.Id))
        .Text("about", "About", concern => Catalogue.NameOf(concern.Category))
        .Text("due", "Answer", concern => DueInWords(concern, Now))
        .Text("state", "State", concern => concern.State.InWords())
        .Text("public", "Public", concern => concern.Moderation.InWords());

    /// <summary>When an answer is due, as a person counts: <c>in 5 hours</c>, <c>2 days late</c>.</summary>
    public static string DueInWords(Concern concern, DateTime now)
    {
        if (concern.Answered is { } answered)
        {
            return $"given on {answered.InForceTime():d MMMM}";
        }

        if (concern.Clock is not { } clock)
        {
            return "nobody waits for one";
        }

        var left = clock.Left(now);
        return clock.IsPaused ? $"paused, with {Spoken(left)} left" : left >= TimeSpan.Zero ? $"due in {Spoken(left)}" : $"{Spoken(-left)} late";
    }

    private static string Spoken(TimeSpan time) => time.TotalHours switch
    {
        < 1 => "less than an hour",
        < 2 => "1 hour",
        < 48 => $"{(int)time.TotalHours} hours",
        _ => $"{(int)time.TotalDays} days",
    };

    private static string InShort(string said) => said.Length == 0 ? "(taken out: its time was over)" : said.Length <= MostLetters ? said : said[..MostLetters].TrimEnd() + "…";

    private bool IsNearlyDue(Concern concern) => concern.Clock is { IsPaused: false } clock && clock.Left(Now) is var left && left >= TimeSpan.Zero && left <= TimeSpan.FromHours(Promise.SergeantHours);
}
