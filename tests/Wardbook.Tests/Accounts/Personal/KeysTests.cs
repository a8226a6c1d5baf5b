using System.Text;
using Wardbook.Store;

namespace Wardbook.Accounts.Personal;

public sealed class KeysTests
{
    [Fact]
    public void What_is_encrypted_can_be_read_again_and_never_looks_the_same_twice()
    {
        var (one, other) = (Encrypt(TestKeys.Usual, "pat@example.org"), Encrypt(TestKeys.Usual, "pat@example.org"));

        Assert.NotEqual(one, other);
        Assert.DoesNotContain("pat", Encoding.UTF8.GetString(Convert.FromBase64String(one.Split('.')[2])), StringComparison.Ordinal);
        Assert.Equal("pat@example.org", Decrypt(TestKeys.Usual, one));
        Assert.Equal("pat@example.org", Decrypt(TestKeys.Usual, other));
    }

    [Fact]
    public void A_value_that_was_changed_or_moved_to_another_column_is_not_read()
    {
        var text = Encrypt(TestKeys.Usual, "pat@example.org");
        var changed = text[..^6] + (text[^6] == 'A' ? 'B' : 'A') + text[^5..];

        Assert.Throws<KeyException>(() => Decrypt(TestKeys.Usual, changed));
        Assert.Throws<KeyException>(() => TestKeys.Usual.Decrypt("Member.Telephone", text));
        Assert.Throws<KeyException>(() => Decrypt(TestKeys.Usual, "pat@example.org"));
    }

    [Fact]
    public void A_new_key_encrypts_and_the_old_one_still_reads_and_finds()
    {
        var before = Keys.Given(TestKeys.Text);
        var after = Keys.Given($"{TestKeys.Other}, {TestKeys.Text}");
        var old = Encrypt(before, "pat@example.org");

        Assert.Equal("pat@example.org", Decrypt(after, old));
        Assert.StartsWith($"k1.{after.Names[0]}.", Encrypt(after, "pat@example.org"), StringComparison.Ordinal);
        Assert.Contains(before.LookUp("e-mail", "pat@example.org"), after.LookUps("e-mail", "pat@example.org"));
        Assert.NotEqual(before.LookUp("e-mail", "pat@example.org"), after.LookUp("e-mail", "pat@example.org"));
        Assert.NotEqual(before.LookUp("e-mail", "pat@example.org"), before.LookUp("telephone", "pat@example.org"));
        var refused = Assert.Throws<KeyException>(() => Decrypt(before, Encrypt(after, "pat@example.org")));
        Assert.Contains($"encrypted with the key {after.Names[0]}, which is not among the keys given ({before.Names[0]})", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_start_makes_a_file_of_keys_that_only_its_owner_reads()
    {
        await using var site = await TestSite.Start();
        var file = Path.Combine(site.Folder, "home", "keys");
        await using var database = Database.At(Path.Combine(site.Folder, "data", "new.db"), Keys.In(file));

        await database.MakeReady(TestContext.Current.CancellationToken);

        Assert.Equal(44, File.ReadLines(file).Single(line => line[0] != '#').Length);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task Keys_never_lie_beside_the_data()
    {
        await using var site = await TestSite.Start();
        await using var database = Database.At(Path.Combine(site.Folder, "new.db"), Keys.In(Path.Combine(site.Folder, "keys")));

        var refused = await Assert.ThrowsAsync<Refusal>(() => database.MakeReady(TestContext.Current.CancellationToken));

        Assert.Contains("The keys lie in the folder of the data they protect", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(site.Folder, "keys")));
    }

    [Theory]
    [InlineData(TestKeys.Other, "which is not among the keys given")]
    [InlineData("gone/keys", "The keys cannot be read from")]
    [InlineData("tooshort", "The keys cannot be read from")]
    public async Task Another_key_is_refused_in_words_before_anything_is_done(string keys, string said)
    {
        await using var site = await TestSite.Start();
        await using var mine = Database.At(site.Connection, TestKeys.Usual);
        await mine.MakeReady(TestContext.Current.CancellationToken);
        using var output = new StringWriter();
        using var messages = new StringWriter();

        var exitCode = await Cli.Run(
            ["report", "imports", "--database", site.Connection], output, messages, site.Clock, TestContext.Current.CancellationToken,
            name => name == TestKeys.Variable ? keys : null);

        Assert.Equal(1, exitCode);
        Assert.Contains(said, messages.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(TestKeys.Other, messages.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lost_keys_are_told_and_no_new_ones_are_made_in_their_place()
    {
        await using var site = await TestSite.Start();
        var (data, file) = (Path.Combine(site.Folder, "data", "new.db"), Path.Combine(site.Folder, "home", "keys"));
        await using var first = Database.At(data, Keys.In(file));
        await first.MakeReady(TestContext.Current.CancellationToken);
        File.Delete(file);

        await using var later = Database.At(data, Keys.In(file));
        var refused = await Assert.ThrowsAsync<Refusal>(() => later.MakeReady(TestContext.Current.CancellationToken));

        Assert.Contains($"there is no file of keys {file}. Put it back", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task A_key_is_made_by_a_command_and_listed_by_its_name_alone()
    {
        await using var site = await TestSite.Start();

        var made = await site.Run("keys", "new");
        var listed = await site.Run("keys", "list");

        Assert.Equal(32, Convert.FromBase64String(made.Output.Trim()).Length);
        Assert.Equal(TestKeys.Usual.Names[0], listed.Output.Trim());
        Assert.DoesNotContain(TestKeys.Text, listed.Output + listed.Messages, StringComparison.Ordinal);
    }

    private static string Encrypt(Keys keys, string text) => keys.Encrypt("Account.Email", Encoding.UTF8.GetBytes(text));

    private static string Decrypt(Keys keys, string text) => Encoding.UTF8.GetString(keys.Decrypt("Account.Email", text));
}
