using Microsoft.EntityFrameworkCore;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Accounts.Personal.Retention;

/// <summary>The retention rules as they hold: each kind has one for every day from the first start on.</summary>
public static class Rules
{
    /// <summary>The rules of every kind, by the name of the kind, oldest first. A kind that has none gets its first.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<RetentionRule>>> List(WardbookDb db, CancellationToken cancel)
    {
        var rules = await db.RetentionRules.AsNoTracking().ToListAsync(cancel);
        foreach (var kind in PersonalKinds.All.Where(kind => rules.All(rule => rule.Kind != kind.Name)))
        {
            var first = new RetentionRule { Id = Guid.CreateVersion7(), Kind = kind.Name, From = db.Clock.Today(), Days = kind.First.Days, Why = kind.First.Why, Basis = kind.First.Basis };
            db.RetentionRules.Add(first);
            rules.Add(first);
        }

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Another instance began at the same moment. What it wrote is what we would have.
            db.ChangeTracker.Clear();
        }

        return rules.GroupBy(rule => rule.Kind).ToDictionary(group => group.Key, IReadOnlyList<RetentionRule> (group) => [.. group.OrderBy(rule => rule.From)]);
    }

    /// <summary>Sets another rule from a day on. The one before ends the day before; one that was to begin later is taken back.</summary>
    /// <param name="next">Its first day is today or later: a rule that held cannot be unmade.</param>
    public static async Task Change(WardbookDb db, RetentionRule next, CancellationToken cancel)
    {
        foreach (var rule in await db.RetentionRules.Where(rule => rule.Kind == next.Kind && (rule.To == null || rule.To >= next.From)).ToListAsync(cancel))
        {
            if (rule.From >= next.From)
            {
                db.RetentionRules.Remove(rule);
            }
            else
            {
                rule.To = next.From.AddDays(-1);
            }
        }

        // The row taken back may have the day of the new one.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.SaveChangesAsync(cancel);
        db.RetentionRules.Add(next);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
