using ServerJobs;

namespace TestKit;

/// <summary>Jobs' store in memory, for tests of what stands on it.</summary>
public sealed class MemoryJobStore : IJobStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, JobRun> runs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JobState> states = new(StringComparer.Ordinal);

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
            foreach (var run in open) runs[run.Id] = run with { Outcome = JobOutcome.Lost, Message = "Lost.", MessageRu = "Потеряно.", InDoubt = true };
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
            .Where(run => query.Before is null || string.CompareOrdinal(run.Id, query.Before) < 0)
            .Take(query.Limit)]);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JobRun>> ListLastAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<JobRun>>([.. Runs.Where(run => run.Outcome is not null).GroupBy(run => run.JobId).Select(group => group.Last())]);

    /// <inheritdoc/>
    public ValueTask<int> RemoveAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var old = runs.Values.Where(run => run.Outcome is not null && run.StartedAt < before).ToList();
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

    private ValueTask Write(Action change)
    {
        if (Failure is { } failure) return ValueTask.FromException(failure);
        lock (gate) change();
        return ValueTask.CompletedTask;
    }
}
