using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Unit.Tests.Hosting.Invoking;

/// <summary>A connector whose only method is a delegate; counts its calls.</summary>
internal sealed class Probe(Func<InvokeArgs, CancellationToken, ValueTask<InvokeResult>> body, MethodSafety safety = MethodSafety.Unsafe, bool blocking = false, string? target = null, bool neverBlocks = false)
    : IAsyncConnector, IConnectorMethods
{
    private int calls;

    public int Calls => Volatile.Read(ref calls);

    public IReadOnlyList<ConnectorMethodInfo> Methods { get; } =
        [new ConnectorMethodInfo("", "Do") { Safety = safety, Blocking = blocking, NeverBlocks = neverBlocks, Target = target }, new ConnectorMethodInfo("Склад", "Остаток товара") { Safety = safety }];

    public static Probe Returning(object? value) => new((_, _) => new(InvokeResult.Ok(value)));

    public static Probe Waiting(Task release, object? value = null, MethodSafety safety = MethodSafety.Unsafe) =>
        new(async (_, stop) =>
        {
            await release.WaitAsync(safety == MethodSafety.Safe ? stop : CancellationToken.None);
            return InvokeResult.Ok(value);
        }, safety);

    public ValueTask<InvokeResult> InvokeAsync(InvokeArgs args, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref calls);
        return body(args, cancellationToken);
    }
}
