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
    public async Task An_encrypted_backup_is_restored_with_its_key_alone()
    {
        await using var site = await TestSite.Start(variables: [("WARDBOOK_ENCRYPT_BACKUPS", "yes")]);
        var copy = Path.Combine(site.Folder, "copy");
        await Note(site, "a note to be kept from others");

        var backup = await site.Run("backup", copy);
        Assert.True(backup.ExitCode == 0, backup.Messages);
        await Note(site, "after");
        await using (var others = Database.At(site.Connection, Accounts.Personal.Keys.Given(TestKeys.Other)))
        {
            var refused = await Assert.ThrowsAsync<Refusal>(() => Restore.From(others, copy, replace: true, site.Clock, Cancel));
            Assert.Contains("which is not among the keys given", refused.Message, StringComparison.Ordinal);
        }

        var restored = await site.Run("restore", copy, "--replace");

        Assert.True(restored.ExitCode == 0, restored.Messages);
        Assert.Equal(["a note to be kept from others"], await Notes(site.Database));
        var bytes = await File.ReadAllBytesAsync(copy, Cancel);
        Assert.True(bytes.AsSpan().IndexOf("a note to be kept"u8) < 0);
        Assert.True(bytes.AsSpan().IndexOf("SQLite format"u8) < 0);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-2_000)]
    [InlineData(5_000)]
    public async Task An_encrypted_backup_that_was_changed_or_cut_is_refused(int at)
    {
        await using var site = await TestSite.Start();
        var copy = Path.Combine(site.Folder, "copy");
        await Note(site, "kept");
        await site.Run("backup", copy, "--encrypt");
        await using (var file = File.Open(copy, FileMode.Open))
        {
            if (at < 0)
            {
                file.SetLength(file.Length + at);
            }
            else
            {
                file.Position = at;
                var one = file.ReadByte();
                file.Position = at;
                file.WriteByte((byte)(one ^ 1));
            }
        }

        var restored = await site.Run("restore", copy, "--replace");

        Assert.Equal(1, restored.ExitCode);
        Assert.Contains("changed or cut off", restored.Messages, StringComparison.Ordinal);
        Assert.Equal(["kept"], await Notes(site.Database));
    }

    /// <summary>A whole number of pieces, one byte less and more, and none.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData((1 << 20) - 1)]
    [InlineData(1 << 20)]
    [InlineData((1 << 21) + 1)]
    [Trait("Once", "true")]
    public async Task An_encrypted_file_of_any_length_is_read_as_it_was_and_not_without_its_last_piece(int length)
    {
        var folder = Directory.CreateTempSubdirectory("wardbook-encrypted-").FullName;
        var (plain, packed) = (Path.Combine(folder, "plain"), Path.Combine(folder, "packed"));
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        await File.WriteAllBytesAsync(plain, bytes, Cancel);

        await EncryptedFile.Write(TestKeys.Usual, plain, packed, Cancel);
        using var read = new MemoryStream();
        await EncryptedFile.Read(TestKeys.Usual, packed, read, Cancel);

        Assert.Equal(bytes, read.ToArray());
        if (length > 1 << 20)
        {
            await using (var file = File.Open(packed, FileMode.Open))
            {
                file.SetLength(file.Length - (length % (1 << 20)) - 16);
            }

            await Assert.ThrowsAsync<Refusal>(() => EncryptedFile.Read(TestKeys.Usual, packed, Stream.Null, Cancel));
        }

        Directory.Delete(folder, recursive: true);
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
