using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.SignIn;
using Wardbook.Accounts.SignIn.Factors;
using Wardbook.Accounts.SignIn.Links;
using Wardbook.Accounts.SignIn.Single;

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
            // The same code sent twice at once is taken once.
            account.Property(row => row.LastCodeStep).IsConcurrencyToken();
        });
        model.Entity<HeldRole>(held =>
        {
            held.Property(row => row.Id).ValueGeneratedNever();
            held.HasOne<Account>().WithMany().HasForeignKey(row => row.Account).OnDelete(DeleteBehavior.Restrict);
            held.Ignore(row => row.Place);
            held.Property(row => row.PlaceKind).HasMaxLength(40);
            held.HasIndex(row => new { row.PlaceKind, row.PlaceCode });
        });
        model.Entity<OutsideName>(name =>
        {
            name.Property(row => row.Id).ValueGeneratedNever();
            name.HasOne<Account>().WithMany().HasForeignKey(row => row.Account).OnDelete(DeleteBehavior.Restrict);
            name.HasIndex(row => new { row.Issuer, row.Subject }).IsUnique();
        });
        model.Entity<GroupHolding>(holding =>
        {
            holding.Property(row => row.Id).ValueGeneratedNever();
            holding.HasOne<HeldRole>().WithOne().HasForeignKey<GroupHolding>(row => row.Id).OnDelete(DeleteBehavior.Restrict);
            holding.HasIndex(row => row.Account);
        });
        model.Entity<Session>(session =>
        {
            session.Property(row => row.Id).ValueGeneratedNever();
            session.HasOne<Account>().WithMany().HasForeignKey(row => row.Account).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Passkey>(passkey =>
        {
            passkey.Property(row => row.Id).ValueGeneratedNever();
            passkey.HasOne<Account>().WithMany().HasForeignKey(row => row.Account).OnDelete(DeleteBehavior.Restrict);
            passkey.HasIndex(row => row.Credential).IsUnique();
            passkey.Property(row => row.Name).HasMaxLength(Passkey.LongestName);
            passkey.Ignore(row => row.Info);
        });
        model.Entity<SignInTry>(attempt =>
        {
            attempt.Property(row => row.Id).ValueGeneratedNever();
            attempt.HasOne<Account>().WithMany().HasForeignKey(row => row.Account).OnDelete(DeleteBehavior.Cascade);
            attempt.HasIndex(row => new { row.Account, row.At });
            attempt.HasIndex(row => new { row.NameKey, row.At });
            attempt.HasIndex(row => new { row.FromKey, row.At });
        });
        model.Entity<Link>(link =>
        {
            link.Property(row => row.Id).ValueGeneratedNever();
            link.HasOne<Account>().WithMany().HasForeignKey(row => row.Account).OnDelete(DeleteBehavior.Restrict);
            link.HasIndex(row => row.TokenHash).IsUnique();
            link.Ignore(row => row.Place);
            // Used twice at once, it opens once.
            link.Property(row => row.Used).IsConcurrencyToken();
        });
    }
}
