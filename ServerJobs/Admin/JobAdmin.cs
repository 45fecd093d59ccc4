using Microsoft.Extensions.Logging;

namespace ServerJobs;

/// <summary>What people see of the jobs and may do with them. Thread-safe.</summary>
public sealed class JobAdmin
{
    private const string Nobody = "unknown";
    private const int LongestPage = 1000;
    private readonly JobTable table;
    private readonly JobRuns runs;
    private readonly JobsFile file;
    private readonly IJobStore store;
    private readonly TimeProvider time;
    private readonly ILogger<JobAdmin> logger;

    internal JobAdmin(JobTable table, JobRuns runs, JobsFile file, IJobStore store, TimeProvider time, ILogger<JobAdmin> logger)
    {
        this.table = table;
        this.runs = runs;
        this.file = file;
        this.store = store;
        this.time = time;
        this.logger = logger;
    }

    /// <summary>Everything wrong with single entries of the file in force.</summary>
    public IReadOnlyList<JobsProblem> Problems => file.Current.Problems;

    /// <summary>Why the file on disk is not the one in force; null while it is. For a banner.</summary>
    public JobsConfigException? FileTrouble => file.Trouble;

    /// <summary>Lists all jobs, in the order of the file.</summary>
    /// <returns>The jobs.</returns>
    public IReadOnlyList<JobSummary> List() => table.Read(Summarize);

    /// <summary>Finds a job by its id, ignoring case.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The job, or null.</returns>
    public JobSummary? Find(string id) => table.Find(id) is { } slot ? table.With(slot, Summarize) : null;

    /// <summary>Starts a job now, also one that is disabled or paused; its schedule stays as it is.</summary>
    /// <param name="id">The job.</param>
    /// <param name="startedBy">Who asks.</param>
    /// <returns>The answer, with the run's id.</returns>
    public JobReply RunNow(string id, string? startedBy = null)
    {
        if (table.Find(id) is not { } slot) return Unknown(id);
        if (table.Claim(slot, startedBy) is not { } launch)
        {
            return new(JobVerdict.AlreadyRunning, $"Job '{id}' is running already. Wait until it ends.", $"Задание '{id}' уже выполняется. Дождитесь окончания.");
        }

        return runs.Start(launch)
            ? new(JobVerdict.Done, $"Job '{id}' started.", $"Задание '{id}' запущено.") { RunId = launch.RunId }
            : new(JobVerdict.Stopping, $"Job '{id}' was not started: the server is stopping.", $"Задание '{id}' не запущено: сервер останавливается.");
    }

    /// <summary>Pauses a job until it is resumed, over restarts and changes of the file. A running call goes on.</summary>
    /// <param name="id">The job.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellationToken">Stops the wait for the store.</param>
    /// <returns>The answer.</returns>
    public async ValueTask<JobReply> PauseAsync(string id, string reason, string? by, CancellationToken cancellationToken)
    {
        if (table.Find(id) is not { } slot) return Unknown(id);
        var pause = new JobPause(reason, by ?? Nobody, time.GetUtcNow());
        await store.SavePauseAsync(slot.Job.Id, pause, cancellationToken).ConfigureAwait(false);
        table.With(slot, known => known.Pause = pause);
        Log.Paused(logger, slot.Job.Id, pause.By, reason);
        return new(JobVerdict.Done, $"Job '{id}' is paused.", $"Задание '{id}' приостановлено.");
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
        table.With(slot, known => known.Pause = null);
        Log.Resumed(logger, slot.Job.Id, by ?? Nobody);
        return new(JobVerdict.Done, $"Job '{id}' is resumed.", $"Задание '{id}' возобновлено.");
    }

    /// <summary>Lists runs, newest first; also of jobs the file no longer names.</summary>
    /// <param name="query">Which; at most 1000 at a time.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    /// <returns>The runs.</returns>
    public ValueTask<IReadOnlyList<JobRun>> HistoryAsync(JobRunQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return store.ListAsync(query with { Limit = Math.Clamp(query.Limit, 1, LongestPage) }, cancellationToken);
    }

    /// <summary>The jobs that are due for longer than the patience and have not started: a failure of health.</summary>
    /// <param name="patience">How late a start may be.</param>
    /// <returns>The ids; empty when all is well.</returns>
    public IReadOnlyList<string> DueButNotFired(TimeSpan patience) => table.DueButNotFired(patience);

    private JobSummary Summarize(JobSlot slot) => new(slot.Job.Id, slot.Job.Name, slot.Job.Call, slot.Job.Period, slot.Job.Enabled)
    {
        Pause = slot.Pause,
        Running = slot.Running,
        RunningSince = slot.RunningSince,
        NextStartAt = slot.Ticking && slot.Pause is null ? time.GetUtcNow() + time.GetElapsedTime(time.GetTimestamp(), slot.Due) : null,
        LastRun = slot.LastRun,
        Skips = slot.Skips,
        Misses = slot.Misses,
    };

    private JobReply Unknown(string id)
    {
        var known = string.Join(", ", table.Read(slot => slot.Job.Id));
        return new(JobVerdict.NotFound, $"There is no job '{id}'. Known jobs: {known}.", $"Нет задания '{id}'. Известные задания: {known}.");
    }
}
