using Microsoft.EntityFrameworkCore;

namespace Wardbook.Store;

public sealed class BackupTests
{
    [Fact]
    public async Task What_was_backed_up_comes_back_and_what_was_there_is_kept()
    {
        await using var site = await TestSite.Start();
        var copy = Path.Combine(site.Folder, "copy");
        await Note(site, "before");

        var backup = await site.Run("backup", copy);
        await Note(site, "after");
        var refused = await site.Run("restore", copy);
        var restored = await site.Run("restore", copy, "--replace");

        Assert.Equal((0, 1, 0), (backup.ExitCode, refused.ExitCode, restored.ExitCode));
        Assert.Contains("read back and whole", backup.Messages, StringComparison.Ordinal);
        Assert.Contains("--replace", refused.Messages, StringComparison.Ordinal);
        Assert.Equal(["before"], await Notes(site.Database));
        Assert.True(await site.Database.IsUpToDate(Cancel));
        if (!TestDatabase.IsPostgres)
        {
            var aside = Assert.Single(Directory.GetFiles(site.Folder, "test.db.before-*"));
            await using var old = Database.At(aside, TestKeys.Usual);
            Assert.Equal(["after", "before"], await Notes(old));
        }
    }

    [Fact]
    public async Task A_damaged_backup_changes_nothing()
    {
        await using var site = await TestSite.Start();
        var copy = Path.Combine(site.Folder, "copy");
        await Note(site, "kept");
        await site.Run("backup", copy);
        await using (var file = File.OpenWrite(copy))
        {
            file.Position = file.Length / 2;
            file.Write(new byte[file.Length / 2]);
        }

        var restored = await site.Run("restore", copy, "--replace");

        if (!TestDatabase.IsPostgres)
        {
            Assert.Equal(1, restored.ExitCode);
        }

        Assert.Equal(["kept"], await Notes(site.Database));
    }

    [Fact]
    public async Task A_backup_never_overwrites_unless_it_is_told_to()
    {
        await using var site = await TestSite.Start();
        var file = site.File("mine.txt", "not to be lost");

        var refused = await site.Run("backup", file);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("--replace", refused.Messages, StringComparison.Ordinal);
        Assert.Equal("not to be lost", await File.ReadAllTextAsync(file, Cancel));
        Assert.Equal(0, (await site.Run("backup", file, "--replace")).ExitCode);
    }

    [Fact]
    public async Task What_is_not_a_backup_is_refused_in_words()
    {
        await using var site = await TestSite.Start();

        var restored = await site.Run("restore", site.File("letter.txt", "Dear police, the mopeds are back."), "--replace");

        Assert.Equal(1, restored.ExitCode);
        Assert.Contains(TestDatabase.IsPostgres ? "pg_restore" : "is not a whole SQLite file", restored.Messages, StringComparison.Ordinal);
        Assert.True(await site.Database.IsUpToDate(Cancel));
    }

    [Fact]
    public async Task A_database_in_use_is_not_replaced()
    {
        if (TestDatabase.IsPostgres)
        {
            return;
        }

        await using var site = await TestSite.Start();
        var copy = Path.Combine(site.Folder, "copy");
        await site.Run("backup", copy);
        await using var reader = await site.Database.Connect(Cancel);
        await using var command = reader.CreateCommand();
        command.CommandText = "SELECT count(*) FROM \"Settings\"";
        await command.ExecuteScalarAsync(Cancel);

        var restored = await site.Run("restore", copy, "--replace");

        Assert.Equal(1, restored.ExitCode);
        Assert.Contains("is in use", restored.Messages, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(site.Folder, "*restoring*"));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task Note(TestSite site, string name) => site.With(async db =>
    {
        db.Settings.Add(new() { Name = name, Value = "noted" });
        await db.SaveChangesAsync(Cancel);
    });

    private static async Task<List<string>> Notes(Database database)
    {
        await using var db = database.Open();
        return await db.Settings.Where(setting => setting.Value == "noted").Select(setting => setting.Name).Order().ToListAsync(Cancel);
    }
}
