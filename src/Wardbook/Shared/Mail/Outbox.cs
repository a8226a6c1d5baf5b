using MimeKit;
using Wardbook.Store;

namespace Wardbook.Shared.Mail;

/// <summary>Where a letter is put. It goes out when, and only when, the change it tells of is saved.</summary>
public static class Outbox
{
    private const int LongestSubject = 200;

    /// <summary>Writes a letter into what <paramref name="db"/> saves next.</summary>
    /// <param name="to">One address, as <see cref="IsAddress"/> allows it.</param>
    /// <param name="subject">One line, at most 200 characters.</param>
    /// <param name="text">Plain text.</param>
    /// <param name="goodUntil">From then on it is not sent any more: a link in it has run out.</param>
    /// <exception cref="ArgumentException">The address is none, or the subject is more than a line.</exception>
    public static Letter Add(WardbookDb db, string to, string subject, string text, DateTimeOffset? goodUntil = null)
    {
        if (!IsAddress(to))
        {
            throw new ArgumentException("Expected one mail address.", nameof(to));
        }

        if (subject.Length is 0 or > LongestSubject || subject.Any(char.IsControl))
        {
            throw new ArgumentException($"Expected one line of at most {LongestSubject} characters.", nameof(subject));
        }

        var letter = new Letter { Id = Guid.CreateVersion7(), To = to.Trim(), Subject = subject, Text = text, GoodUntil = goodUntil?.UtcDateTime };
        db.Letters.Add(letter);
        return letter;
    }

    /// <summary>Whether mail can be sent there, as far as the text says: one address, with a domain, no name, no list.</summary>
    public static bool IsAddress(string? text) =>
        text?.Trim() is { Length: > 2 and <= Letter.LongestAddress } trimmed
        && !trimmed.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || letter is '<' or '>' or ',' or ';' or '"' or '(' or ')')
        && MailboxAddress.TryParse(trimmed, out var address)
        && address.Address == trimmed
        && trimmed.IndexOf('@', StringComparison.Ordinal) > 0
        && address.Domain.Length > 0;
}
