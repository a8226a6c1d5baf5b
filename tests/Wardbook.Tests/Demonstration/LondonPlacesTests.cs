using Microsoft.EntityFrameworkCore;
using NetTopologySuite.Coverage;
using Wardbook.Places;

namespace Wardbook.Demonstration;

[Collection(DemonstrationTests.Name)]
public class LondonPlacesTests(MadeDemonstration made)
{
    private readonly TestSite site = made.Site;

    // domain: "Force > borough (BCU, 32 of them) > sector or cluster (76 inspectors) > ... > ward (624)".
    [Theory]
    [InlineData("force", 1)]
    [InlineData("borough", 32)]
    [InlineData("cluster", 76)]
    [InlineData("ward", 624)]
    public async Task Has_the_places_of_2006(string kind, int count) =>
        Assert.Equal(count, await site.With(db => db.Places.CountAsync(place => place.Kind == kind, TestContext.Current.CancellationToken)));

    // "87 wards with population over 14,000 get 3 more PCSOs"; the Office for National Statistics put London at 7.5 million in mid-2006.
    [Fact]
    public async Task Has_87_wards_with_more_than_14_000_people_and_some_7_and_a_half_million_in_all()
    {
        var people = await site.With(db => db.Populations.Where(row => db.Places.Any(place => place.Code == row.Code && place.Kind == "ward")).Select(row => row.Residents).ToListAsync());

        Assert.Equal(624, people.Count);
        Assert.Equal(87, people.Count(residents => residents > 14_000));
        Assert.InRange(people.Sum(), 7_450_000, 7_550_000);
        Assert.Equal(people.Sum(), await site.With(db => db.Populations.Where(row => row.Code == PlaceCode.Parse("metropolitan")).Select(row => row.Residents).SingleAsync()));
    }

    [Fact]
    public async Task Says_that_its_shapes_are_schematic_and_when_the_wards_began()
    {
        var set = await site.With(db => db.BoundarySets.SingleAsync());

        Assert.True(set.IsSchematic);
        Assert.True(set.Shown);
        Assert.Equal("metropolitan", set.Force);
        Assert.Equal(new(2002, 5, 2), set.From);
    }

    [Fact]
    public async Task Gives_every_ward_one_piece_of_a_cover_without_overlap_or_gap_but_the_City()
    {
        var shapes = (await site.With(db => db.Places.Where(place => place.Kind == "ward").Select(place => place.Shape!).ToListAsync())).Select(Shapes.OfBytes).ToArray();

        Assert.All(shapes, shape => Assert.Equal("Polygon", shape.GeometryType));
        Assert.False(CoverageValidator.HasInvalidResult(CoverageValidator.Validate(shapes)));
        var whole = Assert.Single(Shapes.PolygonsOf(CoverageUnion.Union(shapes)));
        Assert.Single(whole.Holes);
    }

    [Fact]
    public void Finds_the_middle_of_every_ward_in_it_and_the_City_in_none()
    {
        var facts = LondonFacts.Load();

        Assert.All(facts.Wards, ward => Assert.Equal(ward.Code, made.Wards.Leaves[made.Wards.Finder.Find(Point.OfDegrees(ward.Longitude, ward.Latitude))].Code));
        Assert.Equal(PlaceFinder.Nowhere, made.Wards.Finder.Find(Point.OfDegrees(facts.City.Longitude, facts.City.Latitude)));
    }

    [Fact]
    public async Task States_areas_as_they_are_and_not_as_they_are_drawn()
    {
        // Abbey: 128.3 hectares (GLA, Statistical GIS Boundary Files, 2011: 128.292).
        Assert.Equal(128.3, await site.With(db => db.Places.Where(place => place.Code == PlaceCode.Parse("E05000026")).Select(place => place.Hectares).SingleAsync()));
        // London without the City: 1,594.7 less 3.1 square kilometres (the same).
        Assert.InRange(await site.With(db => db.Places.Where(place => place.Kind == "force").Select(place => place.Hectares).SingleAsync()), 159_100, 159_200);
    }

    [Fact]
    public async Task Keeps_each_cluster_in_one_borough_and_in_one_piece()
    {
        var places = await site.With(db => db.Places.AsNoTracking().ToListAsync());
        var borders = (await site.With(db => db.PlaceNeighbours.AsNoTracking().ToListAsync())).ToLookup(border => border.PlaceId, border => border.NeighbourId);
        var kindOf = places.ToDictionary(place => place.Id, place => place.Kind);

        foreach (var cluster in places.Where(place => place.Kind == "cluster"))
        {
            Assert.Equal("borough", kindOf[cluster.ParentId!.Value]);
            var wards = places.Where(place => place.ParentId == cluster.Id).Select(place => place.Id).ToHashSet();
            var reached = new Queue<int>([wards.First()]);
            var seen = new HashSet<int>(reached);
            while (reached.TryDequeue(out var ward))
            {
                foreach (var next in borders[ward].Where(next => wards.Contains(next) && seen.Add(next)))
                {
                    reached.Enqueue(next);
                }
            }

            Assert.True(wards.SetEquals(seen), $"{cluster.Name} falls apart");
        }
    }
}
