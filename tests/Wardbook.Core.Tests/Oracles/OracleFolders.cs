using System.Text.Json;

namespace Wardbook.Oracles;

/// <summary>One reference result: what to calculate, from what, and what another program got.</summary>
public sealed record OracleCase(string Folder, string Id, string Estimator, string? Data, JsonElement Params, JsonElement Expected, JsonElement Tolerance)
{
    /// <summary>A file that the case names, relative to its folder.</summary>
    public string PathOf(string parameter) => Path.Combine(Folder, Params.GetProperty(parameter).GetString()!);

    public double Number(string parameter) => Params.GetProperty(parameter).GetDouble();

    /// <summary>Fails unless the figure is within the tolerance of the expected one.</summary>
    public void Check(JsonElement expected, double actual, string what)
    {
        var right = expected.ValueKind == JsonValueKind.String && expected.GetString() == "Infinity" ? double.PositiveInfinity : expected.GetDouble();
        var allowed = Math.Max(Tolerance.GetProperty("abs").GetDouble(), Tolerance.GetProperty("rel").GetDouble() * Math.Abs(right));
        Assert.True(
            actual.Equals(right) || Math.Abs(actual - right) <= allowed,
            $"{Id}, {what}: expected {right:R}, got {actual:R}, relative difference {Math.Abs((actual - right) / right):0.0e0}");
    }

    public void Check(string field, double actual) => Check(Expected.GetProperty(field), actual, field);

    /// <summary>Checks both ends of a pair of expected limits.</summary>
    public void Check(JsonElement pair, double low, double high, string what)
    {
        Check(pair[0], low, $"{what}, low");
        Check(pair[1], high, $"{what}, high");
    }
}

/// <summary>The reference results beside these tests, and those of another folder of the same shape when one is named or lies beside the checkout.</summary>
public static class OracleFolders
{
    private static readonly Lazy<IReadOnlyList<OracleCase>> All = new(() => [.. Folders().SelectMany(Read)]);

    /// <summary>All cases of a kind of calculation, in every folder.</summary>
    public static IReadOnlyList<OracleCase> Cases(string estimator) => [.. All.Value.Where(one => one.Estimator == estimator)];

    /// <summary>Runs every case of an estimator whose data are not in this repository.</summary>
    public static void CheckIfBeside(string estimator, Action<OracleCase> check)
    {
        Assert.SkipWhen(Cases(estimator).Count == 0, "skipped: real data not beside the checkout");
        Check(estimator, check);
    }

    /// <summary>Runs every case of an estimator, of which there must be some, and fails with all that are wrong.</summary>
    public static void Check(string estimator, Action<OracleCase> check)
    {
        var cases = Cases(estimator);
        Assert.True(cases.Count > 0, $"No reference result for {estimator}.");
        List<string> wrong = [];
        foreach (var one in cases)
        {
            try
            {
                check(one);
            }
            catch (Xunit.Sdk.XunitException failed)
            {
                wrong.Add(failed.Message.Contains(one.Id, StringComparison.Ordinal) ? failed.Message : $"{one.Id}: {failed.Message}");
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {cases.Count}:\n{string.Join('\n', wrong)}");
    }

    private static IEnumerable<string> Folders()
    {
        yield return Path.Combine(AppContext.BaseDirectory, "Oracles");
        var named = Environment.GetEnvironmentVariable("WARDBOOK_ORACLES");
        if (!string.IsNullOrEmpty(named))
        {
            yield return Directory.Exists(named) ? named : throw new DirectoryNotFoundException($"WARDBOOK_ORACLES names {named}, which is not a folder.");
        }
        else if (BesideCheckout("oracles") is { } beside)
        {
            yield return beside;
        }
    }

    /// <returns>A folder or file of <c>../shared</c>, seen from the root of the checkout, or <see langword="null"/> when there is none.</returns>
    public static string? BesideCheckout(string name)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Wardbook.slnx")))
        {
            root = root.Parent;
        }

        var folder = Path.Combine(root?.Parent?.FullName ?? "/", "shared", name);
        return Path.Exists(folder) ? folder : null;
    }

    private static IEnumerable<OracleCase> Read(string folder)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "expected"), "*.json").Order(StringComparer.Ordinal))
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (var one in document.RootElement.GetProperty("cases").EnumerateArray())
            {
                yield return new(
                    folder,
                    one.GetProperty("id").GetString()!,
                    one.GetProperty("estimator").GetString()!,
                    one.TryGetProperty("data", out var data) ? Path.Combine(folder, data.GetString()!) : null,
                    one.GetProperty("params").Clone(),
                    one.GetProperty("expected").Clone(),
                    one.GetProperty("tolerance").Clone());
            }
        }
    }
}
