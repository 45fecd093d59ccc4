using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Connectors.Hosting;

/// <summary>One operation, taken for one run. Dispose it when the run has really ended: only then may its plugin be unloaded.</summary>
public sealed class ServerOperationLease : IDisposable
{
    private readonly GenerationHold hold;
    private ServerOperation? operation;

    internal ServerOperationLease(ServerOperation operation, GenerationHold hold)
    {
        this.operation = operation;
        this.hold = hold;
        Info = operation.Info;
    }

    /// <summary>The operation's name, as its author wrote it.</summary>
    public string Name => Info.Name;

    /// <summary>What it keeps others from doing while it runs.</summary>
    public ServerOperationLock Lock => Info.Lock;

    /// <summary>All that is known of it.</summary>
    public ServerOperationInfo Info { get; }

    /// <summary>Runs the operation. One that returns no task runs on a thread of its own.</summary>
    /// <param name="args">The arguments, by name or position.</param>
    /// <param name="cancellationToken">Passed to the operation.</param>
    /// <returns>Its result; what it throws leaves as it is, for the invoker to translate.</returns>
    public ValueTask<InvokeResult> InvokeAsync(InvokeArgs args, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(args);
        ObjectDisposedException.ThrowIf(operation is null, this);
        return operation.InvokeAsync(args, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        operation = null;
        hold.Dispose();
    }
}
