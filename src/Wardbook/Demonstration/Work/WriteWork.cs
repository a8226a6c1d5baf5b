using Wardbook.Activity.Recording;
using Wardbook.Demonstration.Thread;
using Wardbook.Store;

namespace Wardbook.Demonstration.Work;

/// <summary>Writes teams, the thread and what was done, in the transaction that shows the demonstration. The record of change says one thing of it: that it was made.</summary>
internal static class WriteWork
{
    public static async Task Teams(WardbookDb db, LondonTeams made, CancellationToken cancel)
    {
        await BulkRows.Add(db, made.Teams, cancel);
        await BulkRows.Add(db, made.Establishments, cancel);
        await BulkRows.Add(db, made.Officers, cancel);
        await BulkRows.Add(db, made.Postings, cancel);
    }

    public static async Task Said(WardbookDb db, LondonThread made, CancellationToken cancel)
    {
        await BulkRows.Add(db, made.Concerns, cancel);
        await BulkRows.Add(db, made.ConcernSteps, cancel);
        await BulkRows.Add(db, made.Issues, cancel);
        await BulkRows.Add(db, made.Groupings, cancel);
        await BulkRows.Add(db, made.Priorities, cancel);
        await BulkRows.Add(db, made.Sources, cancel);
        await BulkRows.Add(db, made.Owners, cancel);
        await BulkRows.Add(db, made.Plans, cancel);
        await BulkRows.Add(db, made.Actions, cancel);
        await BulkRows.Add(db, made.ActionSteps, cancel);
        await BulkRows.Add(db, made.Reviews, cancel);
        await BulkRows.Add(db, made.Updates, cancel);
    }

    public static async Task Done(WardbookDb db, LondonWork made, CancellationToken cancel)
    {
        await BulkRows.Add(db, made.Activities, cancel);
        await BulkRows.Add(db, made.Records, cancel);

        // As each record adds to them when somebody makes it; a check of the database proves them.
        await BulkRows.Add(db, TotalRow.Sum(made.Records.SelectMany(record => TotalRow.Of(record, 1))).ConvertAll(row => row.Total), cancel);
        await Bundles.Begin(db, cancel);
    }
}
