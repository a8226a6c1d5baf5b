using Wardbook.Places;

namespace Wardbook.Concerns;

public sealed class ConcernArithmeticTests
{
    private static readonly DateTime Monday = new(2026, 6, 15, 10, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_clock_of_72_hours_runs_out_three_days_later_to_the_second()
    {
        var clock = AnswerClock.Start(Monday, 72);

        Assert.Equal(new DateTime(2026, 6, 18, 10, 0, 0, DateTimeKind.Utc), clock.Due);
        Assert.True(clock.IsKeptBy(Monday.AddHours(72)));
        Assert.False(clock.IsKeptBy(Monday.AddHours(72).AddSeconds(1)));
    }

    [Fact]
    public void What_was_left_when_it_was_paused_is_left_when_it_goes_on()
    {
        var paused = AnswerClock.Start(Monday, 72).Pause(Monday.AddHours(70)).Pause(Monday.AddHours(71));
        Assert.Equal(TimeSpan.FromHours(2), paused.Left(Monday.AddDays(30)));
        Assert.True(paused.IsKeptBy(Monday.AddDays(30)));

        var resumed = paused.Resume(Monday.AddDays(30));
        Assert.Equal(Monday.AddDays(30).AddHours(2), resumed.Due);
        Assert.Equal(resumed, resumed.Resume(Monday.AddDays(40)));
    }

    [Fact]
    public void A_pause_never_makes_an_answer_due_earlier()
    {
        for (var start = 0; start < 100; start++)
        {
            var clock = AnswerClock.Start(Monday, 72);
            for (var end = -5; end < 100; end += 5)
            {
                Assert.True(clock.Pause(Monday.AddHours(start)).Resume(Monday.AddHours(start + end)).Due >= clock.Due);
            }
        }
    }

    private static readonly Point Here = Point.OfDegrees(-0.1, 51.5), Near = Point.OfDegrees(-0.1, 51.5005), Far = Point.OfDegrees(-0.1, 51.52);

    [Fact]
    public void The_same_said_twice_is_as_alike_as_can_be_and_another_subject_not_at_all()
    {
        var mopeds = new Comparable("Mopeds ride on the pavement", "mopeds", "vehicles", Here);

        Assert.Equal(1, Likeness.Of(mopeds, mopeds), 10);
        Assert.Equal(0, Likeness.Of(mopeds, mopeds with { Category = "noise", Above = "asb" }));
    }

    [Fact]
    public void Nearer_and_in_more_of_the_same_words_is_more_alike_and_both_ways_round_the_same()
    {
        var one = new Comparable("Mopeds riding on the pavement by the school", "mopeds", "vehicles", Here);
        var near = new Comparable("A moped rides along the pavement", "mopeds", "vehicles", Near);
        var far = near with { At = Far };
        var other = near with { Words = "Too much of it" };

        Assert.True(Likeness.Of(one, near) > Likeness.Of(one, far));
        Assert.True(Likeness.Of(one, near) > Likeness.Of(one, other));
        Assert.True(Likeness.Of(one, near) >= Likeness.Similar);
        Assert.All(new[] { near, far, other, one with { At = null } }, each => Assert.Equal(Likeness.Of(one, each), Likeness.Of(each, one), 12));
        Assert.All(new[] { near, far, other, one with { At = null } }, each => Assert.InRange(Likeness.Of(one, each), 0, 1));
    }

    [Fact]
    public void A_pin_goes_to_the_nearest_public_point_and_nowhere_when_none_is_near()
    {
        PublicPoint[] points = [new("High Street", Near), new("Far Lane", Far)];

        Assert.Equal("High Street", PublicPoints.Snap(Here, points)!.Name);
        Assert.Null(PublicPoints.Snap(Point.OfDegrees(-0.1, 51.51), points));
        Assert.Null(PublicPoints.Snap(Here, []));
    }

    /// <summary>Of where somebody pressed, what is shown tells no more than which of the points is nearest.</summary>
    [Fact]
    public void Whatever_pin_it_is_only_points_of_the_list_are_ever_shown()
    {
        PublicPoint[] points = [.. Enumerable.Range(0, 10).Select(each => new PublicPoint($"Street {each}", Point.OfDegrees(-0.1 + (each * 0.002), 51.5)))];
        for (var east = -50; east < 250; east += 7)
        {
            for (var north = -40; north < 40; north += 9)
            {
                if (PublicPoints.Snap(Point.OfDegrees(-0.1 + (east * 0.0001), 51.5 + (north * 0.0001)), points) is { } shown)
                {
                    Assert.Contains(shown, points);
                }
            }
        }
    }

    [Fact]
    public void A_street_is_always_shown_at_the_same_of_its_points()
    {
        PublicPoint[] points = [new("High Street", Far), new("High Street", Here), new("Low Street", Near)];

        Assert.Equal(Here, PublicPoints.OfStreet(" high street", points)!.At);
        Assert.Equal(PublicPoints.OfStreet("High Street", points), PublicPoints.OfStreet("High Street", points.Reverse()));
        Assert.Null(PublicPoints.OfStreet("Another Street", points));
    }
}
