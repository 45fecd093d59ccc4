using Cleverence.Connectivity;

namespace Server.Storage;

/// <summary>A run of an operation that wants its lock on all servers.</summary>
/// <param name="Id">The run.</param>
/// <param name="Chain">The outermost run of its chain of calls.</param>
/// <param name="Name">The operation.</param>
/// <param name="Mode">Its lock.</param>
/// <param name="Caller">Who called it.</param>
/// <param name="NodeId">The server it is to run on.</param>
public sealed record OperationTicket(string Id, string Chain, string Name, ServerOperationLock Mode, string Caller, string NodeId)
{
    /// <summary>Whether another operation called it: it passes the queue.</summary>
    public bool IsNested => Id != Chain;
}
