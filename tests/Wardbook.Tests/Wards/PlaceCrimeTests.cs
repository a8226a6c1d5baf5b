using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Wardbook.Places;
using Wardbook.Store;

namespace Wardbook.Wards;

public sealed class PlaceCrimeTests
{
    [Theory]
    [InlineData("E05000001", true, 14)]
    [InlineData("E09000002", false, 16)]
    [InlineData("metropolitan", false, 14)]
    public async Task A_place_costs_a_fixed_number_of_queries(string code, bool isWard, int expected)
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenTwoSteadyYears();
        await site.GivenPeople(2_000);
        var queries = new Queries();

        await site.With(async db =>
        {
            using var counted = queries.Watch(db);
            Assert.NotNull(await PlaceCrime.Find(db, PlaceCode.Parse(code), isWard, new(), TestContext.Current.CancellationToken));
        });

        Assert.Equal(expected, queries.Count);
    }

    [Fact]
    public async Task Places_side_by_side_read_what_they_share_once()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenTwoSteadyYears();
        await site.GivenPeople(2_000);
        var queries = new Queries();

        await site.With(async db =>
        {
            using var counted = queries.Watch(db);
            Assert.Equal(2, (await ComparedPlaces.Find(db, ["E05000001", "E05000002"], new(), TestContext.Current.CancellationToken)).Places.Count);
        });

        Assert.InRange(queries.Count, 15, 14 + 6);
    }

    /// <summary>Counts what one context asks, by listening to what the framework says of itself.</summary>
    private sealed class Queries : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        private WardbookDb? watched;

        public int Count { get; private set; }

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
