using System.Globalization;
using Microsoft.Extensions.Logging;

namespace ServerJobs;

/// <summary>One run: the open row, the call, the closed row, and one log record when it failed. Nothing thrown leaves it.</summary>
internal sealed class JobRunner(JobCaller caller, JobJournal journal, JobMetrics metrics, TimeProvider time, ILogger<JobRunner> logger)
{
    /// <summary>Runs a job once.</summary>
    /// <returns>The run as recorded, and the task that ends when nothing of its call runs any more.</returns>
    public async Task<(JobRun Run, Task CallEnds)> RunAsync(JobLaunch launch, int attempt, CancellationToken stopping)
    {
        var run = Describe(launch, attempt);
        using var activity = metrics.Begin(run);
        run = run with { CorrelationId = activity.TraceId.ToHexString() };
        await journal.BeginAsync(run).ConfigureAwait(false);

        var began = time.GetTimestamp();
        var end = await caller.CallAsync(launch.Job, stopping).ConfigureAwait(false);
        run = run with
        {
            Outcome = end.Outcome,
            Elapsed = time.GetElapsedTime(began),
            ErrorCode = end.Outcome == JobOutcome.SucceededWithWarnings ? null : end.Error?.Code.ToString(),
            Message = end.Error?.Message,
            MessageRu = end.Error?.MessageRu,
            Detail = end.Error?.Detail,
            InDoubt = end.Error?.InDoubt ?? false,
        };
        Quietly.Do(() => Tell(run));
        await journal.CompleteAsync(run).ConfigureAwait(false);
        return (run, end.Rest);
    }

    private JobRun Describe(JobLaunch launch, int attempt) =>
        new(launch.RunId, launch.Job.Id, launch.Job.Name, launch.Job.Call.ToString(), launch.Trigger, time.GetUtcNow())
        {
            PlannedAt = launch.PlannedAt,
            StartedBy = launch.StartedBy,
            Attempt = attempt,
        };

    private void Tell(JobRun run)
    {
        metrics.Count(run);
        if (run.Outcome is JobOutcome.Succeeded or JobOutcome.SucceededWithWarnings) return;
        var level = run.Outcome == JobOutcome.Cancelled ? LogLevel.Warning : LogLevel.Error;
        var elapsed = ((long)(run.Elapsed?.TotalMilliseconds ?? 0)).ToString(CultureInfo.InvariantCulture);
        Log.RunFailed(logger, level, run.JobId, run.JobName, run.Call, run.Outcome!.Value, elapsed, run.ErrorCode, run.Message, run.CorrelationId, run.Detail ?? "none");
    }
}
