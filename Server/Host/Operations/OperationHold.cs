using Cleverence.Connectivity;

namespace Server.Operations;

/// <summary>One run of a server operation, waiting for its lock or holding it. Guarded by its <see cref="OperationLocks"/>.</summary>
internal sealed class OperationHold(string name, ServerOperationLock mode, string caller, OperationHold? parent, DateTimeOffset since)
{
    public string Id { get; } = Guid.CreateVersion7().ToString();

    public string Name { get; } = name;

    public ServerOperationLock Mode { get; } = mode;

    public string Caller { get; } = caller;

    /// <summary>The operation that calls this one; it is held until this one ends.</summary>
    public OperationHold? Parent { get; } = parent;

    public DateTimeOffset Since { get; set; } = since;

    public bool Ended { get; set; }

    /// <summary>Whether it holds its lock on all servers.</summary>
    public bool IsShared { get; set; }

    /// <summary>Ends when the lock is granted.</summary>
    public TaskCompletionSource Granted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The outermost operation of the chain of calls.</summary>
    public OperationHold Chain => Parent?.Chain ?? this;

    public bool IsNested => Parent is not null;

    /// <summary>Whether the two must not run side by side. Operations of one chain never bar each other: they run inside one another.</summary>
    public bool Bars(OperationHold other) =>
        Chain != other.Chain
        && (Mode == ServerOperationLock.AllOperations || other.Mode == ServerOperationLock.AllOperations
            || (Mode == ServerOperationLock.Operation && other.Mode == ServerOperationLock.Operation && Name.Equals(other.Name, StringComparison.OrdinalIgnoreCase)));
}
