using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Transport;
using Microsoft.Extensions.Logging;

namespace Connectors.OneC;

/// <summary>Calls a base of 1C:Enterprise: its HTTP services, web services and standard OData interface, under one roof.</summary>
[Connector("OneC", Settings = typeof(OneCSettings))]
public sealed class OneCConnector : IAsyncConnector, IConnectorMethods, IConnectorCheck, IAsyncDisposable
{
    private readonly Dictionary<(string Class, string Method), OneCMethod> methods = new(OneCNames.Comparer);
    private readonly OneCTransport transport;
    private readonly Func<OneCCheck> check;
    private readonly TimeProvider time;

    /// <summary>Makes the connector of its settings.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="logger">The log of exchanges.</param>
    /// <param name="timeProvider">The clock of limits and sessions.</param>
    /// <exception cref="ConnectorSettingsException">The settings cannot be used; every problem is listed.</exception>
    public OneCConnector(OneCSettings settings, ILogger<OneCConnector>? logger = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        time = timeProvider ?? TimeProvider.System;
        var plan = OneCPlan.Read(settings);
        var sender = new RestTransport(plan.Options.Http, logger, time);
        transport = new OneCTransport(plan.Options, sender, time);
        var gathered = new OneCMethods(plan, transport, time);
        var list = gathered.All();
        var problems = new SettingsProblems();
        foreach (var method in list) Add(method, plan, problems);
        if (problems.All.Count > 0) sender.Dispose();
        problems.ThrowIfAny();
        Methods = [.. list.Select(method => method.Info)];
        check = () => new OneCCheck(plan, transport, gathered, time);
    }

    /// <inheritdoc/>
    public IReadOnlyList<ConnectorMethodInfo> Methods { get; }

    /// <inheritdoc/>
    public async ValueTask<InvokeResult> InvokeAsync(InvokeArgs args, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(args);
        var method = Find(args.ClassName, args.MethodName) ?? throw MethodErrors.NotFound(args.ConnectorId, args.ClassName, args.MethodName, Methods);
        return InvokeResult.Ok(await method.Run(new OneCCall(args, time, method.Info), cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public ValueTask<ConnectorCheckReport> CheckAsync(CancellationToken cancellationToken) => check().RunAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => transport.DisposeAsync();

    private void Add(OneCMethod method, OneCPlan plan, SettingsProblems problems)
    {
        foreach (var name in method.Info.Aliases.Prepend(method.Info.MethodName))
        {
            if (!methods.TryAdd((method.Info.ClassName, name), method)) OneCNameProblems.Taken(problems, plan, methods[(method.Info.ClassName, name)].Info, method.Info, name);
        }
    }

    private OneCMethod? Find(string className, string methodName) =>
        methods.TryGetValue((className, methodName), out var listed) || methods.TryGetValue((className, ConnectorMethodInfo.AnyName), out listed) ? listed : null;
}
