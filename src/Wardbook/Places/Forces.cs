using Microsoft.EntityFrameworkCore;
using Wardbook.Store;

namespace Wardbook.Places;

/// <summary>Finds a force by its identifier, by its name, or by the name files give it.</summary>
public sealed class Forces
{
    private readonly Dictionary<string, Force> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock one = new();

    private Forces(IEnumerable<Force> known)
    {
        foreach (var force in known)
        {
            byName[force.Id] = force;
            byName[force.Name] = force;
        }
    }

    /// <summary>Those the database has, and the list that comes with Wardbook for the rest.</summary>
    public static async Task<Forces> Load(WardbookDb db, CancellationToken cancel) =>
        new(Listed().Concat(await db.Forces.AsNoTracking().ToListAsync(cancel)));

    /// <summary>Whether this is the identifier or the name of a force that is known.</summary>
    public bool Knows(string name)
    {
        lock (one)
        {
            return byName.ContainsKey(name.Trim());
        }
    }

    /// <summary>The identifier for a name in a file: <c>Metropolitan Police Service</c> is <c>metropolitan</c>. A force not met before gets one made of its name.</summary>
    public Force Of(string name)
    {
        var trimmed = name.Trim();
        lock (one)
        {
            if (!byName.TryGetValue(trimmed, out var force))
            {
                var id = string.Join('-', new string([.. trimmed.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ')])
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries));
                force = new Force { Id = id, Name = trimmed };
                byName[trimmed] = force;
                byName.TryAdd(id, force);
            }

            return force;
        }
    }

    /// <summary>Whether a text could name a force at all: words, and not a street, a code or a month.</summary>
    public static bool MayBe(ReadOnlySpan<char> name)
    {
        name = name.Trim();
        return name.Length is > 1 and <= 80 && name.IndexOfAnyInRange('0', '9') < 0 && name.IndexOfAny("();,") < 0
            && !name.StartsWith("On or near", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("No location", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Adds to the database those of these forces it does not have.</summary>
    public async Task Keep(WardbookDb db, IEnumerable<string> ids, CancellationToken cancel)
    {
        var wanted = ids.Where(id => id.Length > 0).Distinct().ToList();
        var there = await db.Forces.Where(force => wanted.Contains(force.Id)).Select(force => force.Id).ToListAsync(cancel);
        db.Forces.AddRange(wanted.Except(there).Select(id => new Force { Id = id, Name = Of(id).Name }));
        await db.SaveChangesAsync(cancel);
    }

    private static IEnumerable<Force> Listed()
    {
        using var list = new StreamReader(typeof(Forces).Assembly.GetManifestResourceStream("Wardbook.Places.forces.csv")!);
        list.ReadLine();
        while (list.ReadLine() is { } line)
        {
            var comma = line.IndexOf(',', StringComparison.Ordinal);
            yield return new Force { Id = line[..comma], Name = line[(comma + 1)..] };
        }
    }
}
