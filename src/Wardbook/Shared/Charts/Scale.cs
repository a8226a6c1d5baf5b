namespace Wardbook.Shared.Charts;

/// <summary>An axis from zero to a round number at or above the greatest value, with a mark at each round step.</summary>
/// <remarks>Always from zero: a bar cut off at its foot makes a small change look large.</remarks>
public readonly record struct Scale(double Top, double Step)
{
    /// <param name="marks">About how many marks there is room for.</param>
    /// <param name="whole">Counts have no half marks.</param>
    public static Scale UpTo(double greatest, int marks = 4, bool whole = true)
    {
        if (!(greatest > 0))
        {
            return new(1, 1);
        }

        var rough = greatest / marks;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = new[] { 1, 2, 2.5, 5, 10 }.Select(nice => nice * power).First(nice => nice >= rough * 0.999999);
        if (whole)
        {
            step = Math.Max(1, Math.Ceiling(step));
        }

        return new(Math.Ceiling(greatest / step - 1e-9) * step, step);
    }

    public IEnumerable<double> Marks()
    {
        for (var mark = 0; mark * Step <= Top + (Step / 1000); mark++)
        {
            yield return mark * Step;
        }
    }
}
