using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Accounts.Record;
using Wardbook.Shared;
using Wardbook.Shared.Background;
using Wardbook.Store;

namespace Wardbook.Concerns.Answers;

/// <summary>Sees that answers come: tells the sergeant, then the inspector, before the time runs out; and weeks later asks whether it is better.</summary>
public static class AnswerRounds
{
    private const int AtOnce = 500;

    public static void Add(WebApplicationBuilder builder) => builder.Services.AddRound(new(
        "answers",
        "Tells sergeants and inspectors of answers that are due, and asks people whether it is better.",
        TimeSpan.FromMinutes(5),
        async (services, cancel) => await Do(services.GetRequiredService<Database>(), services.GetRequiredService<AnswerLetters>(), cancel)));

    /// <returns>What was done, in words; null when nothing was due.</returns>
    public static async Task<string?> Do(Database database, AnswerLetters letters, CancellationToken cancel)
    {
        await using var alone = await OneAtATime.TryEnter(database, "answers", cancel);
        if (alone is null)
        {
            return null;
        }

        await using var db = database.Open(Author.Job("answers"));
        var promise = await AnswerPromise.Find(db, database.Clock.Today(), cancel);
        var now = database.Clock.GetUtcNow().UtcDateTime;
        var told = await Escalate(db, letters, promise, now, cancel);
        var asked = await Ask(db, letters, promise, now, cancel);
        await db.SaveChangesAsync(cancel);
        return told + asked == 0 ? null : $"Told of {told} missing {(told == 1 ? "answer" : "answers")}; asked {asked} whether it is better.";
    }

    private static async Task<int> Escalate(WardbookDb db, AnswerLetters letters, AnswerPromise promise, DateTime now, CancellationToken cancel)
    {
        var (sergeant, inspector) = (now.AddHours(promise.SergeantHours), now.AddHours(promise.InspectorHours));
        var due = await db.Concerns
            .Where(row => (row.State == ConcernState.New || row.State == ConcernState.TakenUp) && !row.IsHeld && row.PausedSince == null
                && ((row.Escalated < 1 && row.Due <= sergeant) || (row.Escalated < 2 && row.Due <= inspector) || (row.Escalated < 3 && row.Due < now)))
            .OrderBy(row => row.Due)
            .Take(AtOnce)
            .ToListAsync(cancel);
        foreach (var group in due.GroupBy(row => (row.Place, Level: row.Due < now ? 3 : row.Due <= inspector ? 2 : 1)))
        {
            var many = group.Count();
            var (subject, words) = group.Key.Level switch
            {
                3 => ($"{Of(many)} ran out without an answer", $"{Of(many)} were to be answered within {promise.Hours} hours and were not. Whoever said them can now ask above. Please see that they are answered."),
                2 => ($"{Of(many)} must be answered within {promise.InspectorHours} hours", $"Nobody has answered {Of(many)} yet, and less than {promise.InspectorHours} of the {promise.Hours} hours are left."),
                _ => ($"{Of(many)} must be answered within {promise.SergeantHours} hours", $"Nobody has answered {Of(many)} yet, and less than {promise.SergeantHours} of the {promise.Hours} hours are left."),
            };
            var role = group.Key.Level == 1 ? Role.Sergeant : Role.Inspector;
            if (await letters.TellRole(db, role, group.Key.Place, subject, words, cancel) == 0 && group.Key.Level == 1)
            {
                // A ward without a sergeant: the inspector has it.
                await letters.TellRole(db, Role.Inspector, group.Key.Place, subject, words, cancel);
            }

            foreach (var concern in group)
            {
                concern.Escalated = group.Key.Level;
            }
        }

        return due.Count;
    }

    private static async Task<int> Ask(WardbookDb db, AnswerLetters letters, AnswerPromise promise, DateTime now, CancellationToken cancel)
    {
        var before = now.AddDays(-promise.AskDays);
        var due = await db.Concerns
            .Where(row => row.Answered <= before && row.AskedSince == null && row.Since == null && row.State != ConcernState.NotForUs && db.ConcernReaches.Any(reach => reach.Concern == row.Id))
            .OrderBy(row => row.Answered)
            .Take(AtOnce)
            .ToListAsync(cancel);
        foreach (var concern in due)
        {
            await letters.AskSince(db, concern, now, cancel);
        }

        return due.Count;
    }

    private static string Of(int many) => many == 1 ? "1 concern" : $"{many} concerns";
}
