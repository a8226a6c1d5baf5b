namespace Wardbook.Concerns.Saying;

/// <summary>The questions of the public form, in the order in which they are asked.</summary>
public enum SayStep
{
    Words,
    About,
    Where,
    When,
    Check,
}
