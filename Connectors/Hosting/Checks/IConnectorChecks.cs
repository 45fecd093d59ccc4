namespace Connectors.Hosting;

/// <summary>Checks configured connectors for the administrator.</summary>
public interface IConnectorChecks
{
    /// <summary>Checks a connector: its settings, its outside system, its methods.</summary>
    /// <param name="id">The connector's id.</param>
    /// <param name="cancellationToken">Gives up waiting; the check itself runs on to its limit.</param>
    /// <returns>What was found; null when there is no such connector.</returns>
    Task<ConnectorCheckOutcome?> CheckAsync(string id, CancellationToken cancellationToken);
}
