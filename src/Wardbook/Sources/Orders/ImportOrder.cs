using Wardbook.Accounts.Record;

namespace Wardbook.Sources.Orders;

/// <summary>An import that somebody asked for on a page: what to load and how, and how far it is.</summary>
[Recorded("import order")]
public sealed class ImportOrder
{
    public const int LongestName = 100;

    public required Guid Id { get; init; }

    /// <summary>As the command is called: <c>crimes</c>, <c>boundaries</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The account of who asked.</summary>
    public required Guid By { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime Asked { get; init; }

    /// <summary>The options as the command takes them, in JSON: <c>{"--kind":"ward"}</c>.</summary>
    public string Options { get; set; } = "{}";

    /// <summary>What the file is called here: made of harmless letters of the name it came by. Empty while there is none.</summary>
    public string File { get; set; } = "";

    public long Bytes { get; set; }

    /// <summary>Below the folder for imports on the server, for one that was not sent but lies there; <see langword="null"/> for one that was sent.</summary>
    public string? OnServer { get; set; }

    public OrderState State { get; set; } = OrderState.Draft;

    [NotRecorded]
    public bool StopAsked { get; set; }

    /// <summary>What is being done, in words.</summary>
    [NotRecorded]
    public string Step { get; set; } = "";

    /// <summary>How much of the step is done, in hundredths; <see langword="null"/> when that is not known.</summary>
    [NotRecorded]
    public int? Share { get; set; }

    /// <summary>When its runner last said that it is alive, UTC.</summary>
    [NotRecorded]
    public DateTime? Alive { get; set; }

    /// <summary>The program that runs it: another after every start.</summary>
    [NotRecorded]
    public Guid? Runner { get; set; }

    public DateTime? Ended { get; set; }

    /// <summary>The import that came of it; <see langword="null"/> when it was refused before one began.</summary>
    public Guid? Import { get; set; }

    /// <summary>What came of it, in words.</summary>
    public string Outcome { get; set; } = "";

    public bool HasFile => File.Length > 0;

    public bool IsUnderWay => State is OrderState.Waiting or OrderState.Running;

    /// <summary>Whether it may be asked for once more, as it stands.</summary>
    public bool CanBeRunAgain => State is OrderState.Refused or OrderState.Interrupted or OrderState.Stopped;
}

public enum OrderState
{
    /// <summary>Not confirmed yet.</summary>
    Draft = 0,

    Waiting = 1,

    Running = 2,

    /// <summary>Loaded, or found to be there already.</summary>
    Done = 3,

    Refused = 4,

    /// <summary>The program ended while it ran. Nothing of it is shown.</summary>
    Interrupted = 5,

    /// <summary>Somebody stopped it. Nothing of it is shown.</summary>
    Stopped = 6,
}

/// <summary>How the state of an order is said.</summary>
public static class OrderWords
{
    public static string InWords(this OrderState state) => state switch
    {
        OrderState.Draft => "not confirmed",
        OrderState.Waiting => "waiting",
        OrderState.Running => "running",
        OrderState.Done => "done",
        OrderState.Refused => "refused",
        OrderState.Interrupted => "interrupted",
        OrderState.Stopped => "stopped",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "has no words"),
    };
}
