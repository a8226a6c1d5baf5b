using Microsoft.AspNetCore.Authorization;
using Wardbook.Accounts.Administration.People;
using Wardbook.Accounts.Record.Reading;
using Wardbook.Accounts.SignIn;
using Wardbook.Places;

namespace Wardbook.Accounts;

/// <summary>What a page or endpoint says about who may open it. One that says nothing is open to nobody, and a test fails.</summary>
public interface IAccess
{
    /// <summary>For the list of everything that can be asked for.</summary>
    string InWords { get; }
}

/// <summary>Open to everybody.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicAttribute : Attribute, IAllowAnonymous, IAccess
{
    public string InWords => "everybody";
}

/// <summary>Open to whoever has signed in, about nobody but themselves.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SignedInAttribute : AuthorizeAttribute, IAccess
{
    public string InWords => "whoever has signed in";
}

/// <summary>Open to whoever holds a role that may do this: in the place that the address names, otherwise anywhere.</summary>
/// <remarks>A page that finds its place by a record asks <see cref="Asker"/> about that place as well.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MayDoAttribute(Deed deed) : AuthorizeAttribute, IAuthorizationRequirementData, IAuthorizationRequirement, IAccess
{
    public Deed Deed => deed;

    /// <summary>The part of the address that holds the code of the place, such as <c>ward</c>.</summary>
    public string? At { get; init; }

    public string InWords => At is null ? deed.InWords() : $"{deed.InWords()}, in the place the address names";

    IEnumerable<IAuthorizationRequirement> IAuthorizationRequirementData.GetRequirements() => [this];
}

/// <summary>The same for endpoints that are no pages.</summary>
public static class Access
{
    public static void Add(WebApplicationBuilder builder)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<PlaceTrees>();
        builder.Services.AddSingleton<Askers>();
        builder.Services.AddScoped<Asker>();
        builder.Services.AddScoped<Appointments>();
        foreach (var naming in AccountRecords.All)
        {
            builder.Services.AddSingleton(naming);
        }

        builder.Services.AddScoped<IAuthorizationHandler, AsksRoles>();
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new([new SaysSo()], []));
        builder.Services.AddSingleton<IAuthorizationHandler, SaysNothing>();
        SignInSetup.Add(builder);
    }

    /// <summary>Belongs after routing.</summary>
    public static void Use(WebApplication app)
    {
        app.UseAuthentication();
        app.Use((context, next) =>
        {
            // What one person is shown, nobody else is: not from a cache, and not by going back after signing out.
            if (context.Features.Get<SignedInAs>() is not null && !context.Request.Path.StartsWithSegments("/assets"))
            {
                context.Response.Headers.CacheControl = "no-store, private";
            }

            return next(context);
        });
        app.UseAuthorization();
    }

    /// <inheritdoc cref="PublicAttribute"/>
    public static T Public<T>(this T endpoint) where T : IEndpointConventionBuilder => endpoint.WithMetadata(new PublicAttribute());

    /// <inheritdoc cref="SignedInAttribute"/>
    public static T SignedIn<T>(this T endpoint) where T : IEndpointConventionBuilder => endpoint.WithMetadata(new SignedInAttribute());

    /// <inheritdoc cref="MayDoAttribute"/>
    public static T MayDo<T>(this T endpoint, Deed deed, string? at = null) where T : IEndpointConventionBuilder => endpoint.WithMetadata(new MayDoAttribute(deed) { At = at });

    private sealed class AsksRoles(Asker asker, IHttpContextAccessor request) : AuthorizationHandler<MayDoAttribute>
    {
        protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, MayDoAttribute requirement)
        {
            var may = requirement.At is not { } at ? asker.May(requirement.Deed)
                : PlaceCode.TryParse(request.HttpContext?.Request.RouteValues[at] as string, out var code) && await asker.May(requirement.Deed, code);
            if (may)
            {
                context.Succeed(requirement);
            }
        }
    }

    /// <summary>What an endpoint that names no policy asks for, and nobody has.</summary>
    private sealed class SaysSo : IAuthorizationRequirement;

    private sealed class SaysNothing : AuthorizationHandler<SaysSo>
    {
        // Where there is no endpoint nothing will happen: the answer is "not found", to everybody.
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, SaysSo requirement)
        {
            if (context.Resource is HttpContext request && request.GetEndpoint() is null)
            {
                context.Succeed(requirement);
            }

            return Task.CompletedTask;
        }
    }
}
