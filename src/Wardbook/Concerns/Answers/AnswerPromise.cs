using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Record;
using Wardbook.Store;

namespace Wardbook.Concerns.Answers;

/// <summary>What the force promises to whoever asks, from a day on, and what it does so that the promise is kept.</summary>
/// <remarks>The first is that of the Neighbourhood Policing Guarantee (2025): an answer to a neighbourhood query within 72 hours.</remarks>
[Recorded("answer promise")]
public sealed class AnswerPromise
{
    /// <summary>The bounds of every number here.</summary>
    public const int MostHours = 24 * 28, MostDays = 365, MostFewest = 100;

    public required Guid Id { get; init; }

    /// <summary>The first day on which it holds.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Within so many hours there is an answer.</summary>
    public required int Hours { get; init; }

    /// <summary>With so many hours left the sergeant is told.</summary>
    public required int SergeantHours { get; init; }

    /// <summary>With so many hours left the inspector is told.</summary>
    public required int InspectorHours { get; init; }

    /// <summary>So many days after the answer whoever asked is asked whether it is better.</summary>
    public required int AskDays { get; init; }

    /// <summary>A figure of fewer is not published.</summary>
    public required int Fewest { get; init; }

    public static AnswerPromise First { get; } = new()
    {
        Id = new(30, 1, 0, 0x80, 0, 0x57, 0x41, 0x52, 0x44, 0, 1),
        From = new(1900, 1, 1),
        Hours = 72,
        SergeantHours = 24,
        InspectorHours = 8,
        AskDays = 42,
        Fewest = 5,
    };

    /// <summary>The one that holds on a day: of those that began, the last.</summary>
    public static async Task<AnswerPromise> Find(WardbookDb db, DateOnly day, CancellationToken cancel) =>
        await db.AnswerPromises.AsNoTracking().Where(row => row.From <= day).OrderByDescending(row => row.From).ThenByDescending(row => row.Id).FirstAsync(cancel);
}
