using Cleverence.Connectivity;
using Microsoft.Extensions.Logging;

namespace Connectors.Exchange;

/// <summary>What the engine of one connector works with.</summary>
internal sealed record EngineParts(string ConnectorId, IExchangeStore Store, TimeProvider Clock, ILogger Logger, ExchangeOptions Options)
{
    public MessageIds Ids { get; } = new(Clock);

    public IncomingWaits Waits { get; } = new();

    /// <summary>The connector's records, for leases over all servers; null where the host has none.</summary>
    public IConnectorRecords? Records { get; init; }

    public DateTimeOffset Now => Ids.Now;
}
