using Cleverence.Connectivity;

namespace Unit.Tests.ServerJobs;

/// <summary>Connectors as a test names them.</summary>
internal sealed class FakeRegistry : IConnectorRegistry
{
    public IReadOnlyList<ConnectorInfo> Connectors { get; set; } = [new("Склад", "Test", ConnectorState.Ready)];

    public ConnectorInfo? Find(string id) => Connectors.FirstOrDefault(connector => connector.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
}
