using Cleverence.Connectivity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace ServerJobs;

/// <summary>Wires server jobs into a host.</summary>
public static class ServerJobsServices
{
    /// <summary>Adds the scheduler, the runner and <see cref="JobAdmin"/>. The host brings <see cref="IConnectorInvoker"/> and <see cref="IJobStore"/>.</summary>
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
        services.AddSingleton<JobTiming>();
        services.AddSingleton<JobTable>();
        services.AddSingleton<JobLogCapture>();
        services.AddSingleton<ILoggerProvider>(of => of.GetRequiredService<JobLogCapture>());
        services.AddSingleton(of => new JobCalls(of.GetRequiredService<JobsFile>(), of.GetService<IConnectorRegistry>(), Logger<JobCalls>(of)));
        services.AddSingleton<JobMetrics>();
        services.AddSingleton<JobCaller>();
        services.AddSingleton<JobJournal>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<JobRuns>();
        services.AddSingleton<JobScheduler>();
        services.AddSingleton(of => new JobsFileEditor(options.File, of.GetRequiredService<JobsFile>(), Logger<JobsFileEditor>(of)));
        services.AddSingleton(of => new JobAdmin(of.GetRequiredService<JobTable>(), of.GetRequiredService<JobRuns>(), of.GetRequiredService<JobsFile>(), of.GetRequiredService<JobCalls>(), of.GetRequiredService<IJobStore>(), Time(of), Logger<JobAdmin>(of)));
        services.AddHostedService<JobsService>();
        return services;
    }

    private static TimeProvider Time(IServiceProvider of) => of.GetRequiredService<TimeProvider>();

    private static ILogger<T> Logger<T>(IServiceProvider of) => of.GetRequiredService<ILogger<T>>();
}
