using Wardbook.Store;

namespace Wardbook.Shared;

/// <summary>Proves totals that pages show against the records they add up. <c>wardbook check</c> runs all of them.</summary>
/// <param name="mend">Whether what differs is put right.</param>
public delegate Task<Checked> Check(Database database, bool mend, CancellationToken cancel);

/// <summary>What a check found.</summary>
/// <param name="What">How much was checked, in words: <c>12 totals of 40 records of activity</c>.</param>
/// <param name="Differences">One line each.</param>
/// <param name="Mended">How many of them were mended.</param>
public sealed record Checked(string What, IReadOnlyList<string> Differences, int Mended);
