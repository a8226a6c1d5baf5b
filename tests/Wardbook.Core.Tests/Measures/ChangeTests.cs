using CsCheck;

namespace Wardbook.Measures;

public sealed class ChangeTests
{
    private static readonly Gen<RateRatio> Ratios =
        Gen.Select(Gen.Long[0, 400], Gen.Double[0.2, 5], Gen.Long[0, 400], Gen.Double[0.2, 5], (count, exposure, other, otherExposure) => new RateRatio(count, exposure, other, otherExposure));

    [Fact]
    public void Here_against_there_is_there_against_here_turned_round() => Ratios.Sample(ratio =>
    {
        var (there, turned) = (ratio.Exact(), new RateRatio(ratio.OtherCount, ratio.OtherExposure, ratio.Count, ratio.Exposure).Exact());
        Near(there.Low, 1 / turned.High);
        Near(there.High, 1 / turned.Low);
    });

    [Fact]
    public void The_shorter_interval_lies_in_the_exact_one_and_that_in_the_wider() => Gen.Select(Ratios, Gen.Double[0.5, 3]).Sample((ratio, dispersion) =>
    {
        var (shorter, exact, wider) = (ratio.MidP(), ratio.Exact(), ratio.Widened(dispersion));
        Assert.True(wider.Low <= exact.Low && exact.Low <= shorter.Low && shorter.High <= exact.High && exact.High <= wider.High);
        Assert.True(ratio.Ratio is not { } seen || shorter.Contains(seen));
        Assert.Equal(exact, ratio.Widened(1));
    });

    [Fact]
    public void The_quick_answer_is_that_of_the_interval() => Gen.Select(Ratios, Gen.Double[0.5, 3], Gen.Double[0.5, 0.999]).Sample((ratio, dispersion, level) =>
    {
        var interval = ratio.Widened(dispersion, level);
        Assert.Equal(interval.Low > 1 ? 1 : interval.High < 1 ? -1 : 0, ratio.Side(dispersion, level));
    });

    [Fact]
    public void Twice_the_exposure_is_half_the_ratio() => Ratios.Sample(ratio =>
    {
        var (once, twice) = (ratio.Exact(), new RateRatio(ratio.Count, ratio.Exposure * 2, ratio.OtherCount, ratio.OtherExposure).Exact());
        Near(once.Low / 2, twice.Low);
        Near(once.High / 2, twice.High);
    });

    [Fact]
    public void Nothing_anywhere_tells_nothing()
    {
        var nothing = new RateRatio(0, 1, 0, 1);

        Assert.Null(nothing.Ratio);
        Assert.Equal(new(0, double.PositiveInfinity), nothing.Exact());
        Assert.Equal(new(0, double.PositiveInfinity), nothing.MidP());
        Assert.Equal(new(0, double.PositiveInfinity), nothing.Widened(2));
    }

    [Theory]
    [InlineData(19, 0, Verdict.TooFewToTell)]
    [InlineData(19, 20, Verdict.CannotTell)]
    [InlineData(0, 19, Verdict.TooFewToTell)]
    [InlineData(120, 131, Verdict.CannotTell)]
    [InlineData(120, 180, Verdict.Higher)]
    [InlineData(180, 120, Verdict.Lower)]
    [InlineData(0, 20, Verdict.Higher)]
    [InlineData(20, 0, Verdict.Lower)]
    public void A_change_is_told_only_when_chance_is_unlikely_to_make_it(long before, long after, Verdict verdict) =>
        Assert.Equal(verdict, new Change(before, after).Verdict());

    [Fact]
    public void What_looks_real_alone_may_not_among_many_or_where_places_differ()
    {
        // 120 to 158: the exact two-sided probability is 0.026.
        Assert.Equal(Verdict.Higher, new Change(120, 158).Verdict());
        Assert.Equal(Verdict.CannotTell, new Change(120, 158).Verdict(among: 14));
        Assert.Equal(Verdict.CannotTell, new Change(120, 158, dispersion: 1.6).Verdict());
    }

    [Fact]
    public void The_counts_that_would_show_do_and_the_next_ones_do_not() => Gen.Select(Gen.Long[1, 5_000], Gen.Double[1, 3]).Sample((before, dispersion) =>
    {
        bool Shows(long after) => !new Change(before, after, dispersion).PerCentInterval().Contains(0);
        var (fall, rise) = new Change(before, before, dispersion).WouldShow();
        Assert.True(Shows(rise) && !Shows(rise - 1) && rise > before);
        Assert.True(fall is { } to ? Shows(to) && !Shows(to + 1) && to < before : !Shows(0));
    });

    [Fact]
    public void Without_anything_before_there_is_no_per_cent_and_any_clear_number_is_a_rise()
    {
        var change = new Change(before: 0, after: 3);

        Assert.Null(change.PerCent);
        Assert.Equal(double.PositiveInfinity, change.PerCentInterval().High);
        Assert.Null(change.WouldShow().Fall);

        // Six to none is the first that is less likely than one in forty either way: 2 to the power of -6 is 0.016.
        Assert.Equal(6, change.WouldShow().Rise);
    }

    [Fact]
    public void Without_two_places_that_had_any_there_is_no_dispersion_to_measure()
    {
        Assert.Null(Dispersion.Between([]));
        Assert.Null(Dispersion.Between([(5, 7), (0, 0)]));
        Assert.Null(Dispersion.Between([(5, 0), (3, 0)]));
        Assert.Equal(0, Dispersion.Between([(10, 20), (5, 10)])!.Value, 1e-12);
    }

    private static void Near(double expected, double actual) =>
        Assert.True(expected.Equals(actual) || Math.Abs(expected - actual) <= 1e-9 * Math.Abs(expected), $"{expected:R} against {actual:R}");
}
