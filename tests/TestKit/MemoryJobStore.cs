using ServerJobs;

namespace TestKit;

/// <summary>Jobs' store in memory, for tests of what stands on it.</summary>
public sealed class MemoryJobStore : IJobStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, JobRun> runs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JobState> states = new(StringComparer.Ordinal);
    private JobLock? kept;
    private bool decided;

    /// <summary>When set, every write throws it.</summary>
    public Exception? Failure { get; set; }

    /// <summary>All runs, oldest first.</summary>
    public IReadOnlyList<JobRun> Runs
    {
        get
        {
            lock (gate) return [.. runs.Values.OrderBy(run => run.Id, StringComparer.Ordinal)];
        }
    }

    /// <inheritdoc/>
    public ValueTask BeginAsync(JobRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Write(() => runs.Add(run.Id, run));
    }

    /// <inheritdoc/>
    public ValueTask CompleteAsync(JobRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Write(() => runs[run.Id] = run);
    }

    /// <inheritdoc/>
    public ValueTask<int> CloseLostAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var open = runs.Values.Where(run => run.Outcome is null).ToList();
            foreach (var run in open) runs[run.Id] = run with { Outcome = JobOutcome.Lost, EndedAt = TimeProvider.System.GetUtcNow(), Message = "Lost.", MessageRu = "Потеряно.", InDoubt = true };
            return ValueTask.FromResult(open.Count);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JobRun>> ListAsync(JobRunQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return ValueTask.FromResult<IReadOnlyList<JobRun>>([.. Runs.Reverse()
            .Where(run => query.JobId is null || run.JobId == query.JobId)
            .Where(run => query.Outcome is null || run.Outcome == query.Outcome)
            .Where(run => query.From is null || run.StartedAt >= query.From)
            .Where(run => query.To is null || run.StartedAt < query.To)
            .Where(run => query.Text is null || Texts(run).Any(text => text.Contains(query.Text, StringComparison.OrdinalIgnoreCase)))
            .Where(run => !query.Running || run.Outcome is null)
            .Where(run => query.Before is null || string.CompareOrdinal(run.Id, query.Before) < 0)
            .Take(query.Limit)
            .Select(Brief)]);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JobRun>> ListLastAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<JobRun>>([.. Runs.Where(run => run.Outcome is not null).GroupBy(run => run.JobId).Select(group => Brief(group.Last()))]);

    /// <inheritdoc/>
    public ValueTask<JobRun?> FindAsync(string runId, CancellationToken cancellationToken)
    {
        lock (gate) return ValueTask.FromResult(runs.GetValueOrDefault(runId));
    }

    /// <inheritdoc/>
    public ValueTask<int> PruneAsync(DateTimeOffset before, int keepPerJob, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var ended = runs.Values.Where(run => run.Outcome is not null).ToList();
            var surplus = ended.GroupBy(run => run.JobId).SelectMany(group => group.OrderByDescending(run => run.Id, StringComparer.Ordinal).Skip(keepPerJob));
            var old = ended.Where(run => run.StartedAt < before).Concat(surplus).DistinctBy(run => run.Id).ToList();
            foreach (var run in old) runs.Remove(run.Id);
            return ValueTask.FromResult(old.Count);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JobState>> ReadStatesAsync(CancellationToken cancellationToken)
    {
        lock (gate) return ValueTask.FromResult<IReadOnlyList<JobState>>([.. states.Values]);
    }

    /// <inheritdoc/>
    public ValueTask SaveProgressAsync(JobProgress progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        return Write(() => states[progress.JobId] = new JobState(progress, states.GetValueOrDefault(progress.JobId)?.Pause));
    }

    /// <inheritdoc/>
    public ValueTask SavePauseAsync(string jobId, JobPause? pause, CancellationToken cancellationToken) =>
        Write(() => states[jobId] = new JobState(states.GetValueOrDefault(jobId)?.Progress ?? new JobProgress(jobId, null, 0, 0), pause));

    /// <inheritdoc/>
    public ValueTask<JobLock?> ReadLockAsync(CancellationToken cancellationToken)
    {
        lock (gate) return ValueTask.FromResult(kept);
    }

    /// <inheritdoc/>
    public ValueTask SaveLockAsync(JobLock? jobLock, CancellationToken cancellationToken) => Write(() => (kept, decided) = (jobLock, true));

    /// <inheritdoc/>
    public ValueTask<bool> HasLockRecordAsync(CancellationToken cancellationToken)
    {
        lock (gate) return ValueTask.FromResult(decided);
    }

    private static string[] Texts(JobRun run) => [run.JobName, run.Call, run.Key, run.ErrorCode ?? "", run.Message ?? "", run.MessageRu ?? ""];

    private static JobRun Brief(JobRun run) => run with { Messages = [], LogLines = [], MessageCount = run.MessageCount, LogLineCount = run.LogLineCount };

    private ValueTask Write(Action change)
    {
        if (Failure is { } failure) return ValueTask.FromException(failure);
        lock (gate) change();
        return ValueTask.CompletedTask;
    }
}
