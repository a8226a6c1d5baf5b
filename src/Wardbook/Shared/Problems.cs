using Wardbook.Shared.Forms;

namespace Wardbook.Shared;

/// <summary>What is answered when a request cannot be: a page in plain words for people, problem details for programs. Both carry the reference that is in the log.</summary>
public static class Problems
{
    public static void Add(WebApplicationBuilder builder) => builder.Services.AddProblemDetails(problems => problems.CustomizeProblemDetails = context =>
    {
        context.ProblemDetails.Extensions.Remove("traceId");
        context.ProblemDetails.Extensions["reference"] = context.HttpContext.TraceIdentifier;
        if (PlainText.WasTurnedAway(context.HttpContext))
        {
            context.ProblemDetails.Detail = PlainText.Heading;
        }
    });

    public static void Use(WebApplication app)
    {
        app.UseWhen(IsForPrograms, programs => programs.UseExceptionHandler().UseStatusCodePages());

        // The page for people is drawn without the database, which may be what is wrong.
        app.UseWhen(context => !IsForPrograms(context), people => people.UseExceptionHandler(Urls.Problem(500)).UseStatusCodePagesWithReExecute("/problem/{0}"));

        PlainText.UseForAddresses(app);
    }

    /// <summary>Whether a program asks, which wants problem details, rather than a person, who wants a page.</summary>
    public static bool IsForPrograms(HttpContext context)
    {
        var path = context.Request.Path;
        var accepted = context.Request.Headers.Accept.ToString();
        return path.StartsWithSegments("/api")
            || Path.GetExtension(path.Value) is ".json" or ".geojson" or ".csv"
            || (accepted.Contains("json", StringComparison.OrdinalIgnoreCase) && !accepted.Contains("html", StringComparison.OrdinalIgnoreCase));
    }
}
