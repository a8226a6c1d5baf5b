using System.Buffers.Binary;

namespace Wardbook.Demonstration.Work;

/// <summary>Ids that are the same on every machine, and rise with the moment they are given, as those do that the program makes (RFC 9562, version 7).</summary>
public sealed class MadeIds(string matter)
{
    private readonly Dice dice = Dice.For($"ids of {matter}");

    public Guid Next(DateTime moment)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, new DateTimeOffset(moment).ToUnixTimeMilliseconds() << 16);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], dice.Next());
        var more = dice.Next();
        (bytes[6], bytes[7]) = ((byte)(0x70 | (more & 0x0F)), (byte)(more >> 8));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new(bytes, bigEndian: true);
    }
}
