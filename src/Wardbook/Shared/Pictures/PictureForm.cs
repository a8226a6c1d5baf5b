using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Wardbook.Shared.Pictures;

/// <summary>Forms that bring a photograph. One that is too big is refused in words by what it says of its size, before anything of it is read.</summary>
public sealed class PictureForm(Settings settings, IAntiforgery guard)
{
    /// <summary>Beside the photograph a form has some fields and its own lines.</summary>
    private const int Besides = 1 << 18;

    public string TooBig => $"The photograph must be {settings.LargestPhotograph} MB or smaller";

    private long Most => settings.LargestPhotograph * 1_000_000L;

    /// <returns>The fields; the bytes of the photograph when one was sent; in words why there is none of it.</returns>
    /// <exception cref="BadHttpRequestException">The form does not come from our page.</exception>
    public async Task<SentPicture> Receive(HttpContext context, CancellationToken cancel)
    {
        if (context.Request.ContentLength > Most + Besides)
        {
            // Nothing else of the form is known, so nothing is done; the rest of it is not waited for.
            context.Response.Headers.Connection = "close";
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return new(FormCollection.Empty, null, TooBig);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = Most + Besides;
        }

        IFormCollection form;
        try
        {
            context.Features.Set<IFormFeature>(new FormFeature(context.Request, new FormOptions { MultipartBodyLengthLimit = Most + Besides, ValueCountLimit = 200, ValueLengthLimit = 1 << 15 }));
            form = await context.Request.ReadFormAsync(cancel);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return new(FormCollection.Empty, null, TooBig);
        }

        if (!await guard.IsRequestValidAsync(context))
        {
            throw new BadHttpRequestException("The form does not come from this site.");
        }

        if (form.Files is not [var file, ..] || file is { Length: 0, FileName.Length: 0 })
        {
            return new(form, null, null);
        }

        if (file.Length == 0 || file.Length > Most)
        {
            return new(form, null, file.Length == 0 ? "The file is empty" : TooBig);
        }

        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancel);
        return new(form, bytes.ToArray(), null);
    }
}

/// <summary>What came with a form that brings a photograph.</summary>
/// <param name="Wrong">Why there is no photograph though one was sent; null otherwise.</param>
public sealed record SentPicture(IFormCollection Fields, byte[]? Photograph, string? Wrong);

/// <summary>Keeps the framework from reading the form and from asking the guard: <see cref="PictureForm"/> does both. Together with <c>[IgnoreAntiforgeryToken]</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesPictureAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        context.ValueProviderFactories.RemoveType<FormValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<FormFileValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
