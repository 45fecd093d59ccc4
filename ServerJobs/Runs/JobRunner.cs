using System.Globalization;
using Microsoft.Extensions.Logging;

namespace ServerJobs;

/// <summary>One run: the open row, the call, the closed row, and one log record when it failed. Nothing thrown leaves it.</summary>
internal sealed class JobRunner(JobCaller caller, JobJournal journal, JobMetrics metrics, JobLogCapture capture, ServerJobsOptions options, TimeProvider time, ILogger<JobRunner> logger)
{
    /// <summary>Runs a job once.</summary>
    /// <returns>The run as recorded, and the task that ends when nothing of its call runs any more.</returns>
    public async Task<(JobRun Run, Task CallEnds)> RunAsync(JobLaunch launch)
    {
        using var activity = metrics.Begin(launch.Job);
        var run = launch.Run.Row = Describe(launch, activity.TraceId.ToHexString());
        journal.Begin(run);

        var began = Math.Max(time.GetTimestamp(), launch.NotBefore);
        capture.Current = launch.Run.Notes;
        var end = await caller.CallAsync(launch).ConfigureAwait(false);
        capture.Current = null;
        launch.Run.Ended = time.GetTimestamp();
        var endedAt = time.GetUtcNow();

        // The other calls of the moment come first.
        if (!launch.Rescued) await new BehindTheQueue();
        var (messages, lines) = launch.Run.Notes.Close();
        launch.Run.Row = run = run with
        {
            Outcome = end.Outcome,
            Elapsed = time.GetElapsedTime(Math.Min(began, launch.Run.Ended.Value), launch.Run.Ended.Value),
            // One refused ahead of its moment ends at it; otherwise the wall clock is told as it is, also when it was set back meanwhile.
            EndedAt = launch.NotBefore > 0 && endedAt < run.StartedAt ? run.StartedAt : endedAt,
            ErrorCode = end.Outcome == JobOutcome.SucceededWithWarnings ? null : end.Error?.Code.ToString(),
            Message = end.Error?.Message,
            MessageRu = end.Error?.MessageRu,
            Detail = end.Error?.Detail,
            InDoubt = end.Error?.InDoubt ?? false,
            Messages = messages,
            LogLines = lines,
        };
        Quietly.Do(() => Tell(run));
        journal.Complete(run);
        return (run, end.Rest);
    }

    private JobRun Describe(JobLaunch launch, string correlationId) =>
        new(launch.Run.Id, launch.Job.Id, launch.Job.Name, launch.Job.Call.ToString(), launch.Run.Trigger, StartOf(launch))
        {
            PlannedAt = launch.PlannedAt,
            StartedBy = launch.User,
            Attempt = launch.Attempt,
            Node = options.NodeName,
            Key = launch.Job.Key,
            CorrelationId = correlationId,
        };

    // A run handed over ahead of its moment begins at it.
    private DateTimeOffset StartOf(JobLaunch launch) => time.GetUtcNow() is var now && launch.NotBefore > 0 && launch.PlannedAt > now ? launch.PlannedAt.Value : now;

    private void Tell(JobRun run)
    {
        metrics.Count(run);
        if (run.Outcome is JobOutcome.Succeeded or JobOutcome.SucceededWithWarnings) return;
        var level = run.Outcome == JobOutcome.Cancelled ? LogLevel.Warning : LogLevel.Error;
        var elapsed = ((long)(run.Elapsed?.TotalMilliseconds ?? 0)).ToString(CultureInfo.InvariantCulture);
        Log.RunFailed(logger, level, run.JobId, run.JobName, run.Call, run.Outcome!.Value, elapsed, run.ErrorCode, run.Message, run.CorrelationId, run.Detail ?? "none");
    }
}
