using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook;

/// <summary>What the site is made of.</summary>
public static class Site
{
    /// <summary>Builds the site on a database that is ready. The caller runs it.</summary>
    /// <param name="alter">For tests: another server, other people's services.</param>
    public static WebApplication Build(Database database, TimeProvider clock, Action<WebApplicationBuilder>? alter = null)
    {
        // The files stand beside the program, wherever it is started from.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(Site).Assembly.GetName().Name });
        builder.WebHost.UseStaticWebAssets();
        // Served compressed as the build made them; without this, only a published program does that.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        builder.Services.AddSingleton(database);
        builder.Services.AddSingleton(clock);
        builder.Services.AddScoped(_ => database.Open());
        builder.Services.AddSingleton(new Frame(IsDemonstration: false));
        PageCache.Add(builder);
        builder.Services.AddRazorPages(pages => pages.RootDirectory = "/");
        alter?.Invoke(builder);

        var app = builder.Build();
        PageCache.Use(app);
        app.UseExceptionHandler(Urls.Problem(500));
        app.UseStatusCodePagesWithReExecute("/problem/{0}");
        app.UseRouting();
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.MapGet(Urls.Live, () => "alive");
        return app;
    }
}
