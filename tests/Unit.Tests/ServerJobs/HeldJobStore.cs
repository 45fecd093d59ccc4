using ServerJobs;
using TestKit;

namespace Unit.Tests.ServerJobs;

/// <summary>A store whose writes of runs and progress end when a test says so.</summary>
internal sealed class HeldJobStore : IJobStore
{
    private readonly MemoryJobStore rest = new();
    private readonly List<TaskCompletionSource> writes = [];

    /// <summary>With what each write fails; null for none.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Whether it fails before it has given a task.</summary>
    public bool ThrowsAtOnce { get; set; }

    /// <summary>Whether each write ends at once.</summary>
    public bool Answers { get; set; }

    public int Asked
    {
        get
        {
            lock (writes) return writes.Count;
        }
    }

    /// <summary>Ends the write of a number.</summary>
    public void Answer(int number)
    {
        lock (writes) writes[number].SetResult();
    }

    public ValueTask BeginAsync(JobRun run, CancellationToken cancellationToken) => Hold();

    public ValueTask CompleteAsync(JobRun run, CancellationToken cancellationToken) => Hold();

    public ValueTask SaveProgressAsync(JobProgress progress, CancellationToken cancellationToken) => Hold();

    public ValueTask<int> CloseLostAsync(CancellationToken cancellationToken) => rest.CloseLostAsync(cancellationToken);

    public ValueTask<IReadOnlyList<JobRun>> ListAsync(JobRunQuery query, CancellationToken cancellationToken) => rest.ListAsync(query, cancellationToken);

    public ValueTask<IReadOnlyList<JobRun>> ListLastAsync(CancellationToken cancellationToken) => rest.ListLastAsync(cancellationToken);

    public ValueTask<JobRun?> FindAsync(string runId, CancellationToken cancellationToken) => rest.FindAsync(runId, cancellationToken);

    public ValueTask<int> PruneAsync(DateTimeOffset before, int keepPerJob, CancellationToken cancellationToken) => rest.PruneAsync(before, keepPerJob, cancellationToken);

    public ValueTask<IReadOnlyList<JobState>> ReadStatesAsync(CancellationToken cancellationToken) => rest.ReadStatesAsync(cancellationToken);

    public ValueTask SavePauseAsync(string jobId, JobPause? pause, CancellationToken cancellationToken) => rest.SavePauseAsync(jobId, pause, cancellationToken);

    public ValueTask<JobLock?> ReadLockAsync(CancellationToken cancellationToken) => rest.ReadLockAsync(cancellationToken);

    public ValueTask SaveLockAsync(JobLock? jobLock, CancellationToken cancellationToken) => rest.SaveLockAsync(jobLock, cancellationToken);

    public ValueTask<bool> HasLockRecordAsync(CancellationToken cancellationToken) => rest.HasLockRecordAsync(cancellationToken);

    private ValueTask Hold()
    {
        if (Failure is { } failure) return ThrowsAtOnce ? throw failure : ValueTask.FromException(failure);
        var write = new TaskCompletionSource();
        if (Answers) write.SetResult();
        lock (writes) writes.Add(write);
        return new(write.Task);
    }
}
