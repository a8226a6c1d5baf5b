using SkiaSharp;

namespace Wardbook.Shared.Pictures;

/// <summary>A picture that we drew anew from a file somebody sent: nothing of that file is left in it, neither where it was taken nor what else was hidden in it.</summary>
/// <param name="Jpeg">The picture, as JPEG, the right way up.</param>
public sealed record Picture(byte[] Jpeg, int Width, int Height)
{
    /// <summary>More dots than any camera in use has. A small file may claim more, and would fill the memory.</summary>
    public const long MostDots = 120_000_000;

    private const int Quality = 82;

    /// <param name="sent">What came; its name and what it says it is are not looked at.</param>
    /// <param name="longest">The longer side of what is drawn, in dots; smaller pictures stay as small as they are.</param>
    /// <param name="hidden">Parts to be made unrecognisable before it is kept.</param>
    /// <returns>The picture, or in words why there is none.</returns>
    public static (Picture? Picture, string? Wrong) Redraw(byte[] sent, int longest, IReadOnlyList<Part>? hidden = null)
    {
        using var data = SKData.CreateCopy(sent);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat is not (SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Png or SKEncodedImageFormat.Webp or SKEncodedImageFormat.Gif))
        {
            return (null, "The file is not a photograph that can be read. Send a JPEG, PNG or WebP file");
        }

        if ((long)codec.Info.Width * codec.Info.Height > MostDots)
        {
            return (null, $"The photograph has {Numbers.InFigures(codec.Info.Width)} by {Numbers.InFigures(codec.Info.Height)} dots, which is too many. Send a smaller one");
        }

        using var read = SKBitmap.Decode(codec);
        if (read is null)
        {
            return (null, "The photograph is broken off or damaged. Send it again, or another one");
        }

        using var upright = Upright(read, codec.EncodedOrigin);
        var scale = Math.Min(1.0, (double)longest / Math.Max(upright.Width, upright.Height));
        var (width, height) = (Math.Max(1, (int)Math.Round(upright.Width * scale)), Math.Max(1, (int)Math.Round(upright.Height * scale)));
        using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        surface.Canvas.Clear(SKColors.White);
        using (var image = SKImage.FromBitmap(upright))
        {
            surface.Canvas.DrawImage(image, new SKRect(0, 0, width, height), new SKSamplingOptions(SKCubicResampler.Mitchell));
        }

        foreach (var part in hidden ?? [])
        {
            Hide(surface, part, width, height);
        }

        using var drawn = surface.Snapshot();
        using var packed = drawn.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return (new(packed.ToArray(), width, height), null);
    }

    /// <summary>Six fields to the longer side, each of one colour: not a blur, which can be undone.</summary>
    private static void Hide(SKSurface surface, Part part, int width, int height)
    {
        var area = SKRectI.Intersect(new(0, 0, width, height), new(
            (int)Math.Floor(part.Left * width), (int)Math.Floor(part.Top * height), (int)Math.Ceiling(part.Right * width), (int)Math.Ceiling(part.Bottom * height)));
        if (area.Width <= 0 || area.Height <= 0)
        {
            return;
        }

        using var before = surface.Snapshot(area);
        var cell = Math.Max(area.Width, area.Height) / 6.0;
        var (across, down) = (Math.Max(1, (int)Math.Round(area.Width / cell)), Math.Max(1, (int)Math.Round(area.Height / cell)));
        using var small = SKSurface.Create(new SKImageInfo(across, down, SKColorType.Rgba8888, SKAlphaType.Premul));
        small.Canvas.DrawImage(before, new SKRect(0, 0, across, down), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var fields = small.Snapshot();
        surface.Canvas.DrawImage(fields, new SKRect(area.Left, area.Top, area.Right, area.Bottom), new SKSamplingOptions(SKFilterMode.Nearest));
    }

    /// <summary>Cameras store how they were held beside the picture; with that note gone, the picture itself must be turned.</summary>
    private static SKBitmap Upright(SKBitmap read, SKEncodedOrigin origin)
    {
        var turned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var upright = new SKBitmap(turned ? read.Height : read.Width, turned ? read.Width : read.Height);
        using var canvas = new SKCanvas(upright);
        var (w, h) = ((float)read.Width, (float)read.Height);
        canvas.SetMatrix(origin switch
        {
            SKEncodedOrigin.TopRight => new(-1, 0, w, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new(-1, 0, w, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new(0, -1, h, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new(0, -1, h, -1, 0, w, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, w, 0, 0, 1),
            _ => SKMatrix.Identity,
        });
        using var image = SKImage.FromBitmap(read);
        canvas.DrawImage(image, 0, 0, SKSamplingOptions.Default);
        return upright;
    }
}

/// <summary>A part of a picture, each side from 0 (left, top) to 1 (right, bottom).</summary>
public readonly record struct Part(double Left, double Top, double Right, double Bottom);
