using Microsoft.Extensions.Logging;

namespace ServerJobs;

/// <summary>What people see of the jobs and may do with them. Thread-safe.</summary>
public sealed class JobAdmin
{
    private const string Nobody = "unknown";
    private const int LongestPage = 1000;
    private const int LongestReason = 500;
    private readonly JobTable table;
    private readonly JobRuns runs;
    private readonly JobsFile file;
    private readonly JobCalls calls;
    private readonly IJobStore store;
    private readonly TimeProvider time;
    private readonly SharedScheduler? shared;
    private readonly ILogger<JobAdmin> logger;

    internal JobAdmin(JobTable table, JobRuns runs, JobsFile file, JobCalls calls, IJobStore store, TimeProvider time, ILogger<JobAdmin> logger, SharedScheduler? shared = null)
    {
        this.table = table;
        this.runs = runs;
        this.file = file;
        this.calls = calls;
        this.store = store;
        this.time = time;
        this.shared = shared;
        this.logger = logger;
    }

    /// <summary>Everything wrong with single entries of the file in force, warnings included.</summary>
    public IReadOnlyList<JobsProblem> Problems => file.Current.Problems;

    /// <summary>The calls that lead to no connector or no method at this moment; their jobs start all the same.</summary>
    public IReadOnlyList<JobsProblem> CallProblems
    {
        get
        {
            calls.Tell();
            return calls.Problems();
        }
    }

    /// <summary>Why the file on disk is not the one in force; null while it is. For a banner.</summary>
    public JobsConfigException? FileTrouble => file.Trouble;

    /// <summary>The zone of the calendars; null when the file names none.</summary>
    public TimeZoneInfo? Zone => file.Current.Zone;

    /// <summary>The lock of all jobs; null for none.</summary>
    public JobLock? Lock => table.Lock;

    /// <summary>How long ago the loop of the schedule last looked; more than a few seconds is a failure of health.</summary>
    public TimeSpan SinceLoopLooked => table.SinceLook();

    /// <summary>Lists all jobs, in the order of the file.</summary>
    /// <returns>The jobs.</returns>
    public IReadOnlyList<JobSummary> List()
    {
        var doubts = Doubts();
        return table.Read(slot => Summarize(slot, doubts));
    }

    /// <summary>Finds a job by its id, ignoring case.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The job, or null.</returns>
    public JobSummary? Find(string id)
    {
        if (table.Find(id) is not { } slot) return null;
        var doubts = Doubts();
        return table.With(slot, known => Summarize(known, doubts));
    }

    /// <summary>Starts a job now, also one that is disabled, paused or locked; its schedule stays as it is.</summary>
    /// <param name="id">The job.</param>
    /// <param name="startedBy">Who asks.</param>
    /// <returns>The answer, with the run's id.</returns>
    public JobReply RunNow(string id, string? startedBy = null)
    {
        if (table.Find(id) is not { } slot) return Unknown(id);
        JobSlot? holder = slot;
        var claimed = shared is null ? table.Claim(slot, startedBy, out holder) : shared.ClaimNow(slot, startedBy);
        if (claimed is not { } launch) return shared is not null ? JobReplies.NotClaimed(id) : holder == slot ? JobReplies.AlreadyRunning(id) : JobReplies.KeyTaken(slot.Job, holder?.Job.Id);
        if (!runs.Start(launch)) return JobReplies.Stopping(id);
        var jobLock = table.Lock;
        if (jobLock is not null) Log.ManualWhileLocked(logger, slot.Job.Id, jobLock.Reason);
        return JobReplies.Started(id, launch.Run.Id, jobLock);
    }

    /// <summary>Cancels a run. Its method is asked to stop; the job is free again when the call has really ended.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellationToken">Stops the look into the store.</param>
    /// <returns>The answer.</returns>
    public async ValueTask<JobReply> CancelAsync(string runId, string? by, CancellationToken cancellationToken)
    {
        if (table.FindRun(runId) is { } active)
        {
            if (active.Cancel(JobCancel.By(by ?? Nobody))) Log.Cancelled(logger, runId, by ?? Nobody);
            return JobReplies.RunCancelled(runId);
        }

        return await store.FindAsync(runId, cancellationToken).ConfigureAwait(false) is { } known ? (shared is not null && known.Outcome is null ? JobReplies.RunElsewhere(known) : JobReplies.RunEnded(known)) : JobReplies.UnknownRun(runId);
    }

    /// <summary>Pauses a job until it is resumed, over restarts and changes of the file. A running call goes on.</summary>
    /// <param name="id">The job.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellationToken">Stops the wait for the store.</param>
    /// <returns>The answer.</returns>
    public ValueTask<JobReply> PauseAsync(string id, string reason, string? by, CancellationToken cancellationToken) => PauseAsync(id, reason, null, by, cancellationToken);

    /// <summary>Pauses a job until a moment, over restarts and changes of the file. A running call goes on.</summary>
    /// <param name="id">The job.</param>
    /// <param name="reason">Why; 1 to 500 characters.</param>
    /// <param name="until">When the pause ends by itself: in the future, at most a hundred years away; null for never.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellationToken">Stops the wait for the store.</param>
    /// <returns>The answer.</returns>
    public async ValueTask<JobReply> PauseAsync(string id, string reason, DateTimeOffset? until, string? by, CancellationToken cancellationToken)
    {
        if (table.Find(id) is not { } slot) return Unknown(id);
        var now = time.GetUtcNow();
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason) return JobReplies.ReasonWanted(id, LongestReason);
        if (until is { } end && (end <= now || end - now > JobPause.Longest)) return JobReplies.UntilWrong(id, end, now);
        var pause = new JobPause(reason.Trim(), by ?? Nobody, now) { Until = until };
        await store.SavePauseAsync(slot.Job.Id, pause, cancellationToken).ConfigureAwait(false);
        table.Pause(slot, pause);
        Log.Paused(logger, slot.Job.Id, pause.By, pause.Reason);
        return JobReplies.Paused(id);
    }

    /// <summary>Ends the pause of a job; it starts again at its next moment.</summary>
    /// <param name="id">The job.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellationToken">Stops the wait for the store.</param>
    /// <returns>The answer.</returns>
    public async ValueTask<JobReply> ResumeAsync(string id, string? by, CancellationToken cancellationToken)
    {
        if (table.Find(id) is not { } slot) return Unknown(id);
        await store.SavePauseAsync(slot.Job.Id, null, cancellationToken).ConfigureAwait(false);
        table.Pause(slot, null);
        Log.Resumed(logger, slot.Job.Id, by ?? Nobody);
        return table.With(slot, known => known.PauseAt(time.GetUtcNow())) is null ? JobReplies.Resumed(id) : JobReplies.PausedByFile(id, file.FilePath);
    }

    /// <summary>Locks all jobs (блокировка регламентных заданий), over restarts: nothing starts by its schedule; runs in progress go on.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellationToken">Stops the wait for the store.</param>
    /// <returns>The answer.</returns>
    public async ValueTask<JobReply> LockAsync(string reason, string? by, CancellationToken cancellationToken)
    {
        var jobLock = new JobLock(reason, by ?? Nobody, time.GetUtcNow());
        await store.SaveLockAsync(jobLock, cancellationToken).ConfigureAwait(false);
        table.LockAll(jobLock);
        Log.Locked(logger, jobLock.By, reason);
        return JobReplies.Locked;
    }

    /// <summary>Takes the lock of all jobs away. Calendars that are overdue start where their window is still open; periods wait for their grid.</summary>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellationToken">Stops the wait for the store.</param>
    /// <returns>The answer.</returns>
    public async ValueTask<JobReply> UnlockAsync(string? by, CancellationToken cancellationToken)
    {
        await store.SaveLockAsync(null, cancellationToken).ConfigureAwait(false);
        table.LockAll(null);
        Log.Unlocked(logger, by ?? Nobody);
        return JobReplies.Unlocked;
    }

    /// <summary>Lists runs, newest first; also of jobs the file no longer names.</summary>
    /// <param name="query">Which; at most 1000 at a time.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    /// <returns>The runs.</returns>
    public ValueTask<IReadOnlyList<JobRun>> HistoryAsync(JobRunQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        // History keeps the id as the file writes it; people may write it in another case.
        var jobId = query.JobId is { } asked ? table.Find(asked)?.Job.Id ?? asked : null;
        return store.ListAsync(query with { JobId = jobId, Limit = Math.Clamp(query.Limit, 1, LongestPage) }, cancellationToken);
    }

    /// <summary>The jobs that are due for longer than the patience and have not started: a failure of health.</summary>
    /// <param name="patience">How late a start may be.</param>
    /// <returns>The ids; empty when all is well.</returns>
    public IReadOnlyList<string> DueButNotFired(TimeSpan patience) => table.DueButNotFired(patience);

    private JobReply Unknown(string id) => JobReplies.Unknown(id, string.Join(", ", table.Read(slot => slot.Job.Id)));

    private ILookup<string?, JobsProblem> Doubts() =>
        file.Current.Problems.Where(problem => problem.IsWarning).Concat(calls.Problems()).Concat(shared?.Problems(file.FilePath) ?? []).ToLookup(problem => problem.JobId, StringComparer.OrdinalIgnoreCase);

    private JobSummary Summarize(JobSlot slot, ILookup<string?, JobsProblem> doubts) =>
        JobView.Of(slot, table.Lock, time) with { Problems = [.. doubts[slot.Job.Id]] };
}
