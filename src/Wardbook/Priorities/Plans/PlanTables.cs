using Microsoft.EntityFrameworkCore;
using Wardbook.Teams;

namespace Wardbook.Priorities.Plans;

/// <summary>How plans, owners and actions are kept.</summary>
public static class PlanTables
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<PlanStep>(step =>
        {
            step.Property(row => row.Id).ValueGeneratedNever();
            step.Property(row => row.Words).HasMaxLength(PlanStep.LongestWords);
            step.HasOne<Priority>().WithMany().HasForeignKey(row => row.Priority).OnDelete(DeleteBehavior.Restrict);
            step.HasIndex(row => new { row.Priority, row.Step, row.Number }).IsUnique();
        });
        model.Entity<PriorityOwner>(owner =>
        {
            owner.Property(row => row.Id).ValueGeneratedNever();
            owner.Property(row => row.OwnerPartner).HasMaxLength(Owner.LongestPartner);
            owner.Ignore(row => row.Owner);
            owner.HasOne<Priority>().WithMany().HasForeignKey(row => row.Priority).OnDelete(DeleteBehavior.Restrict);
            owner.HasOne<Officer>().WithMany().HasForeignKey(row => row.OwnerOfficer).OnDelete(DeleteBehavior.Restrict);
            owner.HasIndex(row => new { row.Priority, row.Number }).IsUnique();
        });
        model.Entity<PlannedAction>(action =>
        {
            action.Property(row => row.Id).ValueGeneratedNever();
            action.Property(row => row.What).HasMaxLength(PlannedAction.LongestWhat);
            action.Property(row => row.Told).HasMaxLength(PlannedAction.LongestTold);
            action.Property(row => row.OwnerPartner).HasMaxLength(Owner.LongestPartner);
            action.Property(row => row.Outcome).HasMaxLength(PlannedAction.LongestOutcome);
            action.Property(row => row.OutcomeTold).HasMaxLength(PlannedAction.LongestTold);
            action.Property(row => row.Version).IsConcurrencyToken();
            action.Ignore(row => row.Owner).Ignore(row => row.IsOpen);
            action.HasOne<Priority>().WithMany().HasForeignKey(row => row.Priority).OnDelete(DeleteBehavior.Restrict);
            action.HasOne<Officer>().WithMany().HasForeignKey(row => row.OwnerOfficer).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ActionStep>(step =>
        {
            step.Property(row => row.Id).ValueGeneratedNever();
            step.Property(row => row.Words).HasMaxLength(PlannedAction.LongestOutcome);
            step.Property(row => row.What).HasMaxLength(PlannedAction.LongestWhat);
            step.Property(row => row.Told).HasMaxLength(PlannedAction.LongestTold);
            step.Property(row => row.OwnerPartner).HasMaxLength(Owner.LongestPartner);
            step.Ignore(row => row.Owner);
            step.HasOne<PlannedAction>().WithMany().HasForeignKey(row => row.Action).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
