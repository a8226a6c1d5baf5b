using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Accounts.SignIn.Links;
using Wardbook.Concerns.Saying;
using Wardbook.Shared;
using Wardbook.Shared.Mail;
using Wardbook.Store;

namespace Wardbook.Concerns.Answers;

/// <summary>Letters about concerns: to those who said them, and to those who must answer. Written into what is saved next.</summary>
public sealed class AnswerLetters(SiteAddress site, PlaceTrees trees)
{
    /// <summary>Tells whoever left an address that there is an answer.</summary>
    public async Task Answer(WardbookDb db, Concern concern, string words, DateTime now, CancellationToken cancel)
    {
        if (await db.ConcernReaches.SingleOrDefaultAsync(row => row.Concern == concern.Id, cancel) is not { } reach)
        {
            return;
        }

        reach.Answered = now;
        Outbox.Add(db, reach.Email, $"The answer of the team of {await NameOf(concern)}", $"""
            You told the police team of {await NameOf(concern)} what worries you. This is their answer:

            {words}

            Your private page has it too, and there you can say whether it gets better:

            {Link(db, concern, now)}

            We delete your address some weeks from now. Please do not answer this mail: nobody reads what is sent there.
            """);
    }

    /// <summary>Asks whoever left an address whether it is better.</summary>
    public async Task AskSince(WardbookDb db, Concern concern, DateTime now, CancellationToken cancel)
    {
        concern.AskedSince = now;
        if (await db.ConcernReaches.AsNoTracking().SingleOrDefaultAsync(row => row.Concern == concern.Id, cancel) is { } reach)
        {
            Outbox.Add(db, reach.Email, $"Is it better now? {await NameOf(concern)}", $"""
                Some weeks ago the police team of {await NameOf(concern)} answered what you told them. An answer is not yet the end of it. Is it better now?

                One press on your private page tells them:

                {Link(db, concern, now)}
                """);
        }
    }

    /// <summary>Tells whoever holds a role for a ward today that answers are missing there.</summary>
    /// <returns>How many were told; 0 when nobody holds the role.</returns>
    public async Task<int> TellRole(WardbookDb db, Role role, PlaceKey place, string subject, string words, CancellationToken cancel)
    {
        var (today, tree) = (db.Clock.Today(), await trees.Current());
        var held = await db.HeldRoles.AsNoTracking().Where(row => row.Role == role && row.From <= today && (row.To == null || row.To >= today) && row.Ended == null).ToListAsync(cancel);
        var accounts = held.Where(row => row.Place is not { } own || tree.Includes(own, place)).Select(row => row.Account).Distinct().ToList();
        var people = await db.Accounts.AsNoTracking().Where(row => accounts.Contains(row.Id) && row.Closed == null).ToListAsync(cancel);
        foreach (var person in people.Where(person => Outbox.IsAddress(person.Email)))
        {
            // Nothing of what was said: mail is read on screens that others see.
            Outbox.Add(db, person.Email, subject, $"""
                {person.Name},

                {words}

                {site.Of(Urls.WorkConcerns(place.Code))}
                """);
        }

        return people.Count;
    }

    /// <summary>One more private address of the same page; the first is not known to us any more.</summary>
    private Uri Link(WardbookDb db, Concern concern, DateTime now)
    {
        var token = SayKey.NewToken();
        db.ConcernLinks.Add(new() { TokenHash = SayKey.HashOf(token), Concern = concern.Id, Made = now, Proves = true });
        return site.Of(Urls.YourConcern(token));
    }

    private async Task<string> NameOf(Concern concern) => (await trees.Current()).NameOf(concern.Place);
}
