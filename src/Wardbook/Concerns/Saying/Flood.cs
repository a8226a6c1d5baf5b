using System.Text;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.SignIn;
using Wardbook.Shared;
using Wardbook.Shared.Kinds;
using Wardbook.Store;

namespace Wardbook.Concerns.Saying;

/// <summary>
/// Tells what a machine sends from what people say, as far as that can be told, and holds it together in a heap: nothing is refused and nothing lost,
/// the desk is not filled, and others are not stopped. Whoever proves their mail address is taken out of the heap at once.
/// </summary>
public static class Flood
{
    /// <summary>So often the same words are taken as said by different people.</summary>
    public const int SameWords = 3;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1), Hour = TimeSpan.FromHours(1);

    public static ConcernSender Sender(WardbookDb db, Guid concern, HttpContext context, string words, DateTime now) => new()
    {
        Concern = concern,
        FromKey = Tries.KeyOf(Tries.From(context), db.Keys),
        WordsKey = db.Keys.LookUp("concern words", Plain(words)),
        At = now,
    };

    /// <summary>Whether what is about to be added waits in the heap.</summary>
    /// <param name="isTrapped">A field was filled in that no person sees.</param>
    public static async Task<bool> Holds(WardbookDb db, Settings settings, Concern concern, ConcernSender sender, bool isTrapped, CancellationToken cancel)
    {
        if (isTrapped)
        {
            return true;
        }

        var (day, hour) = (sender.At - Day, sender.At - Hour);
        return await db.ConcernSenders.Where(row => row.FromKey == sender.FromKey && row.At > day).Take(settings.ConcernsPerNetwork).CountAsync(cancel) >= settings.ConcernsPerNetwork
            || await db.ConcernSenders.Where(row => row.WordsKey == sender.WordsKey && row.At > day).Take(SameWords).CountAsync(cancel) >= SameWords
            || await db.Concerns
                .Where(row => row.PlaceCode == concern.PlaceCode && row.SaidAt > hour && row.Channel == KindLists.PublicForm && row.Verified == null && !row.IsHeld)
                .Take(settings.ConcernsPerHour)
                .CountAsync(cancel) >= settings.ConcernsPerHour;
    }

    /// <summary>Letters and digits alone, all small.</summary>
    private static string Plain(string words)
    {
        var plain = new StringBuilder(words.Length);
        foreach (var letter in words)
        {
            if (char.IsLetterOrDigit(letter))
            {
                plain.Append(char.ToLowerInvariant(letter));
            }
        }

        return plain.ToString();
    }
}
