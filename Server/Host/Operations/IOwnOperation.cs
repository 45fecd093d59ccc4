using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Server.Operations;

/// <summary>An operation that the server brings itself. Only one of its kind runs at a time.</summary>
internal interface IOwnOperation
{
    ConnectorMethodInfo Info { get; }

    ValueTask<InvokeResult> RunAsync(InvokeArgs args, CancellationToken cancellationToken);
}
