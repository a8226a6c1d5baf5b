namespace Wardbook.Concerns.Saying;

/// <summary>The questions of the public form, in the order in which they are asked.</summary>
public enum SayStep
{
    Words,
    About,
    Where,
    When,

    /// <summary>Others have said much the same: asked only where there are such.</summary>
    Similar,
    Check,
}
