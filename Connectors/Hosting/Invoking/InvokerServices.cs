using Cleverence.Connectivity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Connectors.Hosting;

/// <summary>Wires the road to the connectors.</summary>
internal static class InvokerServices
{
    /// <summary>Adds <see cref="IConnectorInvoker"/>; an <see cref="IReplayStore"/> of the host is used when there is one.</summary>
    public static void AddInvoker(this IServiceCollection services)
    {
        services.AddSingleton(of => new ReplayCache(of.GetRequiredService<TimeProvider>(), ReplayCache.DefaultKeep, ReplayCache.DefaultMaxBytes));
        services.AddSingleton<InvokeTelemetry>();
        services.AddSingleton<IConnectorInvoker>(of => new ConnectorInvoker(
            of.GetRequiredService<ConnectorRegistry>().HandleOf, of.GetRequiredService<ReplayCache>(), of.GetRequiredService<InvokeTelemetry>(),
            of.GetRequiredService<TimeProvider>(), of.GetRequiredService<ILogger<ConnectorInvoker>>(), of.GetService<IReplayStore>()));
    }
}
