using Quartz;

namespace Faults.Quartz;

/// <summary>Writes its tick.</summary>
[DisallowConcurrentExecution]
internal sealed class TickJob : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        QuartzHost.Writer.Write(context.JobDetail.Key.Name, "");
        return default;
    }
}
