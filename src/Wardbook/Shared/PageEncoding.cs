using System.IO.Compression;
using Microsoft.Extensions.Primitives;

namespace Wardbook.Shared;

/// <summary>How the body of an answer is packed.</summary>
public readonly record struct PageEncoding
{
    private readonly byte number;

    private PageEncoding(byte number) => this.number = number;

    public static PageEncoding Plain => default;

    public static PageEncoding Gzip => new(1);

    public static PageEncoding Brotli => new(2);

    /// <summary>Tells the encodings of one page apart in its tag.</summary>
    public char Letter => "pgb"[number];

    /// <summary>The smallest that a reader takes.</summary>
    public static PageEncoding Best(StringValues accepted)
    {
        var best = Plain;
        foreach (var line in accepted)
        {
            foreach (var part in line.AsSpan().Split(','))
            {
                var offer = line.AsSpan(part);
                var semicolon = offer.IndexOf(';');
                var name = (semicolon < 0 ? offer : offer[..semicolon]).Trim();
                if (semicolon >= 0 && IsRefused(offer[(semicolon + 1)..]))
                {
                    continue;
                }

                if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
                {
                    return Brotli;
                }

                best = name.Equals("gzip", StringComparison.OrdinalIgnoreCase) ? Gzip : best;
            }
        }

        return best;
    }

    /// <summary>Packs text; pictures and files that are packed already stay as they are.</summary>
    /// <returns>The bytes to send, and what to call their encoding.</returns>
    public (byte[] Body, string? Name) Pack(ReadOnlySpan<byte> body, string? contentType)
    {
        if (this == Plain || !IsText(contentType))
        {
            return (body.ToArray(), null);
        }

        using var packed = new MemoryStream();
        using (Stream packing = this == Brotli ? new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true) : new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            packing.Write(body);
        }

        return (packed.ToArray(), this == Brotli ? "br" : "gzip");
    }

    private static bool IsText(string? contentType) => contentType is not null
        && (contentType.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
            || contentType.Contains("json", StringComparison.OrdinalIgnoreCase)
            || contentType.Contains("xml", StringComparison.OrdinalIgnoreCase));

    /// <summary><c>q=0</c>, <c>q=0.000</c>.</summary>
    private static bool IsRefused(ReadOnlySpan<char> parameters)
    {
        var quality = parameters.Trim();
        return quality.StartsWith("q=0", StringComparison.OrdinalIgnoreCase) && quality[3..].Trim("0.").IsEmpty;
    }
}
