using Microsoft.Extensions.Logging.Abstractions;
using Wardbook.Accounts;
using Wardbook.Cycle;
using Wardbook.Desks;
using Wardbook.Priorities;
using Wardbook.Shared;
using Wardbook.Shared.Kinds;
using Wardbook.Store;
using Wardbook.Teams;

namespace Wardbook.Bench;

/// <summary>The cycle of every ward of a force reckoned from nothing, and the desks read, over a year of 250,000 concerns in PostgreSQL.</summary>
public static class CycleBench
{
    private const int ConcernsEach = 400, IssuesEach = 8, CommunitiesEach = 5, ActivitiesEach = 50, PrioritiesEach = 3, Asked = 101;
    private const double MostForAll = 5, MostForDesk = 100;

    public static async Task<bool> Run()
    {
        await using var server = await PostgresServer.Start();
        await using var database = Database.At(server.Connection, TestKeys.Usual);
        var wards = BenchWards.List();
        await BenchWards.Install(database, wards);
        await Load(server, database, wards);
        PlaceTree places;
        await using (var db = database.Open())
        {
            places = await PlaceTree.Load(db, default);
        }

        var day = database.Clock.Today();
        var trees = new PlaceTrees(database, new DataVersionWatch(database, TimeProvider.System, NullLogger<DataVersionWatch>.Instance));
        List<double> all = [];
        for (var round = 0; round < 5; round++)
        {
            await using (var connection = await server.Open())
            {
                await PostgresServer.Run(connection, "TRUNCATE \"KeptStages\"");
            }

            all.Add(await Measure.Seconds(() => CycleRound.Do(database, trees, default)));
        }

        var again = await Measure.Seconds(() => CycleRound.Do(database, trees, default));
        long kept;
        await using (var connection = await server.Open())
        {
            kept = (long)(await PostgresServer.Scalar(connection, "SELECT count(*) FROM \"KeptStages\""))!;
        }

        var rows = new List<string[]>();
        var met = Measure.Goal($"the cycles of {wards.Count} wards reckoned from nothing and kept in {Measure.Median(all):F2} s (from {all.Min():F2} to {all.Max():F2}), at most {MostForAll}; once more, with nothing changed, {again:F2} s", Measure.Median(all) <= MostForAll)
            & Measure.Goal($"{kept:N0} stages kept, seven for each ward", kept == 7 * wards.Count);
        var settings = Settings.Read(_ => null);
        foreach (var (name, read) in new (string, Func<WardbookDb, int, Task>)[]
        {
            ("the desk of a ward", (db, number) => WardDesk.Find(db, settings, places, new("ward", wards[(number * 29) % wards.Count].Code), day, true, true, default)),
            ("the desk of a borough", (db, number) => PlaceDesk.Find(db, places, new("borough", wards[(number * 29) % wards.Count].BoroughCode), day, default)),
            ("the desk of the force", (db, _) => PlaceDesk.Find(db, places, new("force", Places.PlaceCode.Parse("metropolitan")), day, default)),
            ("the stages of the force", (db, _) => PlaceCycles.Find(db, places, new("force", Places.PlaceCode.Parse("metropolitan")), default)),
        })
        {
            List<double> times = [];
            for (var number = 0; number < Asked; number++)
            {
                await using var db = database.Open();
                times.Add(1000 * await Measure.Seconds(() => read(db, number)));
            }

            rows.Add([name, $"{Measure.Median(times):F1}", $"{Measure.Percentile(times, 0.99):F1}"]);
            met &= Measure.Goal($"{name} read in {Measure.Median(times):F1} ms at the median, at most {MostForDesk} with its drawing", Measure.Median(times) <= MostForDesk);
        }

        Measure.Print(["", "median, ms", "99%, ms"], rows);
        return met;
    }

    private static async Task Load(PostgresServer server, Database database, IReadOnlyList<BenchWard> wards)
    {
        await using (var db = database.Open())
        {
            var team = KindLists.First.First(one => one.List == KindLists.Teams).Id;
            db.Teams.AddRange(wards.Select(ward => new Team { Id = Guid.CreateVersion7(), Kind = team, Name = ward.Name, PlaceKind = "ward", PlaceCode = ward.Code, From = new(2020, 1, 1) }));
            db.Priorities.AddRange(wards.SelectMany(ward => Enumerable.Range(0, PrioritiesEach).Select(number => new Priority
            {
                Id = Guid.CreateVersion7(),
                PlaceKind = "ward",
                PlaceCode = ward.Code,
                Title = $"Priority {number}",
                Reason = "Made up",
                Adopted = new(2026, 1, 1),
                Meeting = "Made up",
                Measure = MeasureKind.Seen,
                JudgeBy = new(2030, 1, 1),
                Made = DateTime.UtcNow,
            })));
            await db.SaveChangesAsync();
        }

        var channels = string.Join(',', KindLists.First.Where(kind => kind.List == KindLists.Channels).Take(4).Select(kind => $"'{kind.Id}'"));
        await using var connection = await server.Open();
        await PostgresServer.Run(connection, $"""
            SET session_replication_role = replica;
            CREATE TEMP TABLE wards AS SELECT "PlaceCode" AS code, (row_number() OVER (ORDER BY "PlaceCode") - 1)::int AS number FROM "Teams";
            CREATE TEMP TABLE channels AS SELECT id::uuid, (row_number() OVER () - 1)::int AS number FROM unnest(ARRAY[{channels}]) id;
            INSERT INTO "ProfileSections" ("Id", "PlaceKind", "PlaceCode", "Subject", "Words", "Reviewed", "Version")
            SELECT gen_random_uuid(), 'ward', code, kind."Id", 'Known', current_date - 30, 1 FROM wards, "ListedKinds" kind WHERE kind."List" = '{KindLists.ProfileSections}';
            CREATE TEMP TABLE communities AS SELECT code, n, gen_random_uuid() AS id FROM wards, generate_series(0, {CommunitiesEach - 1}) n;
            INSERT INTO "Communities" ("Id", "Kind", "Name", "Who", "HasNoPlace", "HowKnown", "HowToReach", "Difficulty", "From", "Version")
            SELECT id, gen_random_uuid(), 'Community ' || n, '', false, '', 'Said', '', '2020-01-01', 1 FROM communities;
            INSERT INTO "CommunityWards" ("Id", "Community", "PlaceKind", "PlaceCode") SELECT gen_random_uuid(), id, 'ward', code FROM communities;
            CREATE TEMP TABLE activities AS SELECT code, n, gen_random_uuid() AS id FROM wards, generate_series(0, {ActivitiesEach - 1}) n;
            INSERT INTO "EngagementActivities" ("Id", "Kind", "PlaceKind", "PlaceCode", "Title", "Before", "Day", "Where", "After", "Notes", "WhyCancelled", "Made", "Version", "Partners", "Held")
            SELECT id, gen_random_uuid(), 'ward', code, 'Activity', '', current_date - 7 * n, 'There', '', '', '', now(), 1, '', now() FROM activities;
            INSERT INTO "ActivityCommunities" ("Id", "Activity", "Community") SELECT gen_random_uuid(), activity.id, community.id FROM activities activity JOIN communities community ON community.code = activity.code AND community.n = activity.n % {CommunitiesEach};
            CREATE TEMP TABLE issues AS SELECT code, n, gen_random_uuid() AS id FROM wards, generate_series(0, {IssuesEach - 1}) n;
            INSERT INTO "Issues" ("Id", "PlaceKind", "PlaceCode", "Title", "Category", "Made", "WhyClosed", "Version") SELECT id, 'ward', code, 'Issue ' || n, 'mopeds', now(), '', 1 FROM issues;
            INSERT INTO "Concerns" ("Id", "PlaceKind", "PlaceCode", "Said", "Category", "Where", "Time", "Channel", "SaidAt", "State", "IsHeld", "Escalated", "Moderation", "PublicPlace", "PublicWords", "Version", "PersonKey", "Verified", "Due", "DueMonth", "Answered")
            SELECT lpad(to_hex(wards.number * {ConcernsEach} + n), 32, '0')::uuid, 'ward', wards.code, '', 'mopeds', 1, 1, channels.id, now() - (n || ' hours')::interval * 20, CASE WHEN n < 5 THEN 1 ELSE 3 END, false, 0, 1, '', '', 1, 'person ' || n / 2, now(),
                now() - (n || ' hours')::interval * 20 + interval '72 hours', to_char(now() - (n || ' hours')::interval * 20 + interval '72 hours', 'YYYYMM')::int, CASE WHEN n < 5 THEN NULL ELSE now() - (n || ' hours')::interval * 20 + interval '50 hours' END
            FROM wards CROSS JOIN generate_series(0, {ConcernsEach - 1}) n JOIN channels ON channels.number = n % 4;
            INSERT INTO "Groupings" ("Id", "Concern", "Issue", "From")
            SELECT gen_random_uuid(), lpad(to_hex(wards.number * {ConcernsEach} + said), 32, '0')::uuid, issues.id, now() - (said || ' hours')::interval * 20
            FROM wards CROSS JOIN generate_series(0, {ConcernsEach - 1}) said JOIN issues ON issues.code = wards.code AND issues.n = said % {IssuesEach} WHERE said % 4 < 3;
            """);
        await PostgresServer.Run(connection, "VACUUM ANALYZE");
    }
}
