using System.Diagnostics.CodeAnalysis;
using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>
/// A configured connector in the registry's snapshot: its options, its running parts and, when it is ready, its instance.
/// A changed entry of the configuration makes a new handle; a swap of plugin files changes only the instance.
/// </summary>
internal sealed class ConnectorHandle(ConnectorOptions options, ConnectorRuntime runtime)
{
    private readonly Lock sync = new();
    private volatile Status status = new(options.Enabled ? ConnectorState.Starting : ConnectorState.Disabled, null, null);
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConnectorOptions Options { get; } = options;

    public ConnectorRuntime Runtime { get; } = runtime;

    public string Id => Options.Id;

    /// <summary>The plugin folder its type comes from.</summary>
    public string? Plugin { get; init; }

    public ConnectorState State => status.State;

    /// <summary>Why it is faulted.</summary>
    public ConnectorError? Fault => status.Fault;

    /// <summary>The instance that serves now, without a place in it; for looking only.</summary>
    public ConnectorInstance? Current => status.Instance;

    /// <summary>Ends at the next change of state; read it before <see cref="State"/> to miss none.</summary>
    public Task Changed
    {
        get
        {
            lock (sync) return changed.Task;
        }
    }

    /// <summary>Takes a place in the serving instance.</summary>
    public bool TryEnter([NotNullWhen(true)] out ConnectorInstance? instance)
    {
        while ((instance = status.Instance) is not null)
        {
            if (instance.TryEnter()) return true;

            // Retired between the look and the step: its successor is published before it is retired, unless there is none.
            if (ReferenceEquals(status.Instance, instance)) break;
        }

        instance = null;
        return false;
    }

    /// <summary>Puts an instance into service and hands back the one it replaces, for the caller to retire.</summary>
    public ConnectorInstance? Serve(ConnectorInstance instance) => Publish(new Status(ConnectorState.Ready, instance, null));

    /// <summary>Takes the instance out of service: calls wait until <see cref="Serve"/> or <see cref="Fail"/>.</summary>
    public ConnectorInstance? Pause() => Publish(new Status(ConnectorState.Starting, null, null));

    /// <summary>Marks the connector as faulted; calls get the reason.</summary>
    public ConnectorInstance? Fail(ConnectorError fault) => Publish(new Status(ConnectorState.Faulted, null, fault));

    /// <summary>Takes the connector out of use, as when its entry was removed or replaced.</summary>
    public ConnectorInstance? Close() => Publish(new Status(ConnectorState.Disabled, null, null));

    private ConnectorInstance? Publish(Status next)
    {
        TaskCompletionSource finished;
        ConnectorInstance? previous;
        lock (sync)
        {
            previous = status.Instance;
            status = next;
            finished = changed;
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        finished.TrySetResult();
        return ReferenceEquals(previous, next.Instance) ? null : previous;
    }

    private sealed record Status(ConnectorState State, ConnectorInstance? Instance, ConnectorError? Fault);
}
