using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Wardbook.Sources.Orders;

namespace Wardbook;

public sealed partial class TestSite
{
    /// <summary>Sends the form of an import as a browser does: the token, what was typed, then the file.</summary>
    public async Task<IDocument> SendForm(string url, string? name, byte[]? file, params (string Option, string Text)[] typed)
    {
        var token = (await Get(url)).QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        foreach (var (option, text) in typed)
        {
            form.Add(new StringContent(text), option.StartsWith('-') ? $"Typed[{option}]" : option);
        }

        using var bytes = new ByteArrayContent(file ?? []);
        bytes.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"Upload\"", FileName = $"\"{name}\"" };
        form.Add(bytes);
        return await Document(await pages.PostAsync(url, form, Cancel));
    }

    public Task<IDocument> SendImport(string kind, string name, string text, params (string Option, string Text)[] typed) =>
        SendForm(Urls.NewImport(kind), name, System.Text.Encoding.UTF8.GetBytes(text), typed);

    /// <summary>The only order there is.</summary>
    public Task<ImportOrder> Order() => With(db => db.ImportOrders.AsNoTracking().SingleAsync(Cancel));
}
