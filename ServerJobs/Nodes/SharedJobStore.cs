namespace ServerJobs;

/// <summary>The store as runs see it where several servers share the jobs: claimed runs are ended through the ledger, with their fences, and never past it.</summary>
internal sealed class SharedJobStore(IJobStore store, ClaimLedger ledger) : IJobStore
{
    // The open row came with the claim.
    public ValueTask BeginAsync(JobRun run, CancellationToken cancellationToken) => ledger.Holds(run.Id) ? ValueTask.CompletedTask : store.BeginAsync(run, cancellationToken);

    // A run of this store that the ledger does not know was taken over: its row says Lost, and that stays.
    public ValueTask CompleteAsync(JobRun run, CancellationToken cancellationToken)
    {
        ledger.Record(run);
        return ValueTask.CompletedTask;
    }

    // Runs of a server that fell silent are closed when they are taken over; this one may not speak for others.
    public ValueTask<int> CloseLostAsync(CancellationToken cancellationToken) => ValueTask.FromResult(0);

    public ValueTask<JobRun?> FindAsync(string runId, CancellationToken cancellationToken) => store.FindAsync(runId, cancellationToken);

    public ValueTask<IReadOnlyList<JobRun>> ListAsync(JobRunQuery query, CancellationToken cancellationToken) => store.ListAsync(query, cancellationToken);

    public ValueTask<IReadOnlyList<JobRun>> ListLastAsync(CancellationToken cancellationToken) => store.ListLastAsync(cancellationToken);

    public ValueTask<int> PruneAsync(DateTimeOffset before, int keepPerJob, CancellationToken cancellationToken) => store.PruneAsync(before, keepPerJob, cancellationToken);

    public ValueTask<IReadOnlyList<JobState>> ReadStatesAsync(CancellationToken cancellationToken) => store.ReadStatesAsync(cancellationToken);

    // The shared timetable knows better than any one server.
    public ValueTask SaveProgressAsync(JobProgress progress, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask SavePauseAsync(string jobId, JobPause? pause, CancellationToken cancellationToken) => store.SavePauseAsync(jobId, pause, cancellationToken);

    public ValueTask<JobLock?> ReadLockAsync(CancellationToken cancellationToken) => store.ReadLockAsync(cancellationToken);

    public ValueTask SaveLockAsync(JobLock? jobLock, CancellationToken cancellationToken) => store.SaveLockAsync(jobLock, cancellationToken);

    public ValueTask<bool> HasLockRecordAsync(CancellationToken cancellationToken) => store.HasLockRecordAsync(cancellationToken);
}
