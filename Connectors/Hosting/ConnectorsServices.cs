using Cleverence.Connectivity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Connectors.Hosting;

/// <summary>Wires the connectors into a host; a web server and a console do it alike.</summary>
public static class ConnectorsServices
{
    /// <summary>Adds the registry, the plugins, the operations and the service that starts them.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the folders and files.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddConnectors(this IServiceCollection services, Action<ConnectorsOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new ConnectorsOptions();
        configure(options);
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        AddConfiguration(services);
        AddPlugins(services, options);
        AddBuilding(services, options);
        services.AddInvoker();
        services.AddSingleton<ConnectorsService>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<ConnectorsService>());
        return services;
    }

    /// <summary>Starts the connectors of a program without a generic host. Disposing the provider stops them.</summary>
    /// <param name="services">The built provider.</param>
    /// <param name="cancellationToken">Gives up waiting for the start.</param>
    /// <returns>A task that ends when they are started.</returns>
    /// <exception cref="ConnectorsConfigException">The configuration cannot be read.</exception>
    public static Task StartConnectorsAsync(this IServiceProvider services, CancellationToken cancellationToken = default) =>
        services.GetRequiredService<ConnectorsService>().StartAsync(cancellationToken);

    private static void AddConfiguration(IServiceCollection services)
    {
        services.AddSingleton<ConnectorsConfig>();
        services.AddSingleton<IConnectorsConfigStatus>(provider => provider.GetRequiredService<ConnectorsConfig>());
        services.AddSingleton<ConnectorRegistry>();
        services.AddSingleton<IConnectorRegistry>(provider => provider.GetRequiredService<ConnectorRegistry>());
    }

    private static void AddPlugins(IServiceCollection services, ConnectorsOptions options)
    {
        services.AddSingleton<HostAssemblies>();
        services.AddSingleton(_ => new PluginCopies(options.CopiesFolder));
        services.AddSingleton(_ => new PluginFolders(options.PluginRoots));
        services.AddSingleton(provider => new PluginLoader(provider.GetRequiredService<HostAssemblies>(), provider.GetRequiredService<PluginCopies>(), options.BuildLimit, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(ContextCures.All);
        services.AddSingleton<Retirement>();
        services.AddSingleton<PluginCatalog>();
        services.AddSingleton<IPluginCatalog>(provider => provider.GetRequiredService<PluginCatalog>());
        services.AddSingleton<PluginKeeper>();
        services.AddSingleton<ServerOperations>();
        services.AddSingleton<IServerOperations>(provider => provider.GetRequiredService<ServerOperations>());
    }

    private static void AddBuilding(IServiceCollection services, ConnectorsOptions options)
    {
        services.AddSingleton<PluginServices>();
        services.AddSingleton<PluginConstruction>();
        services.AddSingleton<ConnectorFactory>();
        services.AddSingleton<IConnectorChecks, ConnectorChecks>();
        services.AddSingleton<ConnectorPlan>();
        services.AddSingleton<ConnectorAssembly>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<ConnectorBuilder>(provider, options.BuildLimit));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<OperationStart>(provider, options.BuildLimit));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<ConnectorRoster>(provider, options.BuildLimit));
    }
}
