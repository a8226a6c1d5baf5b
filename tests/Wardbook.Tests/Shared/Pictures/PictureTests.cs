using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace Wardbook.Shared.Pictures;

/// <summary>Pictures made for tests, with a program that is not ours.</summary>
internal static class TestPictures
{
    /// <summary>Left half red, right half blue.</summary>
    public static byte[] Jpeg(int width, int height)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        surface.Canvas.Clear(SKColors.Blue);
        using var red = new SKPaint { Color = SKColors.Red };
        surface.Canvas.DrawRect(0, 0, width / 2f, height, red);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Jpeg, 95);
        return data.ToArray();
    }

    /// <summary>The same, with what a phone writes beside it: how it was held, and a text that stands for where.</summary>
    public static byte[] JpegOfAPhone(int width, int height, ushort orientation, string secret)
    {
        var text = Encoding.ASCII.GetBytes(secret + "\0");
        var exif = new byte[14 + 2 + (2 * 12) + 4 + text.Length];
        "Exif\0\0II*\0"u8.CopyTo(exif);
        BinaryPrimitives.WriteUInt32LittleEndian(exif.AsSpan(10), 8);
        BinaryPrimitives.WriteUInt16LittleEndian(exif.AsSpan(14), 2);
        Entry(16, 0x010E, 2, (uint)text.Length, 8 + 2 + (2 * 12) + 4);
        Entry(28, 0x0112, 3, 1, orientation);
        text.CopyTo(exif, 44);
        var jpeg = Jpeg(width, height);
        var app1 = new byte[4 + exif.Length];
        (app1[0], app1[1]) = (0xFF, 0xE1);
        BinaryPrimitives.WriteUInt16BigEndian(app1.AsSpan(2), (ushort)(exif.Length + 2));
        exif.CopyTo(app1, 4);
        return [.. jpeg[..2], .. app1, .. jpeg[2..]];

        void Entry(int at, ushort tag, ushort type, uint count, uint value)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(exif.AsSpan(at), tag);
            BinaryPrimitives.WriteUInt16LittleEndian(exif.AsSpan(at + 2), type);
            BinaryPrimitives.WriteUInt32LittleEndian(exif.AsSpan(at + 4), count);
            BinaryPrimitives.WriteUInt32LittleEndian(exif.AsSpan(at + 8), value);
        }
    }

    public static (int Width, int Height) SizeOf(byte[] picture)
    {
        using var bitmap = SKBitmap.Decode(picture);
        return (bitmap.Width, bitmap.Height);
    }
}

public sealed class PictureTests
{
    [Fact]
    public void Nothing_of_where_it_was_taken_is_left_and_it_stands_upright()
    {
        var sent = TestPictures.JpegOfAPhone(400, 200, orientation: 6, "51.4613 N 0.1156 W");
        Assert.Contains("51.4613 N", Encoding.Latin1.GetString(sent), StringComparison.Ordinal);

        var (picture, wrong) = Picture.Redraw(sent, 1_000);

        Assert.Null(wrong);
        var bytes = Encoding.Latin1.GetString(picture!.Jpeg);
        Assert.DoesNotContain("51.4613", bytes, StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", bytes, StringComparison.Ordinal);
        // Held so that the left of the picture is up: red above, blue below.
        Assert.Equal((200, 400), (picture.Width, picture.Height));
        using var drawn = SKBitmap.Decode(picture.Jpeg);
        Assert.True(drawn.GetPixel(100, 50).Red > 200 && drawn.GetPixel(100, 350).Blue > 200);
    }

    [Fact]
    public void It_is_made_small()
    {
        var picture = Picture.Redraw(TestPictures.Jpeg(3_000, 1_500), 480).Picture!;

        Assert.Equal((480, 240), TestPictures.SizeOf(picture.Jpeg));
    }

    [Fact]
    public void A_part_that_is_to_be_hidden_cannot_be_made_out_and_the_rest_is_as_it_was()
    {
        // Fine stripes in the middle stand for a face.
        using var surface = SKSurface.Create(new SKImageInfo(400, 400));
        surface.Canvas.Clear(SKColors.White);
        using var black = new SKPaint { Color = SKColors.Black };
        for (var line = 0; line < 400; line += 8)
        {
            surface.Canvas.DrawRect(line, 0, 4, 400, black);
        }

        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);

        var picture = Picture.Redraw(data.ToArray(), 400, [new(0.25, 0.25, 0.75, 0.75)]).Picture!;

        using var drawn = SKBitmap.Decode(picture.Jpeg);
        Assert.InRange(Contrast(drawn, 120, 280, 200), 0, 60);
        Assert.InRange(Contrast(drawn, 0, 400, 20), 200, 255);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("GIF89a")]
    [InlineData("")]
    public void What_is_no_photograph_is_refused_in_words(string sent) =>
        Assert.Contains("Send", Picture.Redraw(Encoding.UTF8.GetBytes(sent), 480).Wrong, StringComparison.Ordinal);

    private static int Contrast(SKBitmap drawn, int from, int to, int row)
    {
        var greys = Enumerable.Range(from, to - from).Select(column => (int)drawn.GetPixel(column, row).Green).ToList();
        return greys.Max() - greys.Min();
    }
}
