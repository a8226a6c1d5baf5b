using Wardbook.Shared;
using Wardbook.Shared.Mail;
using Wardbook.Store;

namespace Wardbook.Accounts.SignIn;

/// <summary>Tells a person by mail what was done to their way of signing in, so that what they did not do themselves does not pass in silence.</summary>
public static class Notice
{
    /// <summary>Goes out with what is saved next. A part of the demonstration has no mail.</summary>
    /// <param name="what">A sentence, such as <c>A passkey was added.</c></param>
    public static void Tell(WardbookDb db, Account account, string what, DateTime now)
    {
        if (account.Email.Length > 0)
        {
            Outbox.Add(db, account.Email, "How you sign in to Wardbook was changed", $"""
                {account.Name},

                {what} This was at {now.InForceTime():HH:mm} on {now.InForceTime():d MMMM yyyy}.

                If it was not you, tell an administrator of Wardbook at once: they can end your sessions and let you start again.
                """);
        }
    }
}
