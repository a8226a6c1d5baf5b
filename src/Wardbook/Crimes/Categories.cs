using Microsoft.EntityFrameworkCore;
using Wardbook.Store;

namespace Wardbook.Crimes;

/// <summary>Numbers the categories that files name, and remembers the ones not met before.</summary>
/// <remarks>The list that comes with Wardbook says the slugs of police.uk and other spellings of them. Anything else is a category of its own.</remarks>
public sealed class Categories
{
    private readonly Dictionary<string, short> numbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, CrimeCategory> listed = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock one = new();
    private readonly HashSet<short> kept;
    private readonly List<CrimeCategory> all;

    private Categories(List<CrimeCategory> known)
    {
        all = known;
        kept = [.. known.Select(category => category.Id)];
        foreach (var (slug, name, isCrime, also) in Listed())
        {
            var number = known.SingleOrDefault(category => category.Slug == slug);
            var category = number ?? new CrimeCategory { Id = 0, Slug = slug, Name = name, IsCrime = isCrime };
            foreach (var spelling in also.Append(name).Append(slug))
            {
                listed[spelling] = category;
            }
        }

        foreach (var category in known)
        {
            numbers[category.Name] = category.Id;
            numbers[category.Slug] = category.Id;
        }
    }

    /// <summary>How many there are, with those not kept yet. Numbers run from 1 to this.</summary>
    public int Count => all.Count;

    public static async Task<Categories> Load(WardbookDb db, CancellationToken cancel) =>
        new(await db.CrimeCategories.AsNoTracking().OrderBy(category => category.Id).ToListAsync(cancel));

    /// <summary>The number of a category by any of its spellings. May be called from several threads.</summary>
    public short Of(string name)
    {
        lock (one)
        {
            if (numbers.TryGetValue(name, out var number))
            {
                return number;
            }

            if (listed.TryGetValue(name, out var known))
            {
                if (numbers.TryGetValue(known.Slug, out number))
                {
                    return numbers[name] = number;
                }

                return Add(name, known.Slug, known.Name, known.IsCrime);
            }

            var slug = string.Join('-', new string([.. name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ')])
                .Split(' ', StringSplitOptions.RemoveEmptyEntries));
            return Add(name, slug, name, isCrime: true);
        }
    }

    /// <summary>Whether this is a category by some spelling, from the list or from an earlier file.</summary>
    public bool Knows(string name)
    {
        lock (one)
        {
            return numbers.ContainsKey(name) || listed.ContainsKey(name);
        }
    }

    /// <summary>Adds to the database those that were met for the first time.</summary>
    public void Keep(WardbookDb db)
    {
        lock (one)
        {
            db.CrimeCategories.AddRange(all.Where(category => kept.Add(category.Id)));
        }
    }

    private short Add(string spelling, string slug, string name, bool isCrime)
    {
        var category = new CrimeCategory { Id = (short)(all.Count + 1), Slug = slug, Name = name, IsCrime = isCrime };
        all.Add(category);
        numbers[spelling] = numbers[name] = numbers[slug] = category.Id;
        return category.Id;
    }

    private static IEnumerable<(string Slug, string Name, bool IsCrime, string[] Also)> Listed()
    {
        using var list = new StreamReader(typeof(Categories).Assembly.GetManifestResourceStream("Wardbook.Crimes.categories.csv")!);
        list.ReadLine();
        while (list.ReadLine() is { } line)
        {
            var parts = line.Split(',');
            yield return (parts[0], parts[1], parts[2] == "yes", parts[3].Split('|', StringSplitOptions.RemoveEmptyEntries));
        }
    }
}
