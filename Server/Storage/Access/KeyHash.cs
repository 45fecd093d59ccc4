using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Server.Storage;

/// <summary>The SHA-256 of a key. Enough for a key of 256 random bits: nothing is gained by guessing, so nothing by a slow hash.</summary>
internal readonly record struct KeyHash(ulong A, ulong B, ulong C, ulong D)
{
    // Longer than any key of ours; keeps the buffer on the stack whatever a stranger sends.
    private const int LongestPlain = 128;

    /// <summary>Hashes what a caller sent.</summary>
    /// <returns>False when it is too long to be a key.</returns>
    public static bool TryOf(string plain, out KeyHash hash)
    {
        hash = default;
        if (plain.Length is 0 or > LongestPlain) return false;
        Span<byte> utf8 = stackalloc byte[LongestPlain * 3];
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(utf8[..Encoding.UTF8.GetBytes(plain, utf8)], digest);
        hash = MemoryMarshal.Read<KeyHash>(digest);
        return true;
    }

    public static KeyHash From(ReadOnlySpan<byte> bytes) => MemoryMarshal.Read<KeyHash>(bytes);

    public byte[] ToBytes() => MemoryMarshal.AsBytes(new ReadOnlySpan<KeyHash>(in this)).ToArray();

    /// <summary>Compares in a time that does not depend on where the difference is.</summary>
    public bool FixedTimeEquals(KeyHash other) => ((A ^ other.A) | (B ^ other.B) | (C ^ other.C) | (D ^ other.D)) == 0;
}
