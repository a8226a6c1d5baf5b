namespace Wardbook;

/// <summary>Published files that are too big to keep with the code. They stand beside the checkout, or the tests that need them are skipped.</summary>
public static class RealData
{
    /// <summary>The folder with <c>Wardbook.slnx</c> in it.</summary>
    public static string Root { get; } = FindRoot();

    /// <param name="name">Below <c>../shared/data</c>, such as <c>boundaries/x.geojson</c>.</param>
    /// <returns>The whole path. Skips the test when there is no such file or folder.</returns>
    public static string Path(string name)
    {
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(Root, "..", "shared", "data", name));
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            Assert.Skip("skipped: real data not beside the checkout");
        }

        return path;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Wardbook.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No Wardbook.slnx above {AppContext.BaseDirectory}.");
    }
}
