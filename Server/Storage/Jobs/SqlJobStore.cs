using System.Collections.Concurrent;
using Dapper;
using ServerJobs;

namespace Server.Storage;

/// <summary>Runs in the room <c>history</c>, pauses, progress and the lock in <c>exchange</c>.</summary>
public sealed class SqlJobStore(SqlDatabase database, StorageOptions options, TimeProvider? time = null) : IJobStore
{
    private const int Portion = 2000;
    private const string LostMessage = "The server ended during the run; whether the call had its effect is not known.";
    private const string LostMessageRu = "Сервер завершился во время выполнения; неизвестно, выполнен ли вызов.";
    private readonly SqlRoom states = (database ?? throw new ArgumentNullException(nameof(database))).Exchange;
    private readonly SqlRoom history = database.History;
    private readonly ConcurrentDictionary<string, OpenRun> opening = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask BeginAsync(JobRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        var open = opening[run.Id] = new OpenRun(run);
        return new(open.Kept = history.Writer.TryWriteAsync(open.Write, cancellationToken));
    }

    /// <inheritdoc/>
    public ValueTask CompleteAsync(JobRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (opening.TryRemove(run.Id, out var open) && open.TryEnd(run)) return new(open.Kept);
        return new(history.Writer.TryWriteAsync(connection => JobRunWriter.Complete(connection, JobRunRow.Of(run)), cancellationToken));
    }

    /// <inheritdoc/>
    public async ValueTask<int> CloseLostAsync(CancellationToken cancellationToken)
    {
        // On a shared database only this server's own: the open runs of others are theirs, and may still go on.
        var values = new
        {
            outcome = nameof(JobOutcome.Lost),
            message = LostMessage,
            messageRu = LostMessageRu,
            endedAt = UnixTime.Of((time ?? TimeProvider.System).GetUtcNow()),
            search = JobRunRow.Fold($"\n{LostMessage}\n{LostMessageRu}"),
            options.Node,
        };
        var text = database.IsShared ? JobSql.CloseLostOfNode : JobSql.CloseLost;
        return await history.Writer.WriteAsync(connection => connection.Execute(text, values), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<JobRun>> ListAsync(JobRunQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var values = new
        {
            query.JobId,
            Outcome = query.Outcome?.ToString(),
            From = UnixTime.Of(query.From),
            To = UnixTime.Of(query.To),
            Text = JobRunSelect.Pattern(query.Text),
            query.Before,
            BeforeAt = await StartOfAsync(query, cancellationToken).ConfigureAwait(false),
            query.Limit,
        };
        return await RunsAsync(JobRunSelect.Of(query), values, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<JobRun>> ListLastAsync(CancellationToken cancellationToken) => await RunsAsync(JobRunSelect.Last, null, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask<JobRun?> FindAsync(string runId, CancellationToken cancellationToken) =>
        (await RunsAsync(JobRunSelect.One, new { runId }, cancellationToken).ConfigureAwait(false)) is [var run] ? run : null;

    /// <inheritdoc/>
    public async ValueTask<int> PruneAsync(DateTimeOffset before, int keepPerJob, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(keepPerJob);
        var removed = await RemoveAsync(JobSql.RemoveOld, new { before = UnixTime.Of(before), portion = Portion }, cancellationToken).ConfigureAwait(false);
        var crowded = await history.ReadAsync((connection, stop) => connection.QueryAsync<string>(new CommandDefinition(JobSql.FindCrowded, new { keep = keepPerJob }, cancellationToken: stop)), cancellationToken).ConfigureAwait(false);
        foreach (var jobId in crowded)
        {
            removed += await RemoveAsync(JobSql.RemoveSurplus, new { jobId, keep = keepPerJob, portion = Portion }, cancellationToken).ConfigureAwait(false);
        }

        return removed;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<JobState>> ReadStatesAsync(CancellationToken cancellationToken) =>
        await states.ListAsync<JobStateRow, JobState>(JobSql.ReadStates, null, row => row.ToState(), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask SaveProgressAsync(JobProgress progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        await states.Writer.WriteAsync(connection => JobStateWriter.Save(connection, progress), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask SavePauseAsync(string jobId, JobPause? pause, CancellationToken cancellationToken)
    {
        var values = new { JobId = jobId, Reason = StorableText.Of(pause?.Reason), By = StorableText.Of(pause?.By), At = UnixTime.Of(pause?.At), Until = UnixTime.Of(pause?.Until) };
        await states.Writer.WriteAsync(connection => connection.Execute(JobSql.SavePause, values), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<JobLock?> ReadLockAsync(CancellationToken cancellationToken) => (await LockRowAsync(cancellationToken).ConfigureAwait(false))?.ToLock();

    /// <inheritdoc/>
    public async ValueTask SaveLockAsync(JobLock? jobLock, CancellationToken cancellationToken)
    {
        var values = new { Locked = jobLock is null ? 0L : 1L, Reason = StorableText.Of(jobLock?.Reason), By = StorableText.Of(jobLock?.By), At = UnixTime.Of(jobLock?.At) };
        await states.Writer.WriteAsync(connection => connection.Execute(JobSql.SaveLock, values), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> HasLockRecordAsync(CancellationToken cancellationToken) => await LockRowAsync(cancellationToken).ConfigureAwait(false) is not null;

    private Task<IReadOnlyList<JobRun>> RunsAsync(string text, object? values, CancellationToken cancellationToken) =>
        history.ListAsync<JobRunRow, JobRun>(text, values, row => row.ToRun(), cancellationToken);

    // A run that was removed meanwhile still tells when it was, if its id is one of ours.
    private async ValueTask<long> StartOfAsync(JobRunQuery query, CancellationToken cancellationToken)
    {
        if (query.Before is null || !JobRunSelect.IsByStart(query)) return 0;
        var start = await history.ReadAsync((connection, stop) => connection.ExecuteScalarAsync<long?>(new CommandDefinition(JobRunSelect.StartOf, new { query.Before }, cancellationToken: stop)), cancellationToken).ConfigureAwait(false);
        return start ?? UnixTime.OfId(query.Before) ?? long.MaxValue;
    }

    private async Task<int> RemoveAsync(string text, object values, CancellationToken cancellationToken)
    {
        var all = 0;
        while (true)
        {
            var removed = await history.Writer.WriteAsync(connection => connection.Execute(text, values), cancellationToken).ConfigureAwait(false);
            all += removed;
            if (removed < Portion) return all;
        }
    }

    private Task<JobLockRow?> LockRowAsync(CancellationToken cancellationToken) =>
        states.ReadAsync((connection, stop) => connection.QuerySingleOrDefaultAsync<JobLockRow>(new CommandDefinition(JobSql.ReadLock, cancellationToken: stop)), cancellationToken);
}
