using Cleverence.Connectivity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace ServerJobs;

/// <summary>Wires server jobs into a host.</summary>
public static class ServerJobsServices
{
    /// <summary>Adds the scheduler, the runner and <see cref="JobAdmin"/>. The host brings <see cref="IConnectorInvoker"/> and <see cref="IJobStore"/>, and before this call <see cref="IJobClaims"/> where several servers share the store.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Changes the options.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddServerJobs(this IServiceCollection services, Action<ServerJobsOptions>? configure = null)
    {
        var options = new ServerJobsOptions();
        configure?.Invoke(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(of => new JobsFile(options.File, options.PollInterval, Time(of), Logger<JobsFile>(of)));
        services.TryAddSingleton<CallKeys>();
        services.AddSingleton<JobTiming>();
        services.AddSingleton<JobTable>();
        services.AddSingleton<JobLogCapture>();
        services.AddSingleton<ILoggerProvider>(of => of.GetRequiredService<JobLogCapture>());
        services.AddSingleton(of => new JobCalls(of.GetRequiredService<JobsFile>(), of.GetService<IConnectorRegistry>(), Logger<JobCalls>(of)));
        services.AddSingleton<JobMetrics>();
        services.AddSingleton<JobCaller>();
        services.AddSingleton(of => new JobJournal(of.GetService<SharedJobStore>() ?? of.GetRequiredService<IJobStore>(), options, Time(of), Logger<JobJournal>(of)));
        services.AddSingleton<JobRunner>();
        services.AddSingleton<ProgressKeeper>();
        services.AddSingleton<JobRuns>();
        services.AddSingleton<JobScheduler>();
        services.AddSingleton(of => new JobsFileEditor(options.File, of.GetRequiredService<JobsFile>(), Logger<JobsFileEditor>(of)));
        services.AddSingleton(of => new JobAdmin(of.GetRequiredService<JobTable>(), of.GetRequiredService<JobRuns>(), of.GetRequiredService<JobsFile>(), of.GetRequiredService<JobCalls>(), of.GetRequiredService<IJobStore>(), Time(of), Logger<JobAdmin>(of), of.GetService<SharedScheduler>()));
        if (services.Any(service => service.ServiceType == typeof(IJobClaims))) AddShared(services, options);
        services.AddHostedService<JobsService>();
        return services;
    }

    // Only over a store that several servers share; there they all ask one timetable.
    private static void AddShared(IServiceCollection services, ServerJobsOptions options)
    {
        services.AddSingleton(_ => new JobNode($"{options.NodeName}/{Guid.CreateVersion7():N}", options.NodeName));
        services.AddSingleton<ClaimLedger>();
        services.AddSingleton(of => new SharedJobStore(of.GetRequiredService<IJobStore>(), of.GetRequiredService<ClaimLedger>()));
        services.AddSingleton(of => new DatabaseClock(Time(of)));
        services.AddSingleton<DefinitionsOf>();
        services.AddSingleton<SharedBeat>();
        services.AddSingleton<SharedRounds>();
        services.AddSingleton<SharedView>();
        services.AddSingleton<SharedScheduler>();
    }

    private static TimeProvider Time(IServiceProvider of) => of.GetRequiredService<TimeProvider>();

    private static ILogger<T> Logger<T>(IServiceProvider of) => of.GetRequiredService<ILogger<T>>();
}
