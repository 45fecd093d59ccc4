using Cleverence.Connectivity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace ServerJobs.Background;

/// <summary>Wires background operations into a host.</summary>
public static class BackgroundServices
{
    /// <summary>Adds <see cref="BackgroundOperations"/> and <see cref="Notifications"/>. The host brings <see cref="IConnectorInvoker"/> and <see cref="IBackgroundStore"/>, and before this call <see cref="ISharedOperations"/> where several servers share the store.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Changes the options.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddBackground(this IServiceCollection services, Action<BackgroundOptions>? configure = null)
    {
        var options = new BackgroundOptions();
        configure?.Invoke(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<NotificationBell>();
        services.AddSingleton<OwnerPresence>();
        services.AddSingleton<BackgroundCall>();
        services.AddSingleton<OperationRunner>();
        services.AddSingleton(of => new Notifications(Store(of), of.GetRequiredService<NotificationBell>(), of.GetRequiredService<OwnerPresence>()));
        services.AddSingleton<LostOperations>();
        services.AddSingleton(of => new BackgroundOperations(
            Store(of),
            of.GetRequiredService<OperationRunner>(),
            of.GetRequiredService<NotificationBell>(),
            options,
            of.GetService<JobNode>() ?? new JobNode(options.Node, options.Node),
            Time(of),
            of.GetRequiredService<ILogger<BackgroundOperations>>(),
            of.GetService<ISharedOperations>()));
        if (services.Any(service => service.ServiceType == typeof(ISharedOperations))) services.AddSingleton<SharedWatch>();
        services.AddHostedService<BackgroundService>();
        return services;
    }

    private static IBackgroundStore Store(IServiceProvider of) => of.GetRequiredService<IBackgroundStore>();

    private static TimeProvider Time(IServiceProvider of) => of.GetRequiredService<TimeProvider>();
}
