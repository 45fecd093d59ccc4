using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Cleverence.Connectivity.Marking;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Connectors.Hosting;

/// <summary>
/// The services a plugin's constructor may ask for, and the only road to them: no type of a plugin is ever given to the host's
/// container, which would keep the plugin in memory. Loggers are therefore made here, not there.
/// </summary>
internal sealed class PluginServices(IServiceProvider host, ILoggerFactory loggers, TimeProvider time)
{
    private static readonly Type[] Lent = [typeof(IConnectorInvoker), typeof(IConnectorRegistry), typeof(IDocumentStore), typeof(IProductStore), typeof(IMarkingCodeStore), typeof(ISigners)];

    public const string Offered = "its settings class, ILogger<T>, ILogger, ILoggerFactory, TimeProvider, IConfigurationSection, IConnectorInvoker, IConnectorRegistry, IDocumentStore, IProductStore, IMarkingCodeStore, ISigners; a connector also IExchange and IConnectorRecords, its own";

    /// <summary>Finds a service; null when there is none of this type.</summary>
    public object? Find(Type wanted, ConstructionOrder order)
    {
        if (order.Settings is not null && wanted.IsInstanceOfType(order.Settings) && wanted != typeof(object)) return order.Settings;
        if (wanted == typeof(TimeProvider)) return time;
        if (wanted == typeof(ILoggerFactory)) return loggers;
        if (wanted == typeof(ILogger)) return loggers.CreateLogger(order.LoggerName);
        if (wanted == typeof(IConfigurationSection) || wanted == typeof(IConfiguration)) return order.Section;
        if (wanted.IsGenericType && wanted.GetGenericTypeDefinition() == typeof(ILogger<>)) return LoggerOf(wanted.GetGenericArguments()[0]);
        if (wanted == typeof(IExchange)) return OwnOf<IExchange>(order);
        if (wanted == typeof(IConnectorRecords)) return OwnOf<IConnectorRecords>(order);
        return Array.IndexOf(Lent, wanted) >= 0 ? host.GetService(wanted) : null;
    }

    /// <summary>What to do instead, for services that people expect and plugins must not have.</summary>
    public static string? Advice(Type wanted, ConstructionOrder order) => wanted switch
    {
        { Name: nameof(IExchange) or nameof(IConnectorRecords) } when order.ConnectorId is null => "call a method of a connector through IConnectorInvoker; only a connector has these, under its id",
        { Name: nameof(IExchange) or nameof(IConnectorRecords) or nameof(IMarkingCodeStore) or nameof(ISigners) } => "give it a default of null to run in a host without a database",
        { Name: "IHttpClientFactory" } => "make an HttpClient of your own and dispose it with the connector",
        { Name: "IServiceProvider" or "IServiceScopeFactory" } => "ask for the services themselves",
        { IsGenericType: true, Name: "IOptions`1" or "IOptionsMonitor`1" or "IOptionsSnapshot`1" } => "take the settings class itself and name it in [Connector(Settings = …)]",
        _ => null,
    };

    /// <summary>What stands behind the static names of the classic object model for one connector.</summary>
    public ClassicHost ClassicHostOf(string id) =>
        new(id, loggers.CreateLogger($"Connectors.{id}"), (IDocumentStore?)host.GetService(typeof(IDocumentStore)), (IProductStore?)host.GetService(typeof(IProductStore)));

    private T? OwnOf<T>(ConstructionOrder order)
        where T : class => order.ConnectorId is { } id ? ((IConnectorScoped<T>?)host.GetService(typeof(IConnectorScoped<T>)))?.Of(id) : null;

    private object LoggerOf(Type category) => Activator.CreateInstance(typeof(Logger<>).MakeGenericType(category), loggers)!;
}
