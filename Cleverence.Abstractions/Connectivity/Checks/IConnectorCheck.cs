namespace Cleverence.Connectivity;

/// <summary>An optional facet of a connector: it says whether its settings and its outside system are in order.</summary>
public interface IConnectorCheck
{
    /// <summary>Tries the outside system without changing anything there.</summary>
    /// <remarks>
    /// Called by the host on a thread of its own, one call at a time for a connector and beside its other calls; it does not count in the connector's gate.
    /// What is found wrong is returned; an exception is shown as one problem.
    /// </remarks>
    /// <param name="cancellationToken">Cancelled when the host no longer waits, after 20 seconds.</param>
    /// <returns>What was found.</returns>
    ValueTask<ConnectorCheckReport> CheckAsync(CancellationToken cancellationToken);
}
