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
    private readonly Guid own = Guid.CreateVersion7(time.GetUtcNow());
    private string? keyed;

    public InvokeArgs Args { get; } = args;

    /// <summary>The id a request tells 1C.</summary>
    /// <remarks>
    /// That of a Keyed request stays the same when the caller repeats the call, and never is another caller's. An Unsafe one has a new id with every
    /// call: 1C remembers ids for days and handhelds count their requests from 1 after a restart, so that a call nobody declared Keyed would be
    /// answered from memory and not carried out.
    /// </remarks>
    public string OperationIdOf(MethodSafety safety) => safety == MethodSafety.Keyed ? keyed ??= CallKeys.Of(Args, Method) ?? own.ToString() : own.ToString();

    /// <summary>How long the caller will still wait; null when he did not say.</summary>
    public TimeSpan? Rest => Args.Deadline is { } deadline ? Max(deadline - time.GetElapsedTime(startedAt)) : null;

    private static TimeSpan Max(TimeSpan rest) => rest > TimeSpan.Zero ? rest : TimeSpan.Zero;

    // Any function goes by the name it was called by; a method with aliases by its own.
    private ConnectorMethodInfo Method => method is { MethodName: not ConnectorMethodInfo.AnyName } ? method : new ConnectorMethodInfo(Args.ClassName, Args.MethodName);
}
