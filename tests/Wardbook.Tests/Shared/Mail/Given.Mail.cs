using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wardbook.Shared.Mail;

namespace Wardbook;

public sealed partial class TestSite
{
    /// <summary>Writes a letter as a page does.</summary>
    public async Task<Guid> GivenLetter(string to, string subject = "Your invitation", string text = "Open this link.", DateTimeOffset? goodUntil = null) => await With(async db =>
    {
        var letter = Outbox.Add(db, to, subject, text, goodUntil);
        await db.SaveChangesAsync(Cancel);
        return letter.Id;
    });

    /// <summary>What the background does every few seconds.</summary>
    /// <returns>How many letters went out.</returns>
    public async Task<int> SendMail() => await (await started.Value).Services.GetRequiredService<MailRounds>().SendDue(Cancel);

    public Task<Letter> Letter(Guid id) => With(db => db.Letters.AsNoTracking().SingleAsync(letter => letter.Id == id, Cancel));

    /// <summary>The letters in the folder of a site without a mail server, as they would be sent.</summary>
    public IReadOnlyList<string> LettersInFolder()
    {
        var folder = Path.Combine(Folder, "letters");
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.eml").Order(StringComparer.Ordinal).Select(System.IO.File.ReadAllText)] : [];
    }
}
