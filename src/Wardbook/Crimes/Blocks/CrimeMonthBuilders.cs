using System.Collections.Concurrent;
using Wardbook.Periods;

namespace Wardbook.Crimes.Blocks;

/// <summary>Builders that are done with a month wait here for the next: an import of twenty years makes a handful, not one for each month.</summary>
public sealed class CrimeMonthBuilders
{
    /// <summary>Two files are read at a time. A big file fills more at once; those beyond are left to the garbage collector.</summary>
    private const int Most = 4;

    private readonly ConcurrentBag<CrimeMonthBuilder> free = [];

    /// <param name="expected">See <see cref="CrimeMonthBuilder"/>.</param>
    public CrimeMonthBuilder Take(string force, Month month, int expected = 0)
    {
        if (!free.TryTake(out var builder))
        {
            return new(force, month, expected, this);
        }

        builder.Begin(force, month);
        return builder;
    }

    internal void Return(CrimeMonthBuilder builder)
    {
        if (free.Count < Most)
        {
            free.Add(builder);
        }
    }
}
