using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared;
using Wardbook.Shared.Pictures;
using Wardbook.Store;

namespace Wardbook.Concerns.Saying;

/// <summary>Adds a photograph to what one said. Apart from the form with the words, so that a photograph that is too big loses none of them.</summary>
[Public]
[IgnoreAntiforgeryToken]
[TakesPicture]
public sealed class PhotographPage(WardbookDb db, PictureForm pictures, Settings settings, TimeProvider clock) : PageModel
{
    private Concern? concern;
    private int there;

    [FromRoute]
    public string Token { get; set; } = "";

    /// <summary>Never filled: a browser does not take back a file.</summary>
    public string? Photograph { get; }

    public int MostMegabytes => settings.LargestPhotograph;

    /// <summary>Why none can be added; null when one can.</summary>
    public string? Full => concern switch
    {
        { IsHeld: true } => "Very many messages came at once and yours waits among them. Once somebody has looked at it you can add a photograph.",
        { IsOpen: false } => "The team has answered already.",
        _ when there >= ConcernPicture.Most => $"You have added {ConcernPicture.Most} photographs, which is the most there can be.",
        _ => null,
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Find(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await Find(cancel))
        {
            return NotFound();
        }

        SentPicture sent;
        try
        {
            sent = await pictures.Receive(HttpContext, cancel);
        }
        catch (BadHttpRequestException)
        {
            return BadRequest();
        }

        if (Full is not null)
        {
            return Page();
        }

        var (picture, wrong) = sent switch
        {
            { Wrong: { } words } => (null, words),
            { Photograph: { } bytes } => Picture.Redraw(bytes, ConcernPicture.Longest),
            _ => (null, "Choose a photograph"),
        };
        if (picture is null)
        {
            ModelState.AddModelError(nameof(Photograph), wrong!);
            return Page();
        }

        db.ConcernPictures.Add(new() { Id = Guid.CreateVersion7(), Concern = concern!.Id, Jpeg = picture.Jpeg, Added = clock.GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync(cancel);
        return Redirect(Urls.YourConcern(Token));
    }

    private async Task<bool> Find(CancellationToken cancel)
    {
        (Response.Headers.CacheControl, Response.Headers["X-Robots-Tag"], Response.Headers["Referrer-Policy"]) = ("no-store, private", "noindex", "no-referrer");
        var hash = SayKey.HashOf(Token);
        concern = await db.Concerns.AsNoTracking().SingleOrDefaultAsync(row => db.ConcernLinks.Any(link => link.TokenHash == hash && link.Concern == row.Id), cancel);
        there = concern is null ? 0 : await db.ConcernPictures.CountAsync(row => row.Concern == concern.Id, cancel);
        return concern is not null;
    }
}

/// <summary>Photographs as the team of the ward sees them.</summary>
public static class ConcernPictures
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/work/{ward}/concerns/{id:guid}/photographs/{picture:guid}", async (string ward, Guid id, Guid picture, WardbookDb db, CancellationToken cancel) =>
            Places.PlaceCode.TryParse(ward, out var code)
            && await db.ConcernPictures.AsNoTracking().SingleOrDefaultAsync(row => row.Id == picture && row.Concern == id && db.Concerns.Any(said => said.Id == id && said.PlaceCode == code), cancel) is { Jpeg.Length: > 0 } found
                ? Results.Bytes(found.Jpeg, "image/jpeg")
                : Results.NotFound()).MayDo(Deed.RecordConcerns, at: "ward");
}
