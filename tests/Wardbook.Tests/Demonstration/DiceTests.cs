namespace Wardbook.Demonstration;

public class DiceTests
{
    [Fact]
    public void Gives_the_reference_numbers_of_SplitMix64()
    {
        // Rosetta Code, "Pseudo-random numbers/Splitmix64": the first five for seed 1234567.
        var dice = new Dice(1234567);

        Assert.Equal(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
            Enumerable.Range(0, 5).Select(_ => dice.Next()));
    }

    [Fact]
    public void Shares_out_a_whole_total_to_the_last_one()
    {
        // Largest remainders, worked by hand: 10 by 1:1:1 is 3.33 each, and the first takes what is left.
        Assert.Equal([4, 3, 3], Apportion.Whole(10, [1, 1, 1]));
        Assert.Equal([0, 7, 3], Apportion.Whole(10, [0, 0.7, 0.3]));
    }
}
