namespace ServerJobs;

/// <summary>Keeps the history of runs and what must survive a restart. Thread-safe.</summary>
/// <remarks>
/// The runner does not wait for it and outlives its failures: <see cref="CompleteAsync"/> may be called while <see cref="BeginAsync"/> of the same run is still going on, and a store keeps that order. Runs are ordered by their ids, which are ordered by time.
/// A store may drop history rows rather than hold a run; it then counts them. Pauses and progress are never dropped.
/// </remarks>
public interface IJobStore
{
    /// <summary>Writes the open row of a run that starts.</summary>
    /// <param name="run">The run, without outcome.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>A task that ends when the row is kept.</returns>
    ValueTask BeginAsync(JobRun run, CancellationToken cancellationToken);

    /// <summary>Writes the ended run over its open row, or anew when there is none.</summary>
    /// <param name="run">The run, with outcome.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>A task that ends when the row is kept.</returns>
    ValueTask CompleteAsync(JobRun run, CancellationToken cancellationToken);

    /// <summary>Closes every run left open by a crash as <see cref="JobOutcome.Lost"/>, ended at the moment of closing; called once at start, before any run begins.</summary>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>How many there were.</returns>
    ValueTask<int> CloseLostAsync(CancellationToken cancellationToken);

    /// <summary>Lists runs, newest first, without their messages and log lines; only the numbers of these are told.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    /// <returns>The runs.</returns>
    ValueTask<IReadOnlyList<JobRun>> ListAsync(JobRunQuery query, CancellationToken cancellationToken);

    /// <summary>Reads the newest ended run of every job.</summary>
    /// <param name="cancellationToken">Stops the listing.</param>
    /// <returns>At most one run a job.</returns>
    ValueTask<IReadOnlyList<JobRun>> ListLastAsync(CancellationToken cancellationToken);

    /// <summary>Finds a run, with its messages and log lines.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The run; null when there is none of this id.</returns>
    ValueTask<JobRun?> FindAsync(string runId, CancellationToken cancellationToken);

    /// <summary>Removes ended runs that started before a moment, and all but the newest ended runs of each job.</summary>
    /// <param name="before">The moment.</param>
    /// <param name="keepPerJob">How many ended runs of a job stay.</param>
    /// <param name="cancellationToken">Stops the removal.</param>
    /// <returns>How many there were.</returns>
    ValueTask<int> PruneAsync(DateTimeOffset before, int keepPerJob, CancellationToken cancellationToken);

    /// <summary>Reads what is kept of all jobs.</summary>
    /// <param name="cancellationToken">Stops the listing.</param>
    /// <returns>The states.</returns>
    ValueTask<IReadOnlyList<JobState>> ReadStatesAsync(CancellationToken cancellationToken);

    /// <summary>Keeps a job's progress; its pause stays as it is.</summary>
    /// <param name="progress">The progress.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>A task that ends when it is kept.</returns>
    ValueTask SaveProgressAsync(JobProgress progress, CancellationToken cancellationToken);

    /// <summary>Keeps a job's pause; its progress stays as it is.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="pause">The pause; null takes it away.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>A task that ends when it is kept.</returns>
    ValueTask SavePauseAsync(string jobId, JobPause? pause, CancellationToken cancellationToken);

    /// <summary>Reads the lock of all jobs.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The lock; null when there is none.</returns>
    ValueTask<JobLock?> ReadLockAsync(CancellationToken cancellationToken);

    /// <summary>Keeps the lock of all jobs.</summary>
    /// <param name="jobLock">The lock; null takes it away.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>A task that ends when it is kept.</returns>
    ValueTask SaveLockAsync(JobLock? jobLock, CancellationToken cancellationToken);

    /// <summary>Tells whether the lock of this base was ever kept, or taken away.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>False only on a base whose lock nobody has decided on yet.</returns>
    ValueTask<bool> HasLockRecordAsync(CancellationToken cancellationToken);
}
