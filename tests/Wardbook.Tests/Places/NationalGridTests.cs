using Wardbook.Places.Boundaries;

namespace Wardbook.Places;

public sealed class NationalGridTests
{
    /// <summary>PostGIS 3.3, ST_Transform from EPSG:27700 with +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 to EPSG:4326.</summary>
    [Theory]
    [InlineData(530000, 180000, -0.128353940, 51.503990828)]
    [InlineData(651409.903, 313177.270, 1.716051990, 52.657978599)]
    [InlineData(400000, 0, -2.001336551, 49.900235904)]
    [InlineData(330324.76, 398768.76, -3.051378628, 53.481008003)]
    [InlineData(90000, 10000, -6.319380966, 49.909670714)]
    [InlineData(460000, 1200000, -0.903563498, 60.678729134)]
    public void Agrees_with_PostGIS_to_a_tenth_of_a_millimetre(double easting, double northing, double longitude, double latitude)
    {
        var (x, y) = NationalGrid.ToDegrees(easting, northing);

        Assert.Equal(longitude, x, 1.5e-9);
        Assert.Equal(latitude, y, 1.5e-9);
    }
}
