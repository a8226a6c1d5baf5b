using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Wardbook.Store;

namespace Wardbook.Bench;

/// <summary>The busiest pages with 25 million crimes loaded, made from the database each time: as for a signed-in reader, to whom nothing kept is given.</summary>
public static class PagesBench
{
    private const double MostMilliseconds = 20;
    private const double MostForArea = 150;
    private const int Asked = 41;

    /// <summary>By then everything that a page needs has been compiled: a site that has run for a minute.</summary>
    private const int Warm = 100;

    public static async Task<bool> Run()
    {
        var wards = BenchWards.List();
        var crimes = new MadeUpCrimes(wards);
        var database = Database.At(Workplace.Fresh("pages.db"), TestKeys.Usual);
        await BenchWards.Install(database, wards);
        foreach (var archive in new[] { MadeUpFiles.Archive(crimes, new(2001, 1), new(2005, 12)), MadeUpFiles.Archive(crimes, new(2006, 1), new(2025, 12)) })
        {
            var record = await BenchWards.ImportCrimes(database, archive);
            Console.WriteLine($"{record.RowsKept:N0} rows loaded");
        }

        await using var site = Site.Build(database, TimeProvider.System, builder =>
        {
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
        });
        await site.StartAsync();
        using var reader = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = true, UseCookies = false }) { BaseAddress = new(site.Urls.First()) };
        reader.DefaultRequestHeaders.Add("Cookie", "signed-in=bench");

        string Ward(int number) => wards[(number * 29) % wards.Count].Code.Text;
        string Borough(int number) => wards[(number * 29) % wards.Count].BoroughCode.Text;
        List<(string Name, double Most, Func<int, string> Address)> pages =
        [
            ("home", MostMilliseconds, _ => "/"),
            ("a ward", MostMilliseconds, number => $"/wards/{Ward(number)}"),
            ("a ward's streets", MostMilliseconds, number => $"/wards/{Ward(number)}/streets"),
            ("a borough", MostMilliseconds, number => $"/places/{Borough(number)}"),
            ("the force", MostMilliseconds, _ => "/places/metropolitan"),
            ("four wards compared", MostMilliseconds, number => $"/compare?place={Ward(number)}&place={Ward(number + 1)}&place={Ward(number + 2)}&place={Ward(number + 3)}"),
            ("a drawn area, 64 square kilometres", MostForArea, number => Area(crimes.Points[number * 2_003 % crimes.Points.Count])),
        ];
        var met = true;
        var rows = new List<string[]>();
        foreach (var (name, most, address) in pages)
        {
            var first = 0.0;
            var times = new List<double>();
            var (status, bytes) = (0, 0);
            for (var number = 0; number < Asked + Warm; number++)
            {
                // What was drawn is first sent on to its short address, which is the page.
                var at = name.StartsWith("a drawn", StringComparison.Ordinal) ? (await reader.GetAsync(address(number))).RequestMessage!.RequestUri!.PathAndQuery : address(number);
                var time = await Measure.Seconds(async () =>
                {
                    using var answer = await reader.GetAsync(at);
                    (status, bytes) = ((int)answer.StatusCode, (await answer.Content.ReadAsByteArrayAsync()).Length);
                });
                if (number == 0)
                {
                    first = time;
                }
                else if (number >= Warm)
                {
                    times.Add(time);
                }
            }

            var median = Measure.Median(times) * 1000;
            rows.Add([name, $"{first * 1000:F0}", median.ToString("F1", CultureInfo.InvariantCulture), $"{Measure.Percentile(times, 0.9) * 1000:F1}", $"{bytes / 1024.0:F0}"]);
            met &= Measure.Goal($"{name}: {median:F1} ms at the median, less than {most}{(status == 200 ? "" : $", but it answers {status}")}", median < most && status == 200);
        }

        Measure.Print(["page", "first, ms", "median, ms", "90%, ms", "kB"], rows);
        return met;
    }

    /// <summary>Eight kilometres by eight around a point.</summary>
    private static string Area(MapPoint middle)
    {
        string Corner(int up, int right) => string.Create(CultureInfo.InvariantCulture, $"{(middle.LatitudeE7 / 1e7) + (up * 0.036):F5},{(middle.LongitudeE7 / 1e7) + (right * 0.0577):F5}");
        return $"/area?first=2025-01&last=2025-12&corners={Uri.EscapeDataString(string.Join('\n', Corner(-1, -1), Corner(-1, 1), Corner(1, 1), Corner(1, -1)))}";
    }
}
