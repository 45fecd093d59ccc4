using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Cleverence.Connectivity.Marking;
using Cleverence.Warehouse;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connectors.ChestnyZnak;

/// <summary>Works with the marking system Chestny ZNAK (ГИС МТ): codes, documents in both directions, orders of codes.</summary>
[Connector("ChestnyZnak", Settings = typeof(ZnakSettings))]
public sealed class ChestnyZnakConnector : IAsyncConnector, IConnectorMethods, IConnectorCheck, IDisposable
{
    private readonly ZnakRooms rooms;
    private readonly ZnakSender sender;
    private readonly ZnakCheck check;
    private readonly PermissiveMode permissive;

    /// <summary>Makes the connector of its settings.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="exchange">The durable exchange.</param>
    /// <param name="records">The connector's durable records.</param>
    /// <param name="codes">The table of marking codes.</param>
    /// <param name="signers">The signers of the configuration.</param>
    /// <param name="logger">The log.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <exception cref="ConnectorSettingsException">The settings cannot be used; every problem is listed.</exception>
    public ChestnyZnakConnector(ZnakSettings settings, IExchange exchange, IConnectorRecords records, IMarkingCodeStore codes, ISigners signers, ILogger<ChestnyZnakConnector>? logger = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var log = (ILogger?)logger ?? NullLogger.Instance;
        var time = timeProvider ?? TimeProvider.System;
        var plan = ZnakPlan.Read(settings);
        sender = new ZnakSender(plan, log, time);
        var tokens = new TokenCache(plan, signers, new SignInCalls(plan, sender, time), new TokenRecords(records), log, time);
        var caller = new ZnakCaller(plan, sender, tokens);
        var trueApi = new TrueApiAdapter(plan, caller, new DocumentSearch(plan, caller, records, time), time);
        var adapter = new ZnakAdapter(plan, signers, tokens, ZnakStatuses.Make(), [trueApi, SuzRooms.AdapterOf(plan, caller, records, codes, time)]);
        var parts = new ZnakParts(plan, caller, tokens, exchange, adapter, records, codes, time, log);
        var documents = new SavedDocuments(records);
        permissive = new PermissiveMode(plan, tokens, records, log, time);
        var aggregates = new Aggregates(caller);
        var register = new RegisterCall(caller);
        rooms = new ZnakRooms([
            new ExchangeMethods(parts, documents), new DocumentMethods(parts, documents), new IncomingMethods(parts, new IncomingStore(records), aggregates),
            new CodeMethods(parts, register, aggregates), new ProductMethods(parts, register), new ServiceMethods(parts, register), new ExportMethods(parts, register),
            .. SuzRooms.Of(parts, signers),
            permissive.Methods,
        ]);
        check = new ZnakCheck(plan, sender, tokens, signers);
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
    public async ValueTask<ConnectorCheckReport> CheckAsync(CancellationToken cancellationToken)
    {
        var report = await check.RunAsync(cancellationToken).ConfigureAwait(false);
        return report with { Problems = [.. report.Problems, .. permissive.Problems] };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        permissive.Dispose();
        sender.Dispose();
    }
}
