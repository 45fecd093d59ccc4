using Cleverence.Connectivity;
using Connectors.Hosting;
using Server.Access;
using Server.Api;
using Server.Background;
using Server.Demo;
using Server.Events;
using Server.Operations;
using Server.Site;
using Server.Storage;
using ServerJobs;
using ServerJobs.Background;

namespace Server;

/// <summary>Wires the host's own rooms.</summary>
internal static class HostServices
{
    public static IServiceCollection AddHost(this IServiceCollection services, HomeFolder home, ServerOptions options)
    {
        services.AddHostedService<PoolWatch>();
        services.AddSingleton(_ => new CallRate(options.CallsPerSecond));
        services.AddSingleton<Admission>();
        services.AddSingleton<KeyAdmin>();
        services.AddSingleton(of => new OperationLocks(of.GetRequiredService<TimeProvider>(), options.OperationWait, of.GetService<SqlOperationLocks>() is { } locks ? ActivatorUtilities.CreateInstance<SharedOperationLock>(of, locks) : null));
        services.AddSingleton(new RetentionTimes(options.KeepRuns, options.KeepRunsPerJob, options.KeepExchange));
        services.AddSingleton<IOwnOperation, Retention>();
        services.AddSingleton<IOwnOperation>(of => Documents(of, OldDocuments.Finished, options.KeepFinishedDocuments, store => store.RemoveFinishedAsync));
        services.AddSingleton<IOwnOperation>(of => Documents(of, OldDocuments.Unchanged, options.KeepDocuments, store => store.RemoveUnchangedAsync));
        services.AddSingleton<OwnOperations>();
        services.AddHostedService<DailyRetention>();
        services.AddSingleton(of => new EventsFile(home.EventsFile, of.GetRequiredService<ILogger<EventsFile>>()));
        services.AddSingleton(new EventPace(options.EventRetries, options.EventRetryPause, options.NodeLease * 5));
        services.AddSingleton<EventHandling>();
        services.AddSingleton<DocumentEvents>();
        services.AddHostedService(of => of.GetRequiredService<DocumentEvents>());
        services.AddSingleton<DocumentIntake>();
        services.AddSingleton<IReplayStore, ReplayStore>();
        services.AddSingleton<BackgroundStarter>();
        services.AddBackground(background => (background.Limit, background.Node, background.Silence) = (options.BackgroundLimit, options.NodeName, options.NodeLease));
        return services;
    }

    private static OldDocuments Documents(IServiceProvider of, ConnectorMethodInfo info, TimeSpan keep, Func<SqlDocumentStore, Func<DateTimeOffset, int, CancellationToken, ValueTask<int>>> remove) =>
        new(info, keep, remove((SqlDocumentStore)of.GetRequiredService<IDocumentStore>()), of.GetRequiredService<TimeProvider>());

    public static IServiceCollection AddDemoErp(this IServiceCollection services, ServerOptions options) =>
        services.AddHostedService(of => new DemoErpProcess(options.DemoErp, of.GetRequiredService<ILogger<DemoErpProcess>>()));
}
