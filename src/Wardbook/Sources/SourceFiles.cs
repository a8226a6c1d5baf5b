using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Sources;

/// <summary>The lists of imports, months and faults as files, at the address of their page with an ending.</summary>
public static class SourceFiles
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var format in new[] { "csv", "json" })
        {
            app.MapGet($"{Urls.Sources}.{format}", async (WardbookDb db, CancellationToken cancel) =>
                SourceTables.OfImports(await SourceTables.ListImports(db, cancel)).AsFile(format, "imports"));
            app.MapGet($"/sources/{{id}}.{format}", async (string id, string? table, WardbookDb db, CancellationToken cancel) =>
                Guid.TryParse(id, out var import) && await SourceTables.FindImport(db, import, cancel) is not null
                    ? table switch
                    {
                        "months" => await SourceTables.OfMonths(db, import, cancel) is { } months ? months.AsFile(format, "months") : Results.NotFound(),
                        null or "" or "faults" => SourceTables.OfFaults(await SourceTables.ListFaults(db, import, 0, int.MaxValue, cancel)).AsFile(format, "faults"),
                        _ => Results.NotFound(),
                    }
                    : Results.NotFound());
        }
    }
}
