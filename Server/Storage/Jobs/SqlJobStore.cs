using Dapper;
using ServerJobs;

namespace Server.Storage;

/// <summary>Runs in <c>history.db</c>, pauses and progress in <c>exchange.db</c>.</summary>
public sealed class SqlJobStore(SqlDatabase database) : IJobStore
{
    private const string LostMessage = "The server ended during the run; whether the call had its effect is not known.";
    private const string LostMessageRu = "Сервер завершился во время выполнения; неизвестно, выполнен ли вызов.";
    private readonly SqlFile states = (database ?? throw new ArgumentNullException(nameof(database))).Exchange;
    private readonly SqlFile history = database.History;

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
        var values = new { query.JobId, Outcome = query.Outcome?.ToString(), query.Before, query.Limit };
        var text = query.JobId is null ? JobSql.List : JobSql.ListOfJob;
        return ValueTask.FromResult(Runs(text, values));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JobRun>> ListLastAsync(CancellationToken cancellationToken) => ValueTask.FromResult(Runs(JobSql.ListLast, null));

    /// <inheritdoc/>
    public async ValueTask<int> RemoveAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        await history.Writer.WriteAsync(connection => connection.Execute(JobSql.Remove, new { before = UnixTime.Of(before) }), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JobState>> ReadStatesAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<JobState>>([.. states.Read(connection => connection.Query<JobStateRow>(JobSql.ReadStates)).Select(row => row.ToState())]);

    /// <inheritdoc/>
    public async ValueTask SaveProgressAsync(JobProgress progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var values = new { progress.JobId, LastPlannedAt = UnixTime.Of(progress.LastPlannedAt), progress.Skips, progress.Misses };
        await states.Writer.WriteAsync(connection => connection.Execute(JobSql.SaveProgress, values), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask SavePauseAsync(string jobId, JobPause? pause, CancellationToken cancellationToken)
    {
        var values = new { JobId = jobId, pause?.Reason, pause?.By, At = UnixTime.Of(pause?.At) };
        await states.Writer.WriteAsync(connection => connection.Execute(JobSql.SavePause, values), cancellationToken).ConfigureAwait(false);
    }

    private IReadOnlyList<JobRun> Runs(string text, object? values) => [.. history.Read(connection => connection.Query<JobRunRow>(text, values)).Select(row => row.ToRun())];
}
