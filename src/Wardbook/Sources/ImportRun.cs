using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Record;
using Wardbook.Store;

namespace Wardbook.Sources;

/// <summary>One import from beginning to end: alone, whole or nothing, and with a record of it whatever happens.</summary>
/// <remarks>
/// What an import brings is staged under ids that no page reads (boundary sets and crime months not shown) in small transactions, so that
/// nobody waits for it, and <see cref="Show"/> turns it on in one small last transaction. A process killed before that leaves an import that is
/// still <see cref="ImportState.Running"/> while nobody holds the lock: the next import or start sweeps what it staged.
/// </remarks>
public sealed class ImportRun : IAsyncDisposable
{
    /// <summary>Faults beyond this many are counted and not listed.</summary>
    public const int MostFaults = 100_000;

    /// <summary>Kinds of import that tell of real people and what happened to them. Boundaries, look-ups and postcodes tell of land.</summary>
    private static readonly string[] OfPeople = ["crimes", "profiles"];

    /// <summary>Whether a kind of import tells of real people, and so has no place in a demonstration.</summary>
    public static bool IsOfPeople(string kind) => OfPeople.Contains(kind);

    private readonly Database database;
    private readonly TimeProvider clock;
    private readonly OneAtATime alone;
    private readonly Lock one = new();
    private readonly List<ImportFault> faults = [];
    private int savedFaults;

    private ImportRun(Database database, TimeProvider clock, OneAtATime alone, Import record)
    {
        (this.database, this.clock, this.alone, Record) = (database, clock, alone, record);
    }

    public Import Record { get; }

    /// <summary>What is imported into.</summary>
    public Database Database => database;

    public Guid Id => Record.Id;

    /// <summary>What was found wrong, in the order met.</summary>
    public IReadOnlyList<ImportFault> Faults => faults;

    /// <summary>How many faults there are, listed or not.</summary>
    public int FaultCount { get; private set; }

    /// <summary>Begins: makes the database ready, takes the lock, sweeps what a killed import left, writes the record.</summary>
    /// <exception cref="Refusal">Another import is running, or the database is a demonstration and the data is real.</exception>
    public static async Task<ImportRun> Begin(Database database, TimeProvider clock, string kind, string file, CancellationToken cancel)
    {
        await database.MakeReady(cancel);
        var alone = await OneAtATime.TryEnter(database, "import", cancel)
            ?? throw new Refusal($"Another import into {database.Name} is running. Wait for it to end, then try again; nothing was changed.");
        try
        {
            await using var db = database.Open();
            if (IsOfPeople(kind) && await db.Settings.AnyAsync(setting => setting.Name == Setting.Demonstration, cancel))
            {
                throw new Refusal(
                    $"{database.Name} is a demonstration: everything in it is made up, and real {kind} do not belong beside it. "
                    + "Name a database of your own with --database (a new file will do). Nothing was changed.");
            }

            await Sweep.Abandoned(db, cancel);
            var record = new Import { Id = Guid.CreateVersion7(clock.GetUtcNow()), Kind = kind, File = file, Started = clock.GetUtcNow() };
            db.Imports.Add(record);
            await db.SaveChangesAsync(cancel);
            if (ImportProgress.Here is { } told)
            {
                told.Import = record.Id;
            }

            return new(database, clock, alone, record);
        }
        catch
        {
            await alone.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Does the work of the import. What a person can mend (wrong data, a full disk, a database that went away) ends it in words, with nothing changed;
    /// anything else is a fault of ours, which ends it as well and is thrown on.
    /// </summary>
    public async Task Attempt(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Refusal refusal)
        {
            await EndIn(ImportState.Refused, refusal.Message);
        }
        catch (Exception broken) when (Trouble.InWords(broken, database) is { } words)
        {
            await EndIn(ImportState.Abandoned, words);
        }
    }

    /// <summary>Closes the record if the database lets us; if not, the next import or start finds it open, sweeps and closes it.</summary>
    private async Task EndIn(ImportState state, string words)
    {
        Record.Summary = words;
        try
        {
            await EndWithout(state, CancellationToken.None);
        }
        catch (Exception broken) when (Trouble.InWords(broken, database) is not null)
        {
            Record.State = state;
            Record.Finished = clock.GetUtcNow();
        }
    }

    /// <summary>Notes something wrong. May be called from several threads.</summary>
    public void Fault(string file, long? line, string column, string found, string expected, bool setAside)
    {
        lock (one)
        {
            FaultCount++;
            if (setAside)
            {
                Record.RowsSetAside++;
            }

            if (faults.Count < MostFaults)
            {
                faults.Add(new()
                {
                    Import = Id,
                    Number = faults.Count + 1,
                    File = file,
                    Line = line,
                    Column = column,
                    Found = found.Length > 200 ? found[..200] : found,
                    Expected = expected,
                    SetAside = setAside,
                });
            }
        }
    }

    /// <summary>The last transaction: turns on what was staged, and closes the record.</summary>
    /// <param name="turnOn">Marks rows as shown. Small: writers wait for it.</param>
    public async Task Show(Func<WardbookDb, Task> turnOn, CancellationToken cancel)
    {
        await using var db = database.Open();
        await SaveFaults(db, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await turnOn(db);
        ChangeRecord.Note(db, new(Happened.Imported, "import", Id.ToString(), Words: Record.Kind));
        await Close(db, ImportState.Shown, cancel);
        await DataVersion.Bump(db, cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Ends without a change: everything was there already, or the data was refused.</summary>
    public async Task EndWithout(ImportState state, CancellationToken cancel)
    {
        await using var db = database.Open();
        await SaveFaults(db, cancel);

        // In this order: a full disk may let the record be closed and nothing be swept, and what is closed is never swept again.
        await Sweep.Import(db, Id, cancel);
        await Close(db, state, cancel);
    }

    public ValueTask DisposeAsync() => alone.DisposeAsync();

    private async Task SaveFaults(WardbookDb db, CancellationToken cancel)
    {
        foreach (var some in faults.Skip(savedFaults).Chunk(2_000))
        {
            db.ImportFaults.AddRange(some);
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            savedFaults += some.Length;
        }
    }

    private async Task Close(WardbookDb db, ImportState state, CancellationToken cancel)
    {
        Record.State = state;
        Record.Finished = clock.GetUtcNow();
        db.Imports.Update(Record);
        await db.SaveChangesAsync(cancel);
    }
}
