using System.Collections.Concurrent;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Microsoft.Extensions.Logging;

namespace Connectors.Exchange;

/// <summary>The engines of the connectors: one for each id, also over new versions of the connector.</summary>
internal sealed class ExchangeEngines(IExchangeStore store, IConnectorScoped<IConnectorRecords>? records, TimeProvider clock, ILogger<ExchangeEngine> logger, ExchangeOptions options) : IConnectorScoped<IExchange>
{
    private readonly ConcurrentDictionary<string, ExchangeEngine> engines = new(StringComparer.Ordinal);

    public IExchange Of(string connectorId)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectorId);
        return engines.GetOrAdd(connectorId, id => new ExchangeEngine(id, store, records?.Of(id), clock, logger, options));
    }
}
