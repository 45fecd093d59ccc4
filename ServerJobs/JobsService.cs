using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ServerJobs;

/// <summary>Starts and stops the jobs with the host.</summary>
internal sealed class JobsService(JobsFile file, IJobStore store, JobTable table, JobScheduler scheduler, JobRuns runs, JobJournal journal, ILogger<JobsService> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        file.Open();
        var lost = await store.CloseLostAsync(cancellationToken).ConfigureAwait(false);
        var states = await store.ReadStatesAsync(cancellationToken).ConfigureAwait(false);
        table.Restore(states, await store.ListLastAsync(cancellationToken).ConfigureAwait(false));
        scheduler.Apply(file.Current.Jobs, atStart: true);
        file.Changed += config => scheduler.Apply(config.Jobs);
        scheduler.Start();
        file.Follow();
        Log.Started(logger, file.Current.Jobs.Count, lost);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        file.Dispose();
        scheduler.Stop();
        await runs.StopAsync(cancellationToken).ConfigureAwait(false);
        await Task.WhenAll(table.Read(slot => slot.Progress).Select(journal.SaveProgressAsync)).ConfigureAwait(false);
    }
}
