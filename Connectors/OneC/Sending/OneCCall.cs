using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Transport.Arguments;

namespace Connectors.OneC;

/// <summary>What the requests of one call share: who calls, how long he waits, and the id by which 1C recognises a repeat.</summary>
internal sealed class OneCCall(InvokeArgs args, TimeProvider time, ConnectorMethodInfo? method = null)
{
    /// <summary>The header of the id.</summary>
    public const string OperationHeader = "X-Operation-Id";

    private readonly long startedAt = time.GetTimestamp();
    private string? operationId;

    public InvokeArgs Args { get; } = args;

    /// <summary>Stays the same when the caller repeats the call, and never is another caller's: request ids of handhelds may be as short as 1, 2, 3.</summary>
    public string OperationId => operationId ??= CallKeys.Of(Args, Method) ?? Guid.CreateVersion7(time.GetUtcNow()).ToString();

    /// <summary>How long the caller will still wait; null when he did not say.</summary>
    public TimeSpan? Rest => Args.Deadline is { } deadline ? Max(deadline - time.GetElapsedTime(startedAt)) : null;

    private static TimeSpan Max(TimeSpan rest) => rest > TimeSpan.Zero ? rest : TimeSpan.Zero;

    // Any function goes by the name it was called by; a method with aliases by its own.
    private ConnectorMethodInfo Method => method is { MethodName: not ConnectorMethodInfo.AnyName } ? method : new ConnectorMethodInfo(Args.ClassName, Args.MethodName);
}
