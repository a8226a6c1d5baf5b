using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Wardbook.Shared.Background;
using Wardbook.Store;

namespace Wardbook.Shared.Mail;

/// <summary>Sends what is due. One process at a time does it, whoever is woken first.</summary>
/// <remarks>
/// A letter counts as tried before it is handed over, so one that kills the process is not tried again at once, and as sent right after. Between
/// the two lies the server's answer. A process killed just there sends the letter a second time after its pause, under the same Message-ID, by
/// which mail programs know it; a database that went away just there is told as soon as it is back, and the letter is not sent again.
/// </remarks>
public sealed class MailRounds(Database database, MailSettings settings, TimeProvider clock, ILogger<MailRounds> log)
{
    /// <summary>How long a letter waits after its first try, its second and so on. After the last it is given up: three and a half days.</summary>
    public static IReadOnlyList<TimeSpan> Pauses { get; } =
    [
        TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24), TimeSpan.FromHours(36),
    ];

    private const int InOneRound = 200;

    /// <summary>Taken over by the server, and the database could not be told.</summary>
    private readonly ConcurrentDictionary<Guid, DateTime> sentAndNotNoted = new();

    public static void Add(WebApplicationBuilder builder, Settings settings)
    {
        builder.Services.AddSingleton(settings.Mail);
        builder.Services.AddSingleton<MailRounds>();
        builder.Services.AddRound(new("mail", "Sends the letters that are due.", TimeSpan.FromSeconds(5), async (services, cancel) =>
            await services.GetRequiredService<MailRounds>().SendDue(cancel) is > 0 and var sent ? $"Sent {sent} {(sent == 1 ? "letter" : "letters")}." : null));
    }

    /// <returns>How many were taken over.</returns>
    public async Task<int> SendDue(CancellationToken cancel)
    {
        await using var db = database.Open();
        var now = clock.GetUtcNow().UtcDateTime;
        if (!await Due(db, now).AnyAsync(cancel))
        {
            return 0;
        }

        await using var alone = await OneAtATime.TryEnter(database, "mail", cancel);
        return alone is null ? 0 : await Send(db, now, cancel);
    }

    private async Task<int> Send(WardbookDb db, DateTime now, CancellationToken cancel)
    {
        await NoteLate(db, cancel);
        var due = await Due(db, now).OrderBy(letter => letter.NextTry).ThenBy(letter => letter.Id).Take(InOneRound).ToListAsync(cancel);
        await using Carrier carrier = settings.Server is { } server ? new SmtpCarrier(server) : new FolderCarrier(settings.FolderFor(database));
        var sent = 0;
        foreach (var letter in due)
        {
            cancel.ThrowIfCancellationRequested();
            if (letter.GoodUntil <= now)
            {
                await GiveUp(db, letter, $"It was not sent in time.{(letter.LastTrouble.Length > 0 ? $" Last: {letter.LastTrouble}" : "")}", cancel);
                continue;
            }

            letter.NextTry = now + Pauses[Math.Min(letter.Tries, Pauses.Count - 1)];
            letter.Tries++;
            await db.SaveChangesAsync(cancel);
            try
            {
                await carrier.Carry(letter.Id, Message(letter), cancel);
                sent++;
                await NoteSent(db, letter);
            }
            catch (CarrierTrouble trouble)
            {
                letter.LastTrouble = trouble.Message;
                log.LogWarning("Letter {Letter} could not be sent, try {Try}: {Trouble}", letter.Id, letter.Tries, trouble.Message);
                if (trouble.IsHopeless || letter.Tries >= Pauses.Count)
                {
                    await GiveUp(db, letter, trouble.Message, cancel);
                }
                else
                {
                    await db.SaveChangesAsync(cancel);
                }

                if (trouble.IsForAll)
                {
                    break;
                }
            }
        }

        return sent;
    }

    private static IQueryable<Letter> Due(WardbookDb db, DateTime now) =>
        db.Letters.Where(letter => letter.Sent == null && letter.GivenUp == null && letter.NextTry <= now);

    private async Task NoteSent(WardbookDb db, Letter letter)
    {
        (letter.Sent, letter.Text, letter.LastTrouble) = (clock.GetUtcNow().UtcDateTime, "", "");
        try
        {
            // Not to be broken off: it is sent.
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (Exception e) when (e is DbException or DbUpdateException)
        {
            sentAndNotNoted[letter.Id] = letter.Sent.Value;
            log.LogError(e, "Letter {Letter} was sent, and the database could not be told. It will be as soon as it answers.", letter.Id);
            throw;
        }
    }

    private async Task NoteLate(WardbookDb db, CancellationToken cancel)
    {
        foreach (var (id, at) in sentAndNotNoted)
        {
            if (await db.Letters.SingleOrDefaultAsync(letter => letter.Id == id, cancel) is { } letter)
            {
                (letter.Sent, letter.Text, letter.LastTrouble) = (at, "", "");
                await db.SaveChangesAsync(cancel);
            }

            sentAndNotNoted.TryRemove(id, out _);
        }
    }

    private async Task GiveUp(WardbookDb db, Letter letter, string why, CancellationToken cancel)
    {
        (letter.GivenUp, letter.LastTrouble, letter.Text) = (clock.GetUtcNow().UtcDateTime, why, "");
        log.LogWarning("Letter {Letter} was given up: {Why}", letter.Id, why);
        await db.SaveChangesAsync(cancel);
    }

    private MimeMessage Message(Letter letter)
    {
        var message = new MimeMessage { Subject = letter.Subject, Body = new TextPart("plain") { Text = letter.Text }, Date = clock.GetUtcNow(), MessageId = $"{letter.Id:N}@{settings.From.Domain}" };
        message.From.Add(settings.From);
        message.To.Add(MailboxAddress.Parse(letter.To));
        // Nobody is told that we are out of the office, and no machine answers a machine. Source: RFC 3834.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }
}
