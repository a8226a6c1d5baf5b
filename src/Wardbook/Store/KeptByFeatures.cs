using Wardbook.Accounts.Personal.Retention;
using Wardbook.Concerns;
using Wardbook.Engagement.Communities;
using Wardbook.Engagement.Network;
using Wardbook.Teams;

namespace Wardbook.Store;

/// <summary>The kinds of personal record that features keep: each is told beside its tables, and listed here as they are in <see cref="WardbookDb"/>.</summary>
public static class KeptByFeatures
{
    public static IReadOnlyList<PersonalKind> Kinds { get; } = [KeptOfficers.Kind, KeptIntermediaries.Kind, KeptIndividuals.Kind, .. KeptConcerns.Kinds];
}
