using Microsoft.Extensions.Hosting;

namespace ServerJobs.Background;

/// <summary>Closes what the former process left behind before the first request comes, and ends the operations with the host.</summary>
internal sealed class BackgroundService(BackgroundOperations operations, LostOperations lost, SharedWatch? watch = null) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Among several servers, what was in work here is closed like that of any other server that fell silent: a name may have been given twice.
        if (watch is null) return lost.CloseAllAsync(cancellationToken);
        watch.Start();
        return Task.CompletedTask;
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Before the jobs end, and with them the word that this server lives: without it the others would close as lost what still ends here.
    public Task StoppingAsync(CancellationToken cancellationToken) => operations.StopAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => watch?.StopAsync() ?? Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
