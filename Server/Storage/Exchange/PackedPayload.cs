using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;

namespace Server.Storage;

/// <summary>Payloads as the protocol keeps them: a byte that tells the form, and the bytes, compressed where that makes them fewer.</summary>
internal static class PackedPayload
{
    private const byte Plain = 0;
    private const byte Brotli = 1;

    // Shorter ones gain too little for the time it takes.
    private const int Shortest = 256;
    private const int Fast = 1;
    private const int Window = 18;

    [return: NotNullIfNotNull(nameof(payload))]
    public static byte[]? Pack(byte[]? payload)
    {
        if (payload is null) return null;
        var packed = new byte[payload.Length + 1];
        if (payload.Length >= Shortest && BrotliEncoder.TryCompress(payload, packed.AsSpan(1, payload.Length - 1), out var length, Fast, Window))
        {
            packed[0] = Brotli;
            return packed[..(length + 1)];
        }

        packed[0] = Plain;
        payload.CopyTo(packed, 1);
        return packed;
    }

    [return: NotNullIfNotNull(nameof(packed))]
    public static byte[]? Unpack(byte[]? packed)
    {
        if (packed is null) return null;
        if (packed.Length == 0) throw new FormatException("A payload of the protocol has no form.");
        if (packed[0] == Plain) return packed[1..];
        if (packed[0] != Brotli) throw new FormatException($"A payload of the protocol has the unknown form {packed[0]}.");
        using var plain = new MemoryStream();
        using (var bytes = new BrotliStream(new MemoryStream(packed, 1, packed.Length - 1), CompressionMode.Decompress)) bytes.CopyTo(plain);
        return plain.ToArray();
    }
}
