using Wardbook.Shared;

namespace Wardbook.Concerns.Saying;

/// <summary>Whom to tell when it is an emergency or a crime: stands before the first question, because nobody watches a form.</summary>
/// <param name="Emergency">The number to call when somebody is in danger.</param>
/// <param name="NonEmergency">The number to call otherwise.</param>
/// <param name="Report">Where a crime is reported; null when the force has no such page.</param>
public sealed record Advice(string Emergency, string NonEmergency, Uri? Report)
{
    public static Advice Of(Settings settings) => new(settings.EmergencyNumber, settings.NonEmergencyNumber, settings.ReportCrime);
}
