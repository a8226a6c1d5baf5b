using System.Globalization;
using Wardbook.Shared;

namespace Wardbook.Accounts.Record.Reading;

/// <summary>The record of change as CSV: every column, every field, the time in UTC and in the force's.</summary>
public static class RecordFile
{
    public const string Headings = "number,at_utc,at_force,who,account,session,page,what,kind,record,about,about_account,words,changes,id,seal";

    public static async Task Write(TextWriter to, IAsyncEnumerable<ReadEntry> entries, CancellationToken cancel)
    {
        await to.WriteAsync(Headings + "\r\n");
        await foreach (var read in entries.WithCancellation(cancel))
        {
            var entry = read.Entry;
            await to.WriteAsync(string.Create(CultureInfo.InvariantCulture,
                $"{entry.Number},{entry.At:yyyy-MM-ddTHH:mm:ss.fffZ},{entry.At.InForceTime():yyyy-MM-ddTHH:mm:ss.fff},{Csv.Field(read.Who)},{entry.Account},{entry.Session},{Csv.Field(entry.Page ?? "")},{entry.Happened.InWords()},{Csv.Field(entry.Kind)},{Csv.Field(entry.Key)},{Csv.Field(read.About ?? "")},{entry.About},{Csv.Field(entry.Words)},{Csv.Field(read.FieldsInWords)},{entry.Id},{entry.Seal}\r\n"));
        }

        await to.FlushAsync(cancel);
    }
}
