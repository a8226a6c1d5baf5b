using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using Microsoft.Net.Http.Headers;

namespace Wardbook.Shared.Forms;

/// <summary>Takes the null character out of whatever is sent: nobody types it, no page can show it, and PostgreSQL cannot keep it.</summary>
/// <remarks>Addresses, and forms without files, do not get this far with one: the framework takes the whole form for broken, so whoever sent it is told what to do.</remarks>
public sealed class PlainText : IModelBinderProvider
{
    /// <summary>For a person who typed into a form, and for a program.</summary>
    public const string Heading = "There is a character in it that cannot be kept",
        Advice = "What was sent has a null character in it, which nobody can see and no keyboard types: it comes with text that was copied. Nothing was saved, and nothing else of it is wrong. Go back: what you typed still stands there. Type anew what you pasted, and send it again.";

    private const string InQuery = "%00";

    /// <summary>Whether a request was turned away for a null character.</summary>
    public static bool WasTurnedAway(HttpContext context) => context.Items.ContainsKey(typeof(PlainText));

    /// <summary>Turns away an address with a null character: nobody typed it, and PostgreSQL cannot look for it.</summary>
    public static void UseForAddresses(WebApplication app) =>
        app.UseWhen(context => context.Request.QueryString.ToString().Contains(InQuery, StringComparison.Ordinal), wrong => wrong.Run(TurnAway));

    /// <summary>Turns away a form with a null character in it. Belongs after it was asked who may.</summary>
    public static void UseForForms(WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is null && await IsBroken(context))
        {
            await TurnAway(context);
            return;
        }

        await next(context);
    });

    /// <summary>The form is read once, for whoever comes after as well. What else may be wrong with it is for them to say.</summary>
    private static async Task<bool> IsBroken(HttpContext context)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || !type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        try
        {
            await context.Request.ReadFormAsync(context.RequestAborted);
            return false;
        }
        catch (InvalidDataException e)
        {
            // Too many fields, or too long ones, have nothing inside.
            return e.InnerException is InvalidOperationException;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static Task TurnAway(HttpContext context)
    {
        context.Items[typeof(PlainText)] = true;
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    IModelBinder? IModelBinderProvider.GetBinder(ModelBinderProviderContext context) => context.Metadata.ModelType != typeof(string) ? null
        : new WithoutNull(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>()));

    private sealed class WithoutNull(SimpleTypeModelBinder text) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await text.BindModelAsync(bindingContext);
            if (bindingContext.Result.Model is string typed && typed.Contains('\0', StringComparison.Ordinal))
            {
                bindingContext.Result = ModelBindingResult.Success(typed.Replace("\0", "", StringComparison.Ordinal));
            }
        }
    }
}
