using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Wardbook.Accounts.SignIn.Factors;

/// <summary>A text as a square of black and white that a phone reads, drawn into the page: no other server is asked.</summary>
public static class QrPicture
{
    /// <param name="label">What a screen reader says instead.</param>
    public static IHtmlContent Of(string text, string label)
    {
        using var maker = new QRCodeGenerator();
        using var square = maker.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        var size = square.ModuleMatrix.Count;
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                if (square.ModuleMatrix[row][column])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{column} {row}h1v1h-1z");
                }
            }
        }

        return Shared.Markup.Of($"""
            <svg class="w-qr" role="img" aria-label="{label}" viewBox="0 0 {size} {size}" width="{size * 5}" height="{size * 5}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{size}v{size}H0z"/><path d="{path.ToString()}"/></svg>
            """);
    }
}
