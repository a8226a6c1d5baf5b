using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Activity.Records;

/// <summary>What is looked for among the records of a ward.</summary>
/// <param name="Kind">A code; null for all.</param>
/// <param name="All">Also what was put right or taken back.</param>
public sealed record ActivitySearch(string? Kind = null, Guid? Officer = null, Guid? Priority = null, DateOnly? From = null, DateOnly? To = null, bool All = false);

/// <summary>The records of a ward that were looked for: what the page and the files show, the latest first.</summary>
/// <param name="Count">Of all that were found.</param>
public sealed record WardActivity(PlaceKey Ward, ActivityCatalogue Catalogue, int Count, IReadOnlyList<ShownActivity> Records)
{
    /// <summary>A file has no more lines; a ward's year has some ten thousand.</summary>
    public const int MostInFile = 100_000;

    /// <summary>A fixed number of queries.</summary>
    /// <param name="paging">Told the count, says which part is wanted.</param>
    public static async Task<WardActivity> Find(WardbookDb db, PlaceKey ward, ActivitySearch search, Func<int, Paging> paging, CancellationToken cancel)
    {
        var catalogue = await ActivityCatalogue.Find(db, cancel);
        var found = db.ActivityRecords.AsNoTracking().Where(record => record.PlaceKind == ward.Kind && record.PlaceCode == ward.Code
            && (search.Kind == null || record.Kind == search.Kind)
            && (search.Officer == null || record.Officer == search.Officer)
            && (search.Priority == null || record.Priority == search.Priority)
            && (search.From == null || record.Day >= search.From)
            && (search.To == null || record.Day <= search.To)
            && (search.All || (!record.IsTakenBack && !db.ActivityRecords.Any(other => other.Corrects == record.Id))));
        var count = await HowMany(db, ward, search, found, cancel);
        var part = paging(count);
        return new(ward, catalogue, count, await Shown(db, found.OrderByDescending(record => record.Day).ThenByDescending(record => record.Made).ThenByDescending(record => record.Id).Skip(part.Skip).Take(part.Each), cancel));
    }

    /// <summary>Where the totals know it, from them: a ward's year lies all over the table of a force, and counting it would read every page of it.</summary>
    private static async Task<int> HowMany(WardbookDb db, PlaceKey ward, ActivitySearch search, IQueryable<ActivityRecord> found, CancellationToken cancel) =>
        search is { Officer: null, Priority: null, From: null, To: null, All: false }
            ? await db.ActivityTotals.Where(total => total.Step == Step.Month && total.PlaceKind == ward.Kind && total.PlaceCode == ward.Code && (search.Kind == null || total.Kind == search.Kind)).SumAsync(total => total.Records, cancel)
            : await found.CountAsync(cancel);

    /// <summary>Records with what belongs to each, in their order.</summary>
    public static async Task<IReadOnlyList<ShownActivity>> Shown(WardbookDb db, IQueryable<ActivityRecord> records, CancellationToken cancel)
    {
        var rows = await records.Select(record => new
        {
            Record = record,
            Officer = db.Officers.Where(officer => officer.Id == record.Officer).Select(officer => officer.Name).FirstOrDefault(),
            Team = db.Teams.Where(team => team.Id == record.Team).Select(team => team.Name).FirstOrDefault(),
            Priority = db.Priorities.Where(priority => priority.Id == record.Priority).Select(priority => priority.Title).FirstOrDefault(),
            Action = db.PlannedActions.Where(action => action.Id == record.Action).Select(action => action.What).FirstOrDefault(),
            Held = db.EngagementActivities.Where(held => held.Id == record.Held).Select(held => held.Title).FirstOrDefault(),
            By = db.Accounts.Where(account => account.Id == record.MadeBy).Select(account => account.Name).FirstOrDefault(),
        }).ToListAsync(cancel);

        // Asked by itself: within the other query it would number the corrections of every record there is.
        var ids = rows.ConvertAll(row => row.Record.Id);
        var later = (await db.ActivityRecords.Where(other => other.Corrects != null && ids.Contains(other.Corrects.Value)).Select(other => new { other.Corrects, other.Id, other.IsTakenBack }).ToListAsync(cancel))
            .ToDictionary(other => other.Corrects!.Value);
        return
        [
            .. rows.Select(row => (Row: row, Later: later.GetValueOrDefault(row.Record.Id))).Select(one => new ShownActivity(
                one.Row.Record, one.Row.Officer, one.Row.Team, one.Row.Priority, one.Row.By, one.Later?.Id,
                one.Row.Record.IsTakenBack ? Standing.TakesBack : one.Later is null ? Standing.Counts : one.Later.IsTakenBack ? Standing.TakenBack : Standing.PutRight) { Action = one.Row.Action, Held = one.Row.Held }),
        ];
    }

    public Table Table => new Table<ShownActivity>("What was recorded", Records)
        .Text("what", "What", one => Catalogue.InWords(one.Record.Kind, one.Record.Amount, one.Record.Day), href: one => Urls.ActivityRecord(one.Record.PlaceCode, one.Record.Id))
        .Text("day", "Day", one => one.Record.Day)
        .Text("where", "Where", one => one.Record.Where, absent: "not said")
        .Text("priority", "For", one => one.Priority, absent: "no priority in particular")
        .Text("officer", "By", one => one.Who, absent: "not known")
        .Text("held", "Counted by itself from", one => one.Held, href: one => one.Record.Held is { } held ? Urls.Activity(one.Record.PlaceCode, held) : null, absent: "recorded by hand")
        .Text("standing", "State", one => one.Standing.InWords());

    /// <summary>The same with everything that is kept of each.</summary>
    public Table File => new Table<ShownActivity>("What was recorded", Records)
        .Text("id", "Record", one => one.Record.Id.ToString())
        .Text("day", "Day", one => one.Record.Day)
        .Text("kind", "Kind", one => one.Record.Kind)
        .Text("name", "Called", one => Catalogue.NameOf(one.Record.Kind, one.Record.Day))
        .Text("group", "Group", one => Catalogue.Of(one.Record.Kind)?.Kind.Group.InWords())
        .Number("amount", "How many", one => one.Record.Amount.Value, decimals: 1)
        .Text("where", "Where", one => one.Record.Where)
        .Text("priority", "For", one => one.Priority)
        .Text("action", "Planned", one => one.Action)
        .Text("reference", "Reference", one => one.Record.Reference)
        .Text("team", "Team", one => one.Team)
        .Text("officer", "By", one => one.Officer)
        .Text("standing", "State", one => one.Standing.InWords())
        .Text("corrects", "Puts right or takes back", one => one.Record.Corrects?.ToString())
        .Text("made", "Recorded", one => DateOnly.FromDateTime(one.Record.Made.InForceTime()))
        .Text("held", "Counted by itself from", one => one.Held)
        .Text("activity", "Activity", one => one.Record.Held?.ToString());
}

/// <summary>A record with what belongs to it.</summary>
/// <param name="Officer">As colleagues know them, empty once erased; null when it was for the team.</param>
/// <param name="By">Whoever wrote it down.</param>
/// <param name="Later">The record that puts this one right or takes it back.</param>
public sealed record ShownActivity(ActivityRecord Record, string? Officer, string? Team, string? Priority, string? By, Guid? Later, Standing Standing)
{
    /// <summary>What was planned and is done by it, in words; null for none.</summary>
    public string? Action { get; init; }

    /// <summary>What the engagement activity is called of which it is counted; null for what somebody recorded.</summary>
    public string? Held { get; init; }

    public string? Who => Officer is not null ? Called.AsHeading(Officer) : Team;
}
