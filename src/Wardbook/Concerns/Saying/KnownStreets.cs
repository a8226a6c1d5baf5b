using Wardbook.Places;

namespace Wardbook.Concerns.Saying;

/// <summary>Who knows streets. The site gives it: what was said needs no recorded crime to be taken.</summary>
/// <param name="Find">Streets of a name, or that begin with it.</param>
/// <param name="Where">The map points at which police.uk publishes crime, in an area: each stands for at least eight addresses, or for none.</param>
public sealed record KnownStreets(
    Func<string, CancellationToken, Task<IReadOnlyList<StreetAt>>> Find,
    Func<Func<Point, bool>, CancellationToken, Task<IReadOnlyList<StreetAt>>> Where);
