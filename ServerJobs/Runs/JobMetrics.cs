using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ServerJobs;

/// <summary>The signals of this room: one source of activities, one meter, both called <see cref="Name"/>.</summary>
internal sealed class JobMetrics : IDisposable
{
    public const string Name = "ServerJobs";

    private readonly ActivitySource activities = new(Name);
    private readonly Meter meter = new(Name);
    private readonly Counter<long> runs;
    private readonly Histogram<double> duration;

    public JobMetrics(JobTable table)
    {
        runs = meter.CreateCounter<long>("serverjobs.runs", "{run}", "Runs ended, by job and outcome.");
        duration = meter.CreateHistogram<double>("serverjobs.run.duration", "s", "How long runs took.");
        // Observed, because a listener's code must never run on the scheduler's thread.
        meter.CreateObservableCounter("serverjobs.skipped", () => table.Skipped, "{start}", "Starts skipped because the run before was still going.");
    }

    /// <summary>Begins the activity of a run; there is always one, so that there is always a correlation id.</summary>
    public Activity Begin(ServerJob job)
    {
        var activity = activities.StartActivity("job run") ?? new Activity("job run").SetIdFormat(ActivityIdFormat.W3C).Start();
        return activity.SetTag("job", job.Id).SetTag("call", job.Call.ToString());
    }

    public void Count(JobRun run)
    {
        var tags = new TagList { { "job", run.JobId }, { "outcome", run.Outcome.ToString() } };
        runs.Add(1, tags);
        duration.Record(run.Elapsed?.TotalSeconds ?? 0, tags);
    }

    public void Dispose()
    {
        activities.Dispose();
        meter.Dispose();
    }
}
