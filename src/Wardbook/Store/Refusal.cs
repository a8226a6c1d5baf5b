namespace Wardbook;

/// <summary>What was asked cannot be done, for a reason that a person can mend. The message is for that person: what was found, what was expected.</summary>
public sealed class Refusal(string message) : Exception(message);
