using Wardbook.Accounts;
using Wardbook.Concerns;
using Wardbook.Periods;
using Wardbook.Places;
using Wardbook.Priorities.Evidence.Timed;
using Wardbook.Shared.Tables;

namespace Wardbook.Priorities.Evidence;

/// <summary>The tables of a pack, by name: the page shows them, and <c>/work/{ward}/issues/{issue}/evidence.csv</c> and <c>.json</c> are them.</summary>
public static class EvidenceLists
{
    public const string Months = "months", Channels = "channels", Times = "times", Weekdays = "weekdays", Streets = "streets", Points = "points", Findings = "findings", Before = "before";

    /// <returns>Null when there is no table of this name. Timed counts are called by their id.</returns>
    public static Table? Named(IssueEvidence evidence, string? name) => name switch
    {
        null or "" or Months => ByMonth(evidence),
        Channels => Of("Through which channel people said it", evidence.Said.Channels, "Channel", channel => channel),
        Times => Of("When it happens, of those who said", evidence.Said.Day, "Time of day", time => time.InWords()),
        Weekdays => Of("On which day people said it", evidence.Said.Weekdays, "Day", day => day.ToString()),
        Streets => Of("Streets that five people or more named", evidence.Said.Streets, "Street", street => street),
        Points => new Table<(string Name, int Count)>("Map points with five records or more in 12 months", evidence.Crime?.Streets ?? []).Text("point", "Map point", row => row.Name).Number("records", "Records", row => row.Count),
        Findings => new Table<NearFinding>("What walks found near it", evidence.Findings)
            .Text("what", "What", one => one.Finding.What).Text("where", "Where", one => one.Finding.Where).Number("score", "Score (1 good to 5 bad)", one => one.Finding.Score).Text("day", "Walked on", one => one.Walked),
        Before => new Table<TriedBefore>("What was tried before", evidence.Before)
            .Text("priority", "Priority", one => one.Title, href: one => Urls.WorkPriority(evidence.Issue.PlaceCode, one.Id)).Text("adopted", "Adopted", one => one.Adopted).Text("became", "What came of it", one => one.InWords)
            .Number("done", "Actions done", one => one.Done).Text("assessment", "What the team learnt", one => one.Assessment, absent: "not written"),
        _ => Guid.TryParse(name, out var id) && evidence.Timed.FirstOrDefault(counts => counts.Id == id) is { } timed ? Hours(timed) : null,
    };

    public static Table Hours(TimedCounts timed)
    {
        var hours = timed.Table;
        var table = new Table<int>($"{timed.What}, by hour and weekday", [.. Enumerable.Range(0, 24)]).Text("hour", "Hour", HourTable.InWords);
        foreach (var (number, day) in HourTable.Days.Index())
        {
            table = table.Number(day.ToString().ToLowerInvariant(), day.ToString()[..3], hour => hours.At(number, hour), absent: "-");
        }

        return table;
    }

    private static Table ByMonth(IssueEvidence evidence)
    {
        var table = new Table<Counted<Month>>("Month by month", evidence.Said.Months).Text("month", "Month", row => row.What).Number("said", "Times people said it", row => row.Count);
        return evidence.Crime is not { } crime ? table
            : table.Number("here", $"{crime.Kind}: recorded here", row => crime.Here.TryGetValue(row.What, out var count) ? count : null, absent: "not published")
                .Number("around", "In the wards around", row => crime.Around.TryGetValue(row.What, out var count) ? count : null, absent: "not published");
    }

    private static Table Of<T>(string caption, IReadOnlyList<Counted<T>> rows, string heading, Func<T, string> words) => new Table<Counted<T>>(caption, rows)
        .Text("what", heading, row => words(row.What)).Number("times", "Times", row => row.Count);
}

/// <summary>The tables as files, for whoever may see the pack.</summary>
public static class EvidenceFiles
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var format in new[] { "csv", "json" })
        {
            app.MapGet($"/work/{{ward}}/issues/{{issue:guid}}/evidence.{format}", async (string ward, Guid issue, string? table, EvidenceReads reads, Asker asker, CancellationToken cancel) =>
                PlaceCode.TryParse(ward, out var code) && await reads.Find(new("ward", code), issue, asker.Today, cancel) is { } evidence && EvidenceLists.Named(evidence, table) is { } found
                    ? found.AsFile(format, $"{code}-evidence") : Results.NotFound()).MayDo(Deed.ReadPanelPapers, at: "ward");
        }
    }
}
