using Microsoft.Extensions.Hosting;

namespace ServerJobs.Background;

/// <summary>Closes what the former process left behind before the first request comes, and ends the operations with the host.</summary>
internal sealed class BackgroundService(BackgroundOperations operations) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => operations.CloseLostAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => operations.StopAsync(cancellationToken);
}
