namespace Wardbook.Shared.Background;

/// <summary>Work that nobody waits for: done when something wakes it, on one instance at a time. What is due are rows; a round looks and does it.</summary>
/// <param name="Name">Short, for its lock and the log: <c>mail</c>.</param>
/// <param name="Says">What it does, for a person.</param>
/// <param name="Every">How often it looks. A nightly round looks that often whether its night has come.</param>
/// <param name="Work">Returns what it did, in words; <see langword="null"/> when nothing was due.</param>
public sealed record Round(string Name, string Says, TimeSpan Every, Func<IServiceProvider, CancellationToken, Task<string?>> Work)
{
    /// <summary>Once a night, at the first waking after half past two in the force's time; missed nights are made up for once.</summary>
    public bool IsNightly { get; init; }
}

/// <summary>What came of a round the last time there was something to tell. One row each, shown to administrators.</summary>
public sealed class RoundNote
{
    public required string Name { get; init; }

    /// <summary>UTC.</summary>
    public DateTime Ended { get; set; }

    public int Milliseconds { get; set; }

    /// <summary>What it did, in words; empty when it failed.</summary>
    public string Did { get; set; } = "";

    /// <summary>Why it failed, in words; empty when it did not.</summary>
    public string Trouble { get; set; } = "";

    /// <summary>The last night it was done for; <see langword="null"/> for a round that is not nightly.</summary>
    public DateOnly? Night { get; set; }
}
