using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Cleverence.Warehouse;

namespace Connectors.Hosting;

/// <summary>Who asked under which request id: ids of two handhelds, or of two keys, never meet.</summary>
internal readonly record struct ReplayKey(string? ApiKeyId, string? DeviceId, string RequestId)
{
    /// <summary>A hash of 64 bits, of this process only: two hashes that have nothing to do with each other side by side. Counted once, for every call asks for it many times.</summary>
    public ulong Hash { get; } = HashOf(ApiKeyId, DeviceId, RequestId);

    public override int GetHashCode() => (int)Hash;

    public static ReplayKey Of(InvokeArgs args) => new(args.Caller.ApiKeyId, args.Caller.DeviceId, args.RequestId!);

    /// <summary>The most bytes <see cref="Write"/> needs.</summary>
    public int MaxBytes => (3 * sizeof(int)) + Encoding.UTF8.GetMaxByteCount((ApiKeyId?.Length ?? 0) + (DeviceId?.Length ?? 0) + RequestId.Length);

    /// <summary>Writes the key as bytes, each part after its length.</summary>
    /// <returns>How many bytes were written.</returns>
    public int Write(Span<byte> bytes)
    {
        var used = Part(bytes, ApiKeyId);
        used += Part(bytes[used..], DeviceId);
        return used + Part(bytes[used..], RequestId);
    }

    private static ulong HashOf(string? apiKeyId, string? deviceId, string requestId)
    {
        var (key, device) = (apiKeyId?.GetHashCode(StringComparison.Ordinal) ?? 0, deviceId?.GetHashCode(StringComparison.Ordinal) ?? 0);
        var mixed = new HashCode();
        mixed.Add(device);
        mixed.Add(key);
        mixed.AddBytes(MemoryMarshal.AsBytes(requestId.AsSpan()));
        return ((ulong)(uint)HashCode.Combine(key, device, requestId.GetHashCode(StringComparison.Ordinal)) << 32) | (uint)mixed.ToHashCode();
    }

    private static int Part(Span<byte> bytes, string? text)
    {
        var length = Encoding.UTF8.GetBytes(text, bytes[sizeof(int)..]);
        BinaryPrimitives.WriteInt32LittleEndian(bytes, length);
        return sizeof(int) + length;
    }

    // The parts are joined with their lengths, so that no two keys make one text.
    public override string ToString() => $"{ApiKeyId?.Length ?? 0}:{ApiKeyId}|{DeviceId?.Length ?? 0}:{DeviceId}|{RequestId}";
}
