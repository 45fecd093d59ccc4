using System.Diagnostics.CodeAnalysis;

namespace Connectors.Hosting;

/// <summary>The server operations of all loaded plugins.</summary>
public interface IServerOperations
{
    /// <summary>All operations, by name.</summary>
    IReadOnlyList<ServerOperationInfo> List { get; }

    /// <summary>Takes an operation for one run: its plugin stays loaded until the lease is disposed.</summary>
    /// <param name="name">The operation's name; case does not matter.</param>
    /// <param name="lease">The operation.</param>
    /// <returns>Whether there is one.</returns>
    bool TryTake(string name, [NotNullWhen(true)] out ServerOperationLease? lease);
}
