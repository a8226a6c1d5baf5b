using System.Globalization;
using Wardbook.Accounts.Record;

namespace Wardbook.Priorities.Evidence.Timed;

/// <summary>Counts by weekday and hour that somebody got from the force or a partner, attached to the evidence about an issue: published crime has no hours.</summary>
/// <remarks>Counts alone: nothing of a person is in them.</remarks>
[Recorded("timed counts")]
public sealed class TimedCounts
{
    public const int LongestWhat = 120, LongestSource = 200, Cells = 7 * 24, MostInACell = 100_000, LongestCells = Cells * 7;

    /// <summary>So many years are looked at together at most.</summary>
    public const int MostYears = 10;

    /// <summary>Made by the form, so that a form sent twice is one.</summary>
    public required Guid Id { get; init; }

    public required Guid Issue { get; init; }

    /// <summary>What was counted: <c>calls about mopeds</c>.</summary>
    public required string What { get; init; }

    /// <summary>Who counted it, and where it is kept.</summary>
    public required string Source { get; init; }

    public required DateOnly First { get; init; }

    /// <summary>The last day that was counted.</summary>
    public required DateOnly Last { get; init; }

    /// <summary>Hour by hour from Monday midnight, with commas between; nothing where the file says nothing.</summary>
    public required string Counted { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime Made { get; init; }

    public Guid? MadeBy { get; init; }

    /// <summary>When somebody took it out of the pack again, UTC: it was the wrong file.</summary>
    public DateTime? TakenOut { get; private set; }

    public HourTable Table => HourTable.Of(Counted);

    public void TakeOut(DateTime at) => TakenOut ??= at;
}

/// <summary>Counts by hour and weekday.</summary>
/// <param name="Hours">168 from Monday midnight; null where nobody said, which is not zero.</param>
public sealed record HourTable(IReadOnlyList<int?> Hours)
{
    public static IReadOnlyList<DayOfWeek> Days { get; } = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public int? At(int day, int hour) => Hours[(day * 24) + hour];

    public long All => Hours.Sum(count => (long)(count ?? 0));

    /// <summary>The hour with the most; of several the first.</summary>
    public (int Day, int Hour, int Count)? Busiest => Hours.Index().Where(one => one.Item > 0).OrderByDescending(one => one.Item).Select(one => ((int, int, int)?)(one.Index / 24, one.Index % 24, one.Item!.Value)).FirstOrDefault();

    public static HourTable Of(string counted) => new([.. counted.Split(',').Select(cell => int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : (int?)null)]);

    public string AsText => string.Join(',', Hours.Select(count => count?.ToString(CultureInfo.InvariantCulture)));

    /// <returns>Such as <c>10pm to 11pm</c>.</returns>
    public static string InWords(int hour) => $"{Clock(hour)} to {Clock((hour + 1) % 24)}";

    private static string Clock(int hour) => hour switch { 0 => "midnight", 12 => "midday", < 12 => $"{hour}am", _ => $"{hour - 12}pm" };
}
