using Wardbook.Crimes.Blocks;
using Wardbook.Crimes;
using Wardbook.Periods;
using Wardbook.Places;
using Wardbook.Shared.Maps;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Wards;

/// <summary>The tables and shapes of places as files, at the address of the page with an ending: the same read as the page.</summary>
public static class PlaceFiles
{
    private const string Expected = "first and last are months such as 2014-03; wards is a day such as 2014-05-22.";

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var format in new[] { "csv", "json" })
        {
            app.MapGet($"/wards/{{ward}}.{format}", (string ward, WardbookDb db, ReadOnce once, LoadedSets sets, UnpackedMonths unpacked, HttpRequest request, CancellationToken cancel) =>
                Table(ward, isWard: true, format, db, once, sets, unpacked, request, cancel));
            app.MapGet($"/places/{{place}}.{format}", (string place, WardbookDb db, ReadOnce once, LoadedSets sets, UnpackedMonths unpacked, HttpRequest request, CancellationToken cancel) =>
                Table(place, isWard: false, format, db, once, sets, unpacked, request, cancel));
            app.MapGet($"/places/{{place}}/wards.{format}", (string place, WardbookDb db, ReadOnce once, HttpRequest request, CancellationToken cancel) => AllWards(place, format, db, once, request, cancel));
            app.MapGet($"{Urls.Compare}.{format}", (WardbookDb db, ReadOnce once, HttpRequest request, CancellationToken cancel) => Compared(format, db, once, request, cancel));
        }

        foreach (var format in new[] { "csv", "json", "geojson" })
        {
            app.MapGet($"{Urls.Area}.{format}", (WardbookDb db, LoadedSets sets, UnpackedMonths unpacked, HttpRequest request, CancellationToken cancel) =>
                Drawn(format, db, sets, unpacked, request, cancel));
        }

        app.MapGet(Urls.AllWards, async (WardbookDb db, CancellationToken cancel) =>
            Results.Bytes(MapJson.Of((await PlaceMap.Boroughs(db, cancel)).Shapes()), MapJson.ContentType));
        app.MapGet("/wards/{ward}.geojson", async (string ward, WardbookDb db, ReadOnce once, HttpRequest request, CancellationToken cancel) =>
            ChoiceOf(request) is { } choice && PlaceCode.TryParse(ward, out var code) && await PlaceAbout.Find(db, once, code, isWard: true, choice.Wards, cancel) is { } about
                ? Results.Bytes(MapJson.Of(PlaceMap.Around(about, choice).Shapes()), MapJson.ContentType)
                : Results.NotFound());
        app.MapGet("/places/{place}/{within}.geojson", async (string place, string within, WardbookDb db, ReadOnce once, HttpRequest request, CancellationToken cancel) =>
            ChoiceOf(request) is { } choice && PlaceCode.TryParse(place, out var code) && await PlaceCrime.Find(db, once, code, isWard: false, choice, cancel) is { Within.Count: > 0 } crime
                && within == KindWords.Plural(crime.Within[0].Place.Kind)
                ? Results.Bytes(MapJson.Of(PlaceMap.Within(crime, choice).Shapes()), MapJson.ContentType)
                : Results.NotFound());
    }

    private static async Task<IResult> Compared(string format, WardbookDb db, ReadOnce once, HttpRequest request, CancellationToken cancel)
    {
        if (ChoiceOf(request) is not { } choice)
        {
            return Wrong(Expected);
        }

        var compared = await ComparedPlaces.Find(db, once, [.. request.Query["place"].OfType<string>()], choice, cancel);
        return compared.Missing.Count > 0 ? Wrong($"There is no place with the code {compared.Missing[0]}.")
            : compared.Table(choice).AsFile(format, "compare");
    }

    private static async Task<IResult> AllWards(string text, string format, WardbookDb db, ReadOnce once, HttpRequest request, CancellationToken cancel)
    {
        if (ChoiceOf(request) is not { } choice)
        {
            return Wrong(Expected);
        }

        return !PlaceCode.TryParse(text, out var code) || await PlaceCrime.Find(db, once, code, isWard: false, choice, cancel, PlaceDetail.Leaves) is not { } crime ? Results.NotFound()
            : crime.Asked.Problem is { } problem ? Wrong(problem)
            : PlaceTables.OfWards(crime, choice).AsFile(format, $"{code}-wards");
    }

    private static async Task<IResult> Drawn(string format, WardbookDb db, LoadedSets sets, UnpackedMonths unpacked, HttpRequest request, CancellationToken cancel)
    {
        var (shape, around) = (request.Query["shape"].FirstOrDefault(), request.Query["around"].FirstOrDefault());
        string? problem = Expected;
        if (ChoiceOf(request) is not { } choice
            || (shape is not null ? DrawnArea.OfShape(shape, out problem) : DrawnArea.OfPoint(around ?? "", out problem)) is not { } area)
        {
            return Wrong(problem!);
        }

        if (format == "geojson")
        {
            return Results.Bytes(MapJson.Of([new(area.Polygon, "This area", "here")]), MapJson.ContentType);
        }

        if (await AreaCrime.Find(db, sets, unpacked, area, choice, cancel) is not { } crime)
        {
            return Wrong("The area lies in none of the wards that are loaded.");
        }

        var name = request.Query["table"].FirstOrDefault() is { Length: > 0 } asked ? asked : PlaceTables.Kinds;
        return crime.Asked.Problem is { } wrong ? Wrong(wrong)
            : (crime.Figures, name) switch
            {
                ({ } figures, PlaceTables.Kinds) => PlaceTables.OfKinds("Your area", figures).AsFile(format, "area-kinds"),
                ({ } figures, PlaceTables.Months) => PlaceTables.OfMonths("Your area", figures, crime.Asked.ChartFirst).AsFile(format, "area-months"),
                _ => Results.NotFound(),
            };
    }

    private static async Task<IResult> Table(
        string text, bool isWard, string format, WardbookDb db, ReadOnce once, LoadedSets sets, UnpackedMonths unpacked, HttpRequest request, CancellationToken cancel)
    {
        if (ChoiceOf(request) is not { } choice)
        {
            return Wrong(Expected);
        }

        if (!PlaceCode.TryParse(text, out var code) || await PlaceCrime.Find(db, once, code, isWard, choice, cancel) is not { } crime)
        {
            return Results.NotFound();
        }

        if (crime.Asked.Problem is { } problem)
        {
            return Wrong(problem);
        }

        var name = request.Query["table"].FirstOrDefault() is { Length: > 0 } asked ? asked : PlaceTables.Kinds;
        var table = name == PlaceTables.Streets && isWard
            ? crime is { Months: { } months, Figures: { } figures }
                && await WardStreets.Find(unpacked, sets, months, figures.Window, figures.Loaded, crime.Place.Set.Id, code, cancel) is { } streets
                    ? PlaceTables.OfStreets(crime.Place.Name, figures.Window, streets.Streets, figures.Incidents is not null)
                    : null
            : PlaceTables.Named(crime, name);
        return table is null ? Results.NotFound() : table.AsFile(format, $"{code}-{name}");
    }

    internal static IResult Wrong(string problem) => Results.Problem(problem, statusCode: StatusCodes.Status400BadRequest, title: "The address asks for something that cannot be");

    /// <returns><see langword="null"/> when a part cannot be understood: a file has no room for words about it.</returns>
    internal static PlaceChoice? ChoiceOf(HttpRequest request)
    {
        var (first, last, wards, series) = (Text("first"), Text("last"), Text("wards"), Text("series"));
        var (firstMonth, lastMonth, day) = (default(Month), default(Month), default(DateOnly));
        return (first is null || Month.TryParse(first, out firstMonth)) && (last is null || Month.TryParse(last, out lastMonth))
            && (wards is null || DateOnly.TryParseExact(wards, "yyyy-MM-dd", out day))
                ? new(first is null ? null : firstMonth, last is null ? null : lastMonth, wards is null ? null : day, series)
                : null;

        string? Text(string name) => request.Query[name].FirstOrDefault() is { Length: > 0 } text ? text : null;
    }
}
