namespace Wardbook.Accounts.Personal;

/// <summary>A text file with a key on each line, the one in use first. Lines that begin with # are words.</summary>
internal sealed record KeyFile(string Path)
{
    private const string Words = """
        # Keys of Wardbook: personal values in its databases are encrypted with the first, and its record of changes is sealed with it.
        # Keep a copy where the data is not. Without this file encrypted values cannot be read again, by anybody.
        # To change the key, put a new line before the others ("wardbook keys new" makes one). Do not take lines away.
        """;

    /// <summary>In the folder where this user's programs keep what is theirs; on Linux ~/.local/share/wardbook/keys.</summary>
    public static string Usual => System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "wardbook", "keys");

    /// <exception cref="Refusal">It is not there, cannot be read, or holds something else.</exception>
    public IReadOnlyList<Key> Read()
    {
        try
        {
            var lines = File.ReadLines(Path).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#');
            List<Key> keys = [.. lines.Select(line => Key.TryParse(line) ?? throw new Refusal($"{Path} is not a file of keys: each line must be 32 bytes in base 64."))];
            return keys.Count > 0 ? keys : throw new Refusal($"There is no key in {Path}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new Refusal($"The keys cannot be read from {Path} ({e.Message.TrimEnd('.')}). They are named by WARDBOOK_KEYS.");
        }
    }

    /// <summary>Makes it, for its owner alone. Two at once make one.</summary>
    public void Make()
    {
        try
        {
            var folder = System.IO.Path.GetDirectoryName(Path)!;
            if (!System.IO.Path.IsPathRooted(Path))
            {
                throw new IOException("this user has no home folder");
            }

            var part = $"{Path}.{Guid.NewGuid():n}";
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
                File.WriteAllText(part, $"{Words}\n{Key.Make()}\n");
            }
            else
            {
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
                using var file = new FileStream(part, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
                file.Write(System.Text.Encoding.UTF8.GetBytes($"{Words}\n{Key.Make()}\n"));
                file.Flush(flushToDisk: true);
            }

            try
            {
                File.Move(part, Path, overwrite: false);
            }
            catch (IOException) when (File.Exists(Path))
            {
                File.Delete(part);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new Refusal($"Wardbook needs a key to encrypt personal values with, and cannot make the file {Path} ({e.Message.TrimEnd('.')}). "
                + "Name a file that can be made with WARDBOOK_KEYS, or give it a key made by 'wardbook keys new'.");
        }
    }
}
