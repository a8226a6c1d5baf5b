using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Record;

namespace Wardbook.Accounts.Personal.Retention;

/// <summary>How long one kind of personal record is kept, from a day to a day: another rule later leaves this one where it was.</summary>
[Recorded("retention rule")]
public sealed class RetentionRule
{
    public const int LongestText = 1_000, MostDays = 36_525;

    public required Guid Id { get; init; }

    /// <summary>The <see cref="PersonalKind.Name"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The first day it holds.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day; null while no end is known.</summary>
    public DateOnly? To { get; set; }

    /// <summary>How many days a record is kept after the event that its kind counts from. From 1 to 36,525, which is a hundred years.</summary>
    public required int Days { get; init; }

    /// <summary>Why so long and no longer.</summary>
    public required string Why { get; init; }

    /// <summary>On which lawful basis it is held, such as <c>public task (UK GDPR, article 6(1)(e))</c>.</summary>
    public required string Basis { get; init; }

    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);

    public static void Describe(ModelBuilder model) => model.Entity<RetentionRule>(rule =>
    {
        rule.Property(row => row.Id).ValueGeneratedNever();
        rule.Property(row => row.Kind).HasMaxLength(RecordEntry.LongestKind);
        rule.HasIndex(row => new { row.Kind, row.From }).IsUnique();
    });
}
