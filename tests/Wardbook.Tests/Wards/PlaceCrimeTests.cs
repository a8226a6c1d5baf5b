using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Wardbook.Places;
using Wardbook.Store;

namespace Wardbook.Wards;

public sealed class PlaceCrimeTests
{
    [Theory]
    [InlineData("E05000001", true, 15, 7)]
    [InlineData("E09000002", false, 17, 8)]
    [InlineData("metropolitan", false, 15, 8)]
    public async Task A_place_costs_a_fixed_number_of_queries_and_fewer_when_others_have_asked(string code, bool isWard, int first, int next)
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenTwoSteadyYears();
        await site.GivenPeople(2_000);
        var kept = new ReadOnce.Kept();

        Assert.Equal(first, await Queries.Of(site, db => PlaceCrime.Find(db, new(db, kept), PlaceCode.Parse(code), isWard, new(), TestContext.Current.CancellationToken)));
        Assert.Equal(next, await Queries.Of(site, db => PlaceCrime.Find(db, new(db, kept), PlaceCode.Parse(code), isWard, new(), TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Places_side_by_side_read_what_they_share_once()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenTwoSteadyYears();
        await site.GivenPeople(2_000);
        var kept = new ReadOnce.Kept();
        string[] two = ["E05000001", "E05000002"], four = [.. two, "E05000003", "E05000004"];

        var ofTwo = await Queries.Of(site, db => ComparedPlaces.Find(db, new(db, kept), two, new(), TestContext.Current.CancellationToken));
        var ofFour = await Queries.Of(site, db => ComparedPlaces.Find(db, new(db, new()), four, new(), TestContext.Current.CancellationToken));

        Assert.InRange(ofFour - ofTwo, 2, 2 * 4);
    }

    [Fact]
    public async Task What_pages_share_is_read_anew_when_the_data_changes()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenTwoSteadyYears();
        var kept = new ReadOnce.Kept();
        Task<PlaceCrime?> Ask() => site.With(db => PlaceCrime.Find(db, new(db, kept), PlaceCode.Parse("E05000001"), isWard: true, new(), TestContext.Current.CancellationToken));

        Assert.Null((await Ask())!.People);
        await site.GivenPeople(2_000);

        Assert.Equal(2_000, (await Ask()) is { } now ? now.People?.Of(now.Place.Id) : null);
    }

    /// <summary>Counts what one context asks, by listening to what the framework says of itself.</summary>
    private sealed class Queries : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        private WardbookDb? watched;

        public int Count { get; private set; }

        /// <returns>How many queries it took to find what is there.</returns>
        public static async Task<int> Of<T>(TestSite site, Func<WardbookDb, Task<T>> find)
        {
            var queries = new Queries();
            await site.With(async db =>
            {
                using var counted = queries.Watch(db);
                Assert.NotNull(await find(db));
            });
            return queries.Count;
        }

        public IDisposable Watch(WardbookDb db)
        {
            watched = db;
            return DiagnosticListener.AllListeners.Subscribe(this);
        }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
            {
                value.Subscribe(this);
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.CommandExecuted.Name && value.Value is CommandExecutedEventData { Context: { } context } && context == watched)
            {
                Count++;
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
