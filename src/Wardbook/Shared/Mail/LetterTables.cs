using Microsoft.EntityFrameworkCore;

namespace Wardbook.Shared.Mail;

/// <summary>How letters are kept.</summary>
public static class LetterTables
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<Letter>(letter =>
        {
            letter.Property(row => row.Id).ValueGeneratedNever();
            letter.Ignore(row => row.Written);
            letter.HasIndex(row => new { row.Sent, row.GivenUp, row.NextTry });
        });
    }
}
