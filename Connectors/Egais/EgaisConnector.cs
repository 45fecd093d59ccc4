using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Cleverence.Warehouse;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connectors.Egais;

/// <summary>Works with the alcohol registry ЕГАИС through its local gateway, the UTM: waybills, acts, stock, marks and questions.</summary>
[Connector("Egais", Settings = typeof(EgaisSettings))]
public sealed class EgaisConnector : IAsyncConnector, IConnectorMethods, IConnectorCheck, IDisposable
{
    private readonly EgaisRooms rooms;
    private readonly UtmClient utm;
    private readonly EgaisCheck check;

    /// <summary>Makes the connector of its settings.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="exchange">The durable exchange.</param>
    /// <param name="records">The connector's durable records.</param>
    /// <param name="logger">The log.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <exception cref="ConnectorSettingsException">The settings cannot be used; every problem is listed.</exception>
    public EgaisConnector(EgaisSettings settings, IExchange exchange, IConnectorRecords records, ILogger<EgaisConnector>? logger = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var log = (ILogger?)logger ?? NullLogger.Instance;
        var time = timeProvider ?? TimeProvider.System;
        var plan = EgaisPlan.Read(settings);
        utm = new UtmClient(plan, log, time);
        var parts = EgaisAssembly.Parts(plan, utm, exchange, records, log, time);
        var health = new UtmHealthCheck(plan, utm, log, time);
        rooms = new EgaisRooms(
        [
            .. EgaisAssembly.Rooms(parts),
            new MarkMethods(new WaybillScans(records, parts.Cards, time), new MarkChecks(new UtmMarkCalls(utm, plan.Queries.MarkCheckTimeout), MarkCheckRules.Of(plan), plan.Find, time)),
            new UtmAdminMethods(plan, health, new UtmTrial(plan, log, time), utm, exchange, time),
        ]);
        check = new EgaisCheck(plan, health, new OtherPrograms(utm, exchange));
    }

    /// <inheritdoc/>
    public IReadOnlyList<ConnectorMethodInfo> Methods => rooms.Methods;

    /// <inheritdoc/>
    public ValueTask<InvokeResult> InvokeAsync(InvokeArgs args, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(args);
        return rooms.InvokeAsync(args, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<ConnectorCheckReport> CheckAsync(CancellationToken cancellationToken) => check.RunAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => utm.Dispose();
}
