using System.Security.Cryptography;
using System.Text;
using Cleverence.Warehouse;

namespace Connectors.OneC;

/// <summary>What the requests of one call share: who calls, how long he waits, and the id by which 1C recognises a repeat.</summary>
internal sealed class OneCCall(InvokeArgs args, TimeProvider time)
{
    /// <summary>The header of the id.</summary>
    public const string OperationHeader = "X-Operation-Id";

    private readonly long startedAt = time.GetTimestamp();
    private string? operationId;

    public InvokeArgs Args { get; } = args;

    /// <summary>Stays the same when the caller repeats the call, and never is another caller's: request ids of handhelds may be as short as 1, 2, 3.</summary>
    public string OperationId => operationId ??= IdOf(Args, time);

    /// <summary>How long the caller will still wait; null when he did not say.</summary>
    public TimeSpan? Rest => Args.Deadline is { } deadline ? Max(deadline - time.GetElapsedTime(startedAt)) : null;

    private static TimeSpan Max(TimeSpan rest) => rest > TimeSpan.Zero ? rest : TimeSpan.Zero;

    private static string IdOf(InvokeArgs args, TimeProvider time)
    {
        if (args.RequestId is not { } request) return Guid.CreateVersion7(time.GetUtcNow()).ToString();
        string[] parts = [args.Caller.ApiKeyId ?? "", args.Caller.DeviceId ?? "", args.ConnectorId, args.ClassName, args.MethodName, request];
        var print = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', parts)));
        // RFC 9562: a UUID of a hash of our own choosing is version 8.
        print[6] = (byte)((print[6] & 0x0F) | 0x80);
        print[8] = (byte)((print[8] & 0x3F) | 0x80);
        return new Guid(print.AsSpan(0, 16), bigEndian: true).ToString();
    }
}
