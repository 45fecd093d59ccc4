using System.Runtime.InteropServices;
using Cleverence.Warehouse;

namespace Connectors.Hosting;

/// <summary>Who asked under which request id: ids of two handhelds, or of two keys, never meet.</summary>
internal readonly record struct ReplayKey(string? ApiKeyId, string? DeviceId, string RequestId)
{
    /// <summary>A hash of 64 bits, of this process only: two hashes that have nothing to do with each other side by side.</summary>
    public ulong Hash
    {
        get
        {
            var mixed = new HashCode();
            mixed.Add(DeviceId);
            mixed.Add(ApiKeyId);
            mixed.AddBytes(MemoryMarshal.AsBytes(RequestId.AsSpan()));
            return ((ulong)(uint)GetHashCode() << 32) | (uint)mixed.ToHashCode();
        }
    }

    public static ReplayKey Of(InvokeArgs args) => new(args.Caller.ApiKeyId, args.Caller.DeviceId, args.RequestId!);

    // The parts are joined with their lengths, so that no two keys make one text.
    public override string ToString() => $"{ApiKeyId?.Length ?? 0}:{ApiKeyId}|{DeviceId?.Length ?? 0}:{DeviceId}|{RequestId}";
}
