using Microsoft.Data.Sqlite;

namespace Wardbook.Bench;

/// <summary>Where benchmarks find real data and keep what they make.</summary>
public static class Workplace
{
    /// <summary>Made inputs are kept from run to run: <c>WARDBOOK_BENCH</c>, or a folder among the temporary files.</summary>
    public static string Folder { get; } = Directory.CreateDirectory(
        Environment.GetEnvironmentVariable("WARDBOOK_BENCH") is { Length: > 0 } set ? set : Path.Combine(Path.GetTempPath(), "wardbook-bench")).FullName;

    /// <summary>A file of the real data beside the checkout, or null where there is none.</summary>
    public static string? RealFile(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Wardbook.slnx")))
            {
                var file = Path.Combine(folder.FullName, "..", "shared", "data", name);
                return File.Exists(file) ? Path.GetFullPath(file) : null;
            }
        }

        return null;
    }

    /// <summary>A path in the folder where nothing is yet; what a killed run left there is deleted.</summary>
    public static string Fresh(string name)
    {
        var path = Path.Combine(Folder, name);
        SqliteConnection.ClearAllPools();
        foreach (var left in Directory.GetFiles(Folder, name + "*"))
        {
            File.Delete(left);
        }

        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }

        return path;
    }
}
