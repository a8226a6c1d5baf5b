namespace Wardbook.Store;

public sealed class MigrateTests
{
    [Fact]
    public async Task An_empty_file_gets_its_tables_once()
    {
        var folder = Directory.CreateTempSubdirectory("wardbook-test-").FullName;
        var file = Path.Combine(folder, "new", "london.db");

        var listed = await Run("migrate", "--list", "--database", file);
        var made = await Run("migrate", "--database", file);
        var again = await Run("migrate", "--database", file);

        Assert.Contains("_Initial", listed.Output, StringComparison.Ordinal);
        Assert.Contains("_Initial", made.Output, StringComparison.Ordinal);
        Assert.Contains("is up to date", again.Messages, StringComparison.Ordinal);
        Assert.Empty(again.Output);
        await Database.At(file, TestKeys.Usual).DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_in_words()
    {
        await using var site = await TestSite.Start();
        var letter = site.File("letter.txt", new string('x', 5000));

        var ran = await Run("migrate", "--database", letter);

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("is not a Wardbook database", ran.Messages, StringComparison.Ordinal);
        Assert.Equal(5000, new FileInfo(letter).Length);
    }

    [Fact]
    public async Task A_database_of_a_later_Wardbook_is_left_alone()
    {
        await using var site = await TestSite.Start();
        await site.With(db => Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(
            db.Database,
            "INSERT INTO \"__EFMigrationsHistory\" (\"MigrationId\", \"ProductVersion\") VALUES ('29990101000000_Later', '99.0')",
            TestContext.Current.CancellationToken));

        var ran = await site.Run("migrate");

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("made by a later Wardbook", ran.Messages, StringComparison.Ordinal);
    }

    private static async Task<Ran> Run(params string[] typed)
    {
        using var output = new StringWriter();
        using var messages = new StringWriter();
        return new(await Cli.Run(typed, output, messages, TimeProvider.System, TestContext.Current.CancellationToken), output.ToString(), messages.ToString());
    }
}
