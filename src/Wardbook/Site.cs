using Wardbook.Accounts;
using Wardbook.Accounts.Administration;
using Wardbook.Accounts.Administration.Personal;
using Wardbook.Accounts.Personal.Retention;
using Wardbook.Accounts.Record;
using Wardbook.Activity;
using Wardbook.Activity.Counting;
using Wardbook.Activity.Records;
using Wardbook.Activity.Totals;
using Wardbook.Concerns.Answers;
using Wardbook.Concerns.Handling;
using Wardbook.Concerns.Issues;
using Wardbook.Concerns.Map;
using Wardbook.Concerns.Saying;
using Wardbook.Concerns.Shown;
using Wardbook.Concerns.Unsafe;
using Wardbook.Crimes.Blocks;
using Wardbook.Accounts.SignIn.Single;
using Wardbook.Crimes;
using Wardbook.Cycle;
using Wardbook.Desks;
using Wardbook.Engagement.Activities;
using Wardbook.Engagement.Calendar;
using Wardbook.Engagement.Communities;
using Wardbook.Engagement.Network;
using Wardbook.Engagement.Profile;
using Wardbook.Places;
using Wardbook.Priorities;
using Wardbook.Priorities.Actions;
using Wardbook.Priorities.Evidence;
using Wardbook.Priorities.Plans;
using Wardbook.Shared;
using Wardbook.Shared.Background;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Mail;
using Wardbook.Shared.Pictures;
using Wardbook.Sources;
using Wardbook.Sources.Orders;
using Wardbook.Store;
using Wardbook.Teams;
using Wardbook.Wards;

namespace Wardbook;

/// <summary>What the site is made of.</summary>
public static class Site
{
    /// <summary>Builds the site on a database that is ready. The caller runs it.</summary>
    /// <param name="alter">For tests: another server, other people's services.</param>
    /// <param name="isDemonstration">Whether every page says that its figures are made up.</param>
    /// <param name="settings">Otherwise as if nothing were set.</param>
    /// <param name="withBackground">Whether it does what is due by itself: sends mail, seals, keeps house at night.</param>
    public static WebApplication Build(
        Database database, TimeProvider clock, Action<WebApplicationBuilder>? alter = null, Settings? settings = null, bool isDemonstration = false, bool withBackground = false)
    {
        settings ??= Settings.Read(_ => null);

        // The files stand beside the program, wherever it is started from. There is one environment: what differs is a setting.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(Site).Assembly.GetName().Name,
            EnvironmentName = Environments.Production,
        });
        builder.WebHost.UseStaticWebAssets();
        // Served compressed as the build made them; without this, only a published program does that.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        builder.Services.AddSingleton(database);
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton(settings);
        database.Clock = clock;
        builder.Services.AddSingleton(database.Keys);
        builder.Services.AddScoped(services => database.Open(() => Author.Of(services.GetRequiredService<IHttpContextAccessor>().HttpContext)));
        builder.Services.AddSingleton(new Frame(IsDemonstration: isDemonstration)
        {
            Tiles = settings.Tiles,
            Navigation = [new("Find my ward", Urls.Find), new("Tell us what worries you", Urls.Say), new("Compare", Urls.Compare), new("Draw an area", Urls.Area), new("Sources", Urls.Sources)],
            FooterLinks = [new("About the figures", Urls.About), new("What is loaded", Urls.Sources)],
        });
        Sealer.Add(builder);
        LettingGo.Add(builder);
        PageCache.Add(builder);
        Access.Add(builder);
        GuardKeys.Add(builder, database);
        SingleSignOn.Add(builder, settings);
        MailRounds.Add(builder, settings);
        RunOrders.Add(builder);
        builder.Services.AddSingleton<PictureForm>();
        builder.Services.AddSingleton<LoadedSets>();
        builder.Services.AddSingleton<UnpackedMonths>();
        builder.Services.AddSingleton<StreetNames>();
        builder.Services.AddSingleton(services => new KnownStreets(services.GetRequiredService<StreetNames>().Find, services.GetRequiredService<StreetNames>().Where));
        builder.Services.AddScoped<PublicPlaces>();
        builder.Services.AddScoped<AnswerLetters>();
        builder.Services.AddScoped<DeskWork>();
        AnswerRounds.Add(builder);
        CycleRound.Add(builder);
        builder.Services.AddScoped<TakeConcern>();
        builder.Services.AddScoped<Regrouping>();
        builder.Services.AddScoped<TellResidents>();
        builder.Services.AddSingleton<UsualSpread>();
        builder.Services.AddScoped<EvidenceReads>();
        builder.Services.AddSingleton(CountHeld.Held);
        foreach (var naming in PriorityNaming.All.Concat(PlanNaming.All).Concat(EvidenceNaming.All).Append(IssueNaming.Issues).Append(IssueNaming.Groupings).Append(ActivityNaming.Names).Append(ActivityNaming.Counts))
        {
            builder.Services.AddSingleton(naming);
        }
        builder.Services.AddSingleton<ReadOnce.Kept>();
        builder.Services.AddScoped<ReadOnce>();
        builder.Services.AddRazorPages(pages =>
        {
            pages.RootDirectory = "/";
            if (!isDemonstration)
            {
                // Without an address it is not there.
                pages.Conventions.AddPageRouteModelConvention("/Demonstration/Parts", page => page.Selectors.Clear());
            }
        }).AddMvcOptions(mvc => mvc.ModelBinderProviders.Insert(0, new PlainText()));
        Logs.Add(builder, settings);
        Telemetry.Add(builder, settings);
        Safety.Add(builder, settings);
        Problems.Add(builder);
        Waking.AddRounds(builder);
        if (withBackground)
        {
            Waking.Add(builder, database, clock);
        }

        alter?.Invoke(builder);

        var app = builder.Build();
        Safety.Use(app, settings);
        PageCache.Use(app);
        Logs.Use(app);
        Problems.Use(app);
        Safety.Limit(app, settings);
        app.UseResponseCompression();
        app.UseRouting();
        Refusals.Use(app, database);
        Access.Use(app);
        PlainText.UseForForms(app);
        app.MapStaticAssets().Public();
        app.MapRazorPages().WithStaticAssets();
        Health.Map(app);
        ChangesFile.Map(app);
        PersonFiles.Map(app);
        TeamFiles.Map(app);
        IssueFiles.Map(app);
        PriorityFiles.Map(app);
        ActionsFiles.Map(app);
        EvidenceFiles.Map(app);
        ConcernFiles.Map(app);
        ConcernPictures.Map(app);
        UnsafeFiles.Map(app);
        ProfileFiles.Map(app);
        CommunityFiles.Map(app);
        ActivityFiles.Map(app);
        WalkFiles.Map(app);
        NetworkFiles.Map(app);
        CycleFiles.Map(app);
        DeskFiles.Map(app);
        ActivityRecordFiles.Map(app);
        TotalFiles.Map(app);
        PublicActivities.Map(app);
        PlaceFiles.Map(app.MapGroup("").Public());
        SourceFiles.Map(app.MapGroup("").Public());
        return app;
    }
}
