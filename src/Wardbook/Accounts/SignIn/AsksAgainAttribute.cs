using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Accounts.SignIn;

/// <summary>A page on which something dangerous is done: it opens only shortly after whoever asks has shown who they are. An open window is not enough.</summary>
/// <remarks>Nobody has a password in the demonstration, so nobody is asked there.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AsksAgainAttribute : Attribute, IAsyncPageFilter
{
    /// <summary>Whoever opened the form in time may take some time over it: nothing that was typed is lost.</summary>
    private static readonly TimeSpan ForAForm = TimeSpan.FromMinutes(30);

    /// <summary>The form takes no time to fill in, so sending it gets no more than opening it.</summary>
    public bool Strictly { get; init; }

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (request, services) = (context.HttpContext.Request, context.HttpContext.RequestServices);
        var within = HttpMethods.IsPost(request.Method) && !Strictly ? ForAForm : ProvedLately.Lately;
        if (services.GetRequiredService<Frame>().IsDemonstration
            || (services.GetRequiredService<Asker>().Session is { } session
                && await ProvedLately.Is(services.GetRequiredService<WardbookDb>(), session, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, context.HttpContext.RequestAborted, within)))
        {
            await next();
            return;
        }

        context.Result = new LocalRedirectResult(Urls.SignInAgain(request.Path));
    }
}
