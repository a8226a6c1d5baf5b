using Quartz;
using Wardbook.Store;

namespace Wardbook.Shared.Background;

/// <summary>Quartz wakes the rounds: out of memory for a SQLite file, by its tables on PostgreSQL, where several instances share the waking.</summary>
public static class Waking
{
    /// <summary>Names the shape of Quartz's tables. They hold nothing of ours: a later Quartz that wants another shape gets another name, and the old ones may be dropped.</summary>
    public const string Tables = "quartz4_";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Says what is to be done in the background. It is woken only where <see cref="Add"/> was called.</summary>
    public static void AddRound(this IServiceCollection services, Round round)
    {
        services.AddSingleton(round);
    }

    /// <summary>The rounds that can be woken by hand; nothing wakes them yet.</summary>
    public static void AddRounds(WebApplicationBuilder builder) => builder.Services.AddSingleton<Rounds>();

    /// <summary>Wakes them, from when the site is there until it is stopped. Belongs after the last <see cref="AddRound"/>.</summary>
    public static void Add(WebApplicationBuilder builder, Database database, TimeProvider clock)
    {
        var rounds = builder.Services.Where(service => service.ServiceType == typeof(Round)).Select(service => (Round)service.ImplementationInstance!).ToList();
        builder.Services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "wardbook");
            quartz.UseTimeProvider(clock);
            quartz.UseDefaultThreadPool(Math.Max(4, rounds.Count));
            if (database.IsPostgres)
            {
                quartz.UsePersistentStore(store =>
                {
                    store.ConfigureStore(options => (options.TablePrefix, options.UseBackgroundThreads) = (Tables, true));
                    store.UsePostgres(source => source.DataSourceFactory = _ => database.Source!);
                    store.ProvisionSchema();
                    store.UseClustering(cluster => cluster.CheckinInterval = Patience);
                });
            }
            else
            {
                quartz.UseInMemoryStore();
            }

            foreach (var round in rounds)
            {
                quartz.ScheduleJob<WakeRound>(
                    trigger => trigger
                        .WithIdentity(round.Name)
                        .StartAt(clock.GetUtcNow() + TimeSpan.FromSeconds(1))
                        // Late is done once and not made up for as often as it was missed: what is due waits in rows.
                        .WithSimpleSchedule(schedule => schedule.WithInterval(round.Every).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)),
                    job => job.WithIdentity(round.Name));
            }
        });
        builder.Services.AddQuartzHostedService(host => (host.WaitForJobsToComplete, host.AwaitApplicationStarted) = (true, true));
    }

    [DisallowConcurrentExecution]
    private sealed class WakeRound(Rounds rounds) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
            await rounds.Wake(context.JobDetail.Key.Name, cancellationToken);
    }
}
