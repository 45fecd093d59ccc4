using System.Data.Common;
using Dapper;
using ServerJobs;

namespace Server.Storage;

/// <summary>Runs in <c>history.db</c>, pauses and progress in <c>exchange.db</c>.</summary>
public sealed class SqlJobStore(SqlDatabase database) : IJobStore
{
    private const int Portion = 2000;
    private const string LostMessage = "The server ended during the run; whether the call had its effect is not known.";
    private const string LostMessageRu = "Сервер завершился во время выполнения; неизвестно, выполнен ли вызов.";
    private readonly SqlRoom states = (database ?? throw new ArgumentNullException(nameof(database))).Exchange;
    private readonly SqlRoom history = database.History;

    /// <inheritdoc/>
    public async ValueTask BeginAsync(JobRun run, CancellationToken cancellationToken)
    {
        var row = JobRunRow.Of(run);
        await history.Writer.TryWriteAsync(connection => connection.Execute(JobSql.Begin, row), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask CompleteAsync(JobRun run, CancellationToken cancellationToken)
    {
        var row = JobRunRow.Of(run);
        await history.Writer.TryWriteAsync(connection => connection.Execute(JobSql.Complete, row), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<int> CloseLostAsync(CancellationToken cancellationToken)
    {
        var values = new { outcome = nameof(JobOutcome.Lost), message = LostMessage, messageRu = LostMessageRu };
        return await history.Writer.WriteAsync(connection => connection.Execute(JobSql.CloseLost, values), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JobRun>> ListAsync(JobRunQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return ValueTask.FromResult<IReadOnlyList<JobRun>>(history.Read(connection => Rows(connection, query)));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JobRun>> ListLastAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<JobRun>>([.. history.Read(connection => connection.Query<JobRunRow>(JobRunSelect.Last)).Select(row => row.ToRun())]);

    /// <inheritdoc/>
    public ValueTask<JobRun?> FindAsync(string runId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(history.Read(connection => connection.QuerySingleOrDefault<JobRunRow>(JobRunSelect.One, new { runId }))?.ToRun());

    /// <inheritdoc/>
    public async ValueTask<int> PruneAsync(DateTimeOffset before, int keepPerJob, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(keepPerJob);
        var removed = await RemoveAsync(JobSql.RemoveOld, new { before = UnixTime.Of(before), portion = Portion }, cancellationToken).ConfigureAwait(false);
        foreach (var jobId in history.Read(connection => connection.Query<string>(JobSql.FindCrowded, new { keep = keepPerJob })).AsList())
        {
            removed += await RemoveAsync(JobSql.RemoveSurplus, new { jobId, keep = keepPerJob, portion = Portion }, cancellationToken).ConfigureAwait(false);
        }

        return removed;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JobState>> ReadStatesAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<JobState>>([.. states.Read(connection => connection.Query<JobStateRow>(JobSql.ReadStates)).Select(row => row.ToState())]);

    /// <inheritdoc/>
    public async ValueTask SaveProgressAsync(JobProgress progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var values = new
        {
            progress.JobId,
            LastPlannedAt = UnixTime.Of(progress.LastPlannedAt),
            progress.Skips,
            progress.Misses,
            LastStartedAt = UnixTime.Of(progress.LastStartedAt),
            LastEndedAt = UnixTime.Of(progress.LastEndedAt),
            progress.Repeats,
        };
        await states.Writer.WriteAsync(connection => connection.Execute(JobSql.SaveProgress, values), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask SavePauseAsync(string jobId, JobPause? pause, CancellationToken cancellationToken)
    {
        var values = new { JobId = jobId, pause?.Reason, pause?.By, At = UnixTime.Of(pause?.At), Until = UnixTime.Of(pause?.Until) };
        await states.Writer.WriteAsync(connection => connection.Execute(JobSql.SavePause, values), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<JobLock?> ReadLockAsync(CancellationToken cancellationToken) => ValueTask.FromResult(ReadLock()?.ToLock());

    /// <inheritdoc/>
    public async ValueTask SaveLockAsync(JobLock? jobLock, CancellationToken cancellationToken)
    {
        var values = new { Locked = jobLock is null ? 0L : 1L, jobLock?.Reason, jobLock?.By, At = UnixTime.Of(jobLock?.At) };
        await states.Writer.WriteAsync(connection => connection.Execute(JobSql.SaveLock, values), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<bool> HasLockRecordAsync(CancellationToken cancellationToken) => ValueTask.FromResult(ReadLock() is not null);

    private static List<JobRun> Rows(DbConnection connection, JobRunQuery query)
    {
        var values = new
        {
            query.JobId,
            Outcome = query.Outcome?.ToString(),
            From = UnixTime.Of(query.From),
            To = UnixTime.Of(query.To),
            Text = JobRunSelect.Pattern(query.Text),
            query.Before,
            BeforeAt = JobRunSelect.IsByStart(query) && query.Before is not null ? connection.ExecuteScalar<long?>(JobRunSelect.StartOf, new { query.Before }) ?? long.MaxValue : 0,
            query.Limit,
        };
        return [.. connection.Query<JobRunRow>(JobRunSelect.Of(query), values).Select(row => row.ToRun())];
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

    private JobLockRow? ReadLock() => states.Read(connection => connection.QuerySingleOrDefault<JobLockRow>(JobSql.ReadLock));
}
