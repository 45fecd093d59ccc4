using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>A connector as it was at the check, and what the check found.</summary>
/// <param name="Connector">The connector.</param>
/// <param name="Report">What was found.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record ConnectorCheckOutcome(ConnectorInfo Connector, ConnectorCheckReport Report, TimeSpan Elapsed)
{
    /// <summary>Whether it takes calls and nothing but warnings was found.</summary>
    public bool IsOk => Connector.State == ConnectorState.Ready && Report.IsOk;
}
