using System.Collections.Concurrent;
using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Unit.Tests.ServerJobs;

/// <summary>An invoker that does what a test says and remembers its calls.</summary>
internal sealed class FakeInvoker(Func<InvokeArgs, CancellationToken, ValueTask<InvokeResult>> answer) : IConnectorInvoker
{
    public FakeInvoker()
        : this((_, _) => ValueTask.FromResult(InvokeResult.Ok()))
    {
    }

    public Func<InvokeArgs, CancellationToken, ValueTask<InvokeResult>> Answer { get; set; } = answer;

    public ConcurrentQueue<InvokeArgs> Calls { get; } = new();

    public ValueTask<InvokeResult> InvokeAsync(InvokeArgs args, CancellationToken cancellationToken)
    {
        Calls.Enqueue(args);
        return Answer(args, cancellationToken);
    }
}
