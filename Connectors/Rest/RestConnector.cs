using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Transport;
using Microsoft.Extensions.Logging;

namespace Connectors.Rest;

/// <summary>Calls a REST service by named request templates: a caller names a method and never sees a URL.</summary>
[Connector("Rest", Settings = typeof(RestSettings))]
public sealed class RestConnector : IAsyncConnector, IConnectorMethods, IConnectorCheck, IDisposable
{
    private readonly Dictionary<(string Class, string Method), RestTemplate> templates = new(CallNames.Comparer);
    private readonly RestTransport transport;
    private readonly RestSender sender;
    private readonly RestTemplate? check;

    /// <summary>Makes the connector of its settings.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="logger">The log of exchanges.</param>
    /// <param name="timeProvider">The clock of limits.</param>
    /// <exception cref="ConnectorSettingsException">The settings cannot be used; every problem is told.</exception>
    public RestConnector(RestSettings settings, ILogger<RestConnector>? logger = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (var options, var list, check) = SettingsReader.Read(settings);
        foreach (var template in list)
        {
            foreach (var name in template.Info.Aliases.Prepend(template.Info.MethodName)) templates.Add((template.Info.ClassName, name), template);
        }

        Methods = [.. list.Select(template => template.Info)];
        transport = new RestTransport(options, logger, timeProvider);
        sender = new RestSender(transport, settings.KeyHeader, timeProvider ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public IReadOnlyList<ConnectorMethodInfo> Methods { get; }

    /// <inheritdoc/>
    public ValueTask<InvokeResult> InvokeAsync(InvokeArgs args, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(args);
        return templates.TryGetValue((args.ClassName, args.MethodName), out var template)
            ? sender.CallAsync(template, args, cancellationToken)
            : throw MethodErrors.NotFound(args.ConnectorId, args.ClassName, args.MethodName, Methods);
    }

    /// <inheritdoc/>
    public ValueTask<ConnectorCheckReport> CheckAsync(CancellationToken cancellationToken) => new RestCheck(transport, sender, check).RunAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => transport.Dispose();
}
