using Quartz;

namespace Faults.Quartz;

/// <summary>Awaits for ever.</summary>
[DisallowConcurrentExecution]
internal sealed class HangingJob : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        QuartzHost.Writer.Write("mishap", "hangs");
        await Task.Delay(Timeout.Infinite, CancellationToken.None);
    }
}
