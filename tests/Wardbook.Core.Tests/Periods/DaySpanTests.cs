using CsCheck;

namespace Wardbook.Periods;

public sealed class DaySpanTests
{
    private static readonly DateOnly Start = new(2006, 4, 1);

    private static readonly Gen<DaySpan> Spans =
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, 30], Gen.Bool, (first, days, isOpen) => new DaySpan(Start.AddDays(first), isOpen ? null : Start.AddDays(first + days)));

    [Fact]
    public void Both_ends_are_included()
    {
        var year = new DaySpan(first: Start, last: new(2007, 3, 31));

        Assert.Equal(365, year.Days);
        Assert.True(year.Contains(Start) && year.Contains(new(2007, 3, 31)));
        Assert.False(year.Contains(Start.AddDays(-1)) || year.Contains(new(2007, 4, 1)));
        Assert.Equal(1, new DaySpan(Start, Start).Days);
    }

    [Fact]
    public void An_open_end_has_no_last_day()
    {
        var posting = new DaySpan(Start, last: null);

        Assert.True(posting.IsOpen && posting.Contains(DateOnly.MaxValue));
        Assert.Null(posting.Days);
        Assert.Equal(new DaySpan(Start, Start.AddDays(9)), posting.EndedOn(Start.AddDays(9)));
    }

    [Fact]
    public void A_run_that_ends_before_it_starts_does_not_exist() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new DaySpan(Start, Start.AddDays(-1)));

    [Fact]
    public void The_days_in_both_are_those_that_are_in_each() => Gen.Select(Spans, Spans).Sample((one, other) =>
    {
        var both = one.Both(other);
        Assert.Equal(both, other.Both(one));
        Assert.Equal(both is not null, one.Overlaps(other));
        for (var day = Start.AddDays(-1); day < Start.AddDays(70); day = day.AddDays(1))
        {
            Assert.Equal(one.Contains(day) && other.Contains(day), both?.Contains(day) ?? false);
        }
    });

    [Fact]
    public void A_run_is_written_for_machines_and_for_readers()
    {
        Assert.Equal("2006-04-01/2007-03-31", new DaySpan(Start, new(2007, 3, 31)).ToString());
        Assert.Equal("2006-04-01/..", new DaySpan(Start, null).ToString());
        Assert.Equal("1 April 2006 to 31 March 2007", new DaySpan(Start, new(2007, 3, 31)).InWords());
        Assert.Equal("since 1 April 2006", new DaySpan(Start, null).InWords());
        Assert.Equal("on 1 April 2006", new DaySpan(Start, Start).InWords());
    }
}
