namespace Wardbook.Demonstration;

/// <summary>Numbers that look random and are the same on every machine and in every release.</summary>
/// <remarks>
/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014). <see cref="Random"/> promises no sequence
/// across releases of .NET. Only whole numbers, additions, products and square roots are used on what it gives, because logarithms and powers
/// may differ in their last digit from one processor to the next.
/// </remarks>
public sealed class Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>Dice of their own for one matter, so that a change in one part of the demonstration does not move the rest.</summary>
    public static Dice For(string matter, int number = 0)
    {
        // FNV-1a: string.GetHashCode differs from run to run.
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var letter in matter)
        {
            hash = (hash ^ letter) * 1_099_511_628_211UL;
        }

        return new(new Dice(hash + (ulong)number).Next());
    }

    /// <summary>64 bits.</summary>
    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A whole number from 0 to <paramref name="below"/> - 1.</summary>
    public int Below(int below) => (int)Math.BigMul(Next(), (ulong)below, out _);

    /// <summary>From 0 up to, not with, 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Bell-shaped about 0, with a standard deviation of 1 and nothing beyond 6 either way: twelve draws added up.</summary>
    public double Bell()
    {
        var sum = -6.0;
        for (var draw = 0; draw < 12; draw++)
        {
            sum += Share();
        }

        return sum;
    }
}
