namespace Wardbook.Measures;

public sealed class ShareTests
{
    /// <summary>Newcombe 1998, Statistics in Medicine 17, 857-872, table I, method 3 (Wilson score).</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Intervals_are_those_that_were_published(long count, long of, double low, double high)
    {
        var interval = new Share(count, of).Interval();

        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(7, 7)]
    [InlineData(3, 1_000_000)]
    public void The_share_lies_in_its_interval_and_the_rest_in_the_mirror_of_it(long count, long of)
    {
        var (share, rest) = (new Share(count, of), new Share(of - count, of));

        Assert.True(share.Interval().Contains(share.Value));
        Assert.Equal(1 - share.Interval().High, rest.Interval().Low, 10);
    }

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(6, 5)]
    [InlineData(0, 0)]
    public void What_is_no_share_of_anything_is_refused(long count, long of) => Assert.Throws<ArgumentOutOfRangeException>(() => new Share(count, of));

    [Fact]
    public void What_is_hidden_cannot_be_had_by_subtraction()
    {
        Assert.Equal([true, true, true], SmallCounts.Shown([10, 20, 30], 5));
        Assert.Equal([false, true, false], SmallCounts.Shown([10, 20, 3], 5));
        Assert.Equal([false, false, false, true], SmallCounts.Shown([1, 1, 6, 20], 5));
        Assert.Equal([true, false], SmallCounts.Shown([0, 3], 5));
    }

    /// <summary>Whatever the counts: what is hidden adds up to the fewest at least, and is never one alone, unless nothing else is left.</summary>
    [Fact]
    public void Hidden_counts_hide_each_other()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            long[] bases = [.. Enumerable.Range(0, 1 + (seed % 6)).Select(each => (long)((seed * 7919 / (each + 3)) % 12))];
            var shown = SmallCounts.Shown(bases, 5);

            long[] hidden = [.. bases.Where((_, each) => !shown[each])];
            Assert.DoesNotContain(bases.Where((_, each) => shown[each]), one => one is > 0 and < 5);
            Assert.True(hidden.Length == 0 || (hidden.Length > 1 && hidden.Sum() >= 5) || bases.Where((_, each) => shown[each]).All(one => one == 0));
        }
    }
}
