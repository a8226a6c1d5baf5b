namespace Wardbook.Demonstration.Thread;

/// <summary>What each ward works on, on the day of the report, and what it has finished: no theme twice in a ward.</summary>
internal static class ThemesOfWards
{
    private const int Fewest = 3, Finished = 2;

    /// <returns>Of each ward its open themes, then <see cref="Finished"/> finished ones.</returns>
    public static IReadOnlyList<(Theme Theme, bool IsOpen)>[] Share(int wards)
    {
        var dice = Dice.For("themes");

        // A panel chooses three to five.
        int[] left = [.. Enumerable.Range(0, wards).Select(_ => dice.Below(100) switch { < 60 => Fewest, < 88 => Fewest + 1, _ => Fewest + 2 })];
        List<Theme>[] open = [.. left.Select(_ => new List<Theme>())];
        foreach (var theme in Theme.All.Where(theme => theme.Open is not null))
        {
            Deal(theme, theme.Open!.Value);
        }

        // Of the others each as often, so that none is among the first ones.
        var others = Theme.All.Where(theme => theme.Open is null).ToList();
        for (var number = 0; number < others.Count; number++)
        {
            Deal(others[number], (left.Sum() + others.Count - number - 1) / (others.Count - number));
        }

        return [.. open.Select(themes => (IReadOnlyList<(Theme, bool)>)[.. themes.Select(theme => (theme, true)), .. Ended(themes).Select(theme => (theme, false))])];

        void Deal(Theme theme, int some)
        {
            // Those with most left to choose first, or at the end some ward would have one theme twice.
            foreach (var ward in Enumerable.Range(0, wards).Where(ward => left[ward] > 0).Select(ward => (ward, Draw: dice.Next())).OrderByDescending(one => theme.Open is null ? left[one.ward] : 0).ThenBy(one => one.Draw).Select(one => one.ward).Take(some).ToList())
            {
                open[ward].Add(theme);
                left[ward]--;
            }
        }

        IEnumerable<Theme> Ended(List<Theme> themes) => Theme.All.Except(themes).Select(theme => (theme, Draw: dice.Next())).OrderBy(one => one.Draw).Select(one => one.theme).Take(Finished).ToList();
    }
}
