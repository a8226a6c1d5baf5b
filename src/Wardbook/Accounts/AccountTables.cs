using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.SignIn;

namespace Wardbook.Accounts;

/// <summary>How people, their roles and their sessions are kept.</summary>
public static class AccountTables
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<Account>(account =>
        {
            account.Property(row => row.Id).ValueGeneratedNever();
            account.Property(row => row.Name).HasMaxLength(Account.LongestName);
            account.HasIndex(row => row.EmailKey).IsUnique();
        });
        model.Entity<HeldRole>(held =>
        {
            held.Property(row => row.Id).ValueGeneratedNever();
            held.HasOne<Account>().WithMany().HasForeignKey(row => row.Account).OnDelete(DeleteBehavior.Restrict);
            held.Ignore(row => row.Place);
            held.Property(row => row.PlaceKind).HasMaxLength(40);
            held.HasIndex(row => new { row.PlaceKind, row.PlaceCode });
        });
        model.Entity<Session>(session =>
        {
            session.Property(row => row.Id).ValueGeneratedNever();
            session.HasOne<Account>().WithMany().HasForeignKey(row => row.Account).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
