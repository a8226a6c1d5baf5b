using Wardbook.Places;

namespace Wardbook.Concerns.Saying;

/// <summary>Who knows streets by name. The site gives it: what was said needs no recorded crime to be taken.</summary>
/// <param name="Find">Streets of a name, or that begin with it.</param>
public sealed record KnownStreets(Func<string, CancellationToken, Task<IReadOnlyList<StreetAt>>> Find);
