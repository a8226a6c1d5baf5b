using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Wardbook.Shared;
using Wardbook.Shared.Background;
using Wardbook.Shared.Mail;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Accounts.Administration.Running;

/// <summary>How the program and its database are, for whoever keeps them running.</summary>
/// <param name="Facts">Label and words, in the order they are read.</param>
/// <param name="Worries">What somebody should look at; empty when all is well.</param>
public sealed record HowItIs(IReadOnlyList<(string Label, string Text)> Facts, IReadOnlyList<string> Worries, Table Rounds)
{
    /// <summary>Less room than this on the disk of the data is a worry: 1 GB.</summary>
    public const long LittleRoom = 1_000_000_000;

    private static readonly TimeSpan SealedWithin = TimeSpan.FromMinutes(1);

    public static async Task<HowItIs> Find(WardbookDb db, Database database, Rounds rounds, MailSettings mail, TimeProvider clock, CancellationToken cancel)
    {
        List<(string, string)> facts = [];
        List<string> worries = [];
        var now = clock.GetUtcNow().UtcDateTime;
        facts.Add(("Program", $"Wardbook {typeof(HowItIs).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0]}, .NET {Environment.Version}, on {Environment.MachineName}"));
        facts.Add(("Database", $"{(database.IsPostgres ? "PostgreSQL" : "SQLite")}: {database.Name}"));
        facts.Add(("Size", InWords(await Size(db, database, cancel))));
        var pending = await database.Pending(cancel);
        facts.Add(("Tables", pending.Count == 0 ? "Up to date" : $"{pending.Count} steps behind"));
        if (pending.Count > 0)
        {
            worries.Add("The tables are behind the program. Run 'wardbook migrate'.");
        }

        var folder = Path.GetDirectoryName(database.File ?? mail.FolderFor(database))!;
        if (Disk(folder) is { } free)
        {
            facts.Add((database.IsPostgres ? "Room on the disk of this program" : "Room on the disk of the data", InWords(free)));
            if (free < LittleRoom)
            {
                worries.Add($"There is little room on the disk: {InWords(free)}. An import needs several times the size of its file.");
            }
        }

        await Sealing(db, now, facts, worries, cancel);
        await Letters(db, mail, now, facts, worries, cancel);
        var notes = await db.RoundNotes.AsNoTracking().ToDictionaryAsync(note => note.Name, cancel);
        worries.AddRange(rounds.All.Where(round => notes.GetValueOrDefault(round.Name) is { Trouble.Length: > 0 }).Select(round => $"{round.Says.TrimEnd('.')}: failed. {notes[round.Name].Trouble}"));
        return new(facts, worries, Table(rounds, notes));
    }

    /// <returns>Such as <c>21 MB</c>.</returns>
    public static string InWords(long bytes) => bytes switch
    {
        >= 1_000_000_000 => (bytes / 1e9).ToString("0.0", CultureInfo.InvariantCulture) + " GB",
        >= 1_000_000 => (bytes / 1e6).ToString("0", CultureInfo.InvariantCulture) + " MB",
        _ => (bytes / 1e3).ToString("0", CultureInfo.InvariantCulture) + " kB",
    };

    private static async Task Sealing(WardbookDb db, DateTime now, List<(string, string)> facts, List<string> worries, CancellationToken cancel)
    {
        var last = await db.RecordEntries.Where(entry => entry.Number != null).OrderByDescending(entry => entry.Number).Select(entry => new { entry.Number, entry.Sealed }).FirstOrDefaultAsync(cancel);
        facts.Add(("Record of changes", last is null ? "Nothing is sealed yet" : $"Sealed up to entry {Numbers.InFigures(last.Number!.Value)}, {Moment(last.Sealed!.Value)}"));
        var late = now - SealedWithin;
        if (await db.RecordEntries.AnyAsync(entry => entry.Number == null && entry.At < late, cancel))
        {
            worries.Add("Changes have waited for their seal for more than a minute. Is the background running?");
        }
    }

    private static async Task Letters(WardbookDb db, MailSettings mail, DateTime now, List<(string, string)> facts, List<string> worries, CancellationToken cancel)
    {
        var waiting = await db.Letters.CountAsync(letter => letter.Sent == null && letter.GivenUp == null, cancel);
        var since = now - TimeSpan.FromDays(1);
        var lost = await db.Letters.CountAsync(letter => letter.GivenUp > since, cancel);
        facts.Add(("Mail", $"{Numbers.InFigures(waiting)} waiting, {Numbers.InFigures(lost)} given up in the last day"));
        if (mail.Server is null)
        {
            worries.Add("No mail server is set (WARDBOOK_SMTP). Letters are written to a folder, and nobody gets them.");
        }

        if (lost > 0)
        {
            worries.Add("Letters were given up in the last day. The mail page says why.");
        }
    }

    private static Table Table(Rounds rounds, Dictionary<string, RoundNote> notes) => new Table<Round>("In the background", rounds.All)
        .Text("what", "What", round => round.Says)
        .Text("often", "How often", round => round.IsNightly ? "every night" : $"every {round.Every.TotalSeconds:0} seconds")
        .Text("last", "Last had something to do", round => notes.TryGetValue(round.Name, out var note) ? Moment(note.Ended) : null, absent: "not yet")
        .Text("came", "What came of it", round => notes.TryGetValue(round.Name, out var note) ? note.Trouble.Length > 0 ? $"Failed: {note.Trouble}" : note.Did : null, absent: "");

    private static string Moment(DateTime utc) => utc.InForceTime().ToString("d MMMM yyyy, HH:mm:ss", CultureInfo.InvariantCulture);

    private static async Task<long> Size(WardbookDb db, Database database, CancellationToken cancel) => database.File is { } file
        ? new[] { file, file + "-wal" }.Where(File.Exists).Sum(one => new FileInfo(one).Length)
        : await db.Database.SqlQueryRaw<long>("SELECT pg_database_size(current_database()) AS \"Value\"").SingleAsync(cancel);

    private static long? Disk(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
