using Wardbook.Accounts.Record;
using Wardbook.Accounts.Record.Reading;
using Wardbook.Store;

namespace Wardbook.Accounts.Administration;

/// <summary>What the page of the record of change shows, as a file.</summary>
public static class ChangesFile
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet($"{Urls.Changes}.csv", async (
        HttpContext context, Database database, WardbookDb db, Guid? by, Guid? about, string? kind, string? what, DateOnly? first, DateOnly? last, CancellationToken cancel) =>
    {
        var search = new RecordSearch(
            by, about, string.IsNullOrEmpty(kind) ? null : kind, null, Enum.TryParse<Happened>(what, out var happened) ? happened : null, first, last);
        await ChangeRecord.NoteNow(database, Author.Of(context), new(Happened.Exported, "change record", About: about), cancel);
        return Results.Stream(
            async stream =>
            {
                await using var writer = new StreamWriter(stream);
                await RecordFile.Write(writer, search.All(db, cancel), cancel);
            },
            "text/csv; charset=utf-8",
            "changes.csv");
    }).MayDo(Deed.ReadChangeRecord);
}
