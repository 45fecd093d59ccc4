using Quartz;

namespace Faults.Quartz;

/// <summary>Always throws.</summary>
[DisallowConcurrentExecution]
internal sealed class ThrowingJob : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        QuartzHost.Writer.Write("mishap", "throws");
        throw new InvalidOperationException("This job always throws.");
    }
}
