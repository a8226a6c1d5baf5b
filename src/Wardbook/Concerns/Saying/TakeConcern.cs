using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.SignIn.Links;
using Wardbook.Concerns.Answers;
using Wardbook.Shared;
using Wardbook.Shared.Mail;
using Wardbook.Store;

namespace Wardbook.Concerns.Saying;

/// <summary>Takes what somebody said on the public form: once, however often it is sent.</summary>
public sealed class TakeConcern(WardbookDb db, Settings settings, SiteAddress site, TimeProvider clock, IHttpContextAccessor request)
{
    /// <summary>One address gets so many letters about new concerns in a day, whoever writes it into forms.</summary>
    public const int LettersADay = 3;

    /// <param name="concern">Checked, and new.</param>
    /// <param name="token">Of its private address.</param>
    /// <param name="email">Where an answer may go; null for nowhere.</param>
    /// <param name="isTrapped">A field was filled in that no person sees.</param>
    /// <param name="placeName">As the letter says it.</param>
    public async Task Take(Concern concern, string token, string? email, bool isTrapped, string placeName, CancellationToken cancel)
    {
        if (await db.Concerns.AnyAsync(row => row.Id == concern.Id, cancel))
        {
            return;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var sender = Flood.Sender(db, concern.Id, request.HttpContext!, concern.Said, now);
        concern.IsHeld = await Flood.Holds(db, settings, concern, sender, isTrapped, cancel);
        if (!concern.IsHeld)
        {
            concern.StartClock(now, (await AnswerPromise.Find(db, clock.Today(), cancel)).Hours);
        }

        db.Concerns.Add(concern);
        db.ConcernSenders.Add(sender);
        db.ConcernLinks.Add(new() { TokenHash = SayKey.HashOf(token), Concern = concern.Id, Made = now });
        if (email is not null)
        {
            await Reach(concern, email, placeName, now, cancel);
        }

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Sent twice at the same moment: the other is there, and this one is nothing. Anything else went wrong for good.
            db.ChangeTracker.Clear();
            if (!await db.Concerns.AnyAsync(row => row.Id == concern.Id, cancel))
            {
                throw;
            }
        }
    }

    /// <summary>The same for the same address, in any letters.</summary>
    public static string KeyOf(string email, Accounts.Personal.Keys keys) => keys.LookUp("concern person", Normal(email));

    /// <inheritdoc cref="KeyOf"/>
    public static IReadOnlyList<string> KeysOf(string email, Accounts.Personal.Keys keys) => keys.LookUps("concern person", Normal(email));

    private static string Normal(string email) => email.Trim().ToUpperInvariant();

    private async Task Reach(Concern concern, string email, string placeName, DateTime now, CancellationToken cancel)
    {
        concern.PersonKey = KeyOf(email, db.Keys);
        var day = now.AddDays(-1);
        var letters = await db.ConcernReaches.CountAsync(row => row.EmailKey == concern.PersonKey && row.Left > day, cancel);
        db.ConcernReaches.Add(new() { Concern = concern.Id, Email = email.Trim(), EmailKey = concern.PersonKey, Left = now });
        if (letters >= LettersADay)
        {
            return;
        }

        var token = SayKey.NewToken();
        db.ConcernLinks.Add(new() { TokenHash = SayKey.HashOf(token), Concern = concern.Id, Made = now, Proves = true });
        Outbox.Add(db, email, $"What you told the team of {placeName}", $"""
            Somebody gave this address when they told the police team of {placeName} what worries them.

            If it was you, open this page and confirm it. Then it counts as said by a person, and you can see there what becomes of it:

            {site.Of(Urls.YourConcern(token))}

            Whoever has this address can read what you said, so keep it to yourself. If it was not you, do nothing. We delete your address after the answer.
            """);
    }
}
