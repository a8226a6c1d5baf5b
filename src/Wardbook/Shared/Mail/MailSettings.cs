using MimeKit;
using Wardbook.Store;

namespace Wardbook.Shared.Mail;

/// <summary>How letters leave: what whoever runs Wardbook has chosen.</summary>
/// <param name="Server">Null writes letters into a folder instead.</param>
/// <param name="From">Who they are from.</param>
/// <param name="Folder">Where they are written without a server; null for beside the data.</param>
public sealed record MailSettings(MailServer? Server, MailboxAddress From, string? Folder)
{
    public static MailSettings None { get; } = new(null, new("Wardbook", "wardbook@localhost"), null);

    /// <summary>Beside the data file, as <c>london.db.mail</c>; for a database on a server, in the folder the program was started from.</summary>
    public string FolderFor(Database database) => Path.GetFullPath(Folder ?? (database.File is { } file ? file + ".mail" : "wardbook-mail"));
}
