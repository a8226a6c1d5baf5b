using Wardbook.Places;

namespace Wardbook.Wards;

/// <summary>Corners as a short text for an address: differences in hundred-thousandths of a degree (about a metre), seven bits a byte, in base 64 for addresses.</summary>
public static class PackedCorners
{
    private const int Unit = Point.PerDegree / 100_000;

    public static string Pack(IReadOnlyList<Point> corners)
    {
        var bytes = new List<byte>(corners.Count * 6);
        var (lastLatitude, lastLongitude) = (0, 0);
        foreach (var corner in corners)
        {
            var (latitude, longitude) = (Rounded(corner.LatitudeE7), Rounded(corner.LongitudeE7));
            Write(bytes, latitude - lastLatitude);
            Write(bytes, longitude - lastLongitude);
            (lastLatitude, lastLongitude) = (latitude, longitude);
        }

        return Convert.ToBase64String([.. bytes]).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    /// <param name="most">More corners than this are not unpacked.</param>
    public static bool TryUnpack(string packed, int most, out List<Point> corners)
    {
        corners = [];
        if (packed.Length > most * 14)
        {
            return false;
        }

        var text = packed.Replace('-', '+').Replace('_', '/');
        var bytes = new byte[packed.Length];
        if (!Convert.TryFromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='), bytes, out var length))
        {
            return false;
        }

        var (at, latitude, longitude) = (0, 0L, 0L);
        while (at < length)
        {
            if (!TryRead(bytes.AsSpan(0, length), ref at, out var up) || !TryRead(bytes.AsSpan(0, length), ref at, out var right))
            {
                return false;
            }

            (latitude, longitude) = (latitude + up, longitude + right);
            if (Math.Abs(latitude) > 9_000_000 || Math.Abs(longitude) > 18_000_000 || corners.Count == most)
            {
                return false;
            }

            corners.Add(new((int)longitude * Unit, (int)latitude * Unit));
        }

        return corners.Count > 0;
    }

    private static int Rounded(int e7) => (int)Math.Round(e7 / (double)Unit);

    private static void Write(List<byte> bytes, int number)
    {
        var left = (uint)((number << 1) ^ (number >> 31));
        while (left >= 0x80)
        {
            bytes.Add((byte)(left | 0x80));
            left >>= 7;
        }

        bytes.Add((byte)left);
    }

    private static bool TryRead(ReadOnlySpan<byte> bytes, ref int at, out int number)
    {
        (number, var read) = (0, 0u);
        for (var shift = 0; shift < 32 && at < bytes.Length; shift += 7)
        {
            var next = bytes[at++];
            read |= (uint)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                number = (int)(read >> 1) ^ -(int)(read & 1);
                return true;
            }
        }

        return false;
    }
}
