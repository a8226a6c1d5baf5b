namespace Wardbook.Wards;

/// <summary>What several places of one page have in common, read for the first of them and kept for the others. For one request and one choice.</summary>
public sealed class ReadOnce
{
    private readonly Dictionary<object, object?> known = [];

    /// <param name="name">What is read, and of what.</param>
    public async Task<T> Get<T>(object name, Func<Task<T>> read)
    {
        if (!known.TryGetValue(name, out var there))
        {
            known.Add(name, there = await read());
        }

        return (T)there!;
    }
}
