using Wardbook.Concerns;
using Wardbook.Concerns.Answers;
using Wardbook.Demonstration.Work;
using Wardbook.Places;
using Wardbook.Shared.Kinds;

namespace Wardbook.Demonstration.Thread;

/// <summary>What people said, and the answers they got.</summary>
internal sealed class Voices(MadeIds ids, Dice dice)
{
    /// <summary>The promise of the demonstration, as that of a new database: an answer within so many hours.</summary>
    private const int Hours = 72;

    private static readonly Guid[] Channels = [.. new[] { "engagement", "engagement", "engagement", "patrol", "patrol", "telephone", "letter", "school", "key-individual", "councillor", "partner" }.Select(slug => LondonTeams.Kind(KindLists.Channels, slug))];

    public List<Concern> Concerns { get; } = [];

    public List<ConcernStep> Steps { get; } = [];

    /// <summary>Somebody says something; it is shown in other words, and answered: nineteen in twenty within the promise.</summary>
    /// <param name="title">Of the issue it belongs to; null when nobody has looked at it yet.</param>
    public Concern Say(PlaceCode ward, Theme theme, Venue venue, DateOnly day, string? title)
    {
        var at = LondonTeams.Moment(day, 8 + dice.Below(11)).AddMinutes(dice.Below(60));
        var isOnForm = dice.Below(3) == 0;
        var hasStreet = dice.Below(4) > 0;
        var concern = new Concern
        {
            Id = ids.Next(at),
            PlaceKind = "ward",
            PlaceCode = ward,
            Said = Theme.In(theme.Said[dice.Below(theme.Said.Length)], venue.Street),
            Category = theme.Category,
            Where = hasStreet ? SaidWhere.Street : SaidWhere.WholeWard,
            Street = hasStreet ? venue.Street : null,
            Time = (TimeOfDay)dice.Below(5),
            Channel = isOnForm ? KindLists.PublicForm : Channels[dice.Below(Channels.Length)],
            SaidAt = at,
            Verified = isOnForm && dice.Below(5) == 0 ? null : at.AddMinutes(isOnForm ? 4 : 0),
            PersonKey = $"{dice.Next():x16}{dice.Next():x16}",
        };
        Concerns.Add(concern);
        concern.StartClock(at, Hours);
        var late = dice.Below(20) == 0;
        var answered = at.AddHours(late ? 74 + dice.Below(120) : 3 + dice.Below(66));
        var now = LondonTeams.Moment(LondonTeams.Last);
        if (answered > now)
        {
            return concern;
        }

        // Nothing about drugs is shown with its street: it might lead to a door.
        var shown = answered.AddMinutes(-20);
        Steps.Add(dice.Below(8) == 0
            ? concern.Hide(new(ids.Next(shown), null, shown))
            : concern.Show(new(ids.Next(shown), null, shown), Theme.In(theme.Public, hasStreet ? venue.Street : "several streets"), hasStreet && theme.Category != "drugs" ? new(venue.Street, venue.At) : null));
        Steps.Add(concern.Answer(
            new(ids.Next(answered), null, answered, title is null
                ? "Thank you for telling us. We have passed it to the officers on duty and will bring it to the next meeting of the ward panel."
                : $"Thank you for telling us. You are not the only one: it is before the ward panel as \"{title}\", and we shall write here what comes of it."),
            ConcernState.Answered));
        return concern;
    }
}
