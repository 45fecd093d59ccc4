using System.Data;
using Dapper;
using Npgsql;
using ServerJobs;

namespace Server.Storage;

/// <summary>The shared timetable in PostgreSQL. It keeps no state of its own; every call is one round trip where it can be.</summary>
internal sealed class SqlJobClaims(NpgsqlDataSource source) : IJobClaims
{
    private const int WaitSeconds = 5;
    private const string LostMessage = "The server that ran it fell silent; whether the call had its effect is not known.";
    private const string LostMessageRu = "Сервер, на котором шло выполнение, перестал отвечать; неизвестно, выполнен ли вызов.";

    /// <summary>How far the clock of the database is taken to be ahead. For tests: nobody sets the clock of a database there.</summary>
    public TimeSpan Ahead { get; set; }

    private long AheadMs => (long)Ahead.TotalMilliseconds;

    /// <inheritdoc/>
    public NodeStanding Renew(JobNode node, TimeSpan lease)
    {
        using var connection = source.OpenConnection();
        var values = new { node = node.Id, name = node.Name, lease = Ms(lease), ahead = AheadMs };
        connection.Execute(ClaimEndSql.PullBackLeases, new { ahead = AheadMs }, commandTimeout: WaitSeconds);
        return connection.ExecuteScalar<long?>(ClaimNodeSql.Renew, values, commandTimeout: WaitSeconds) is { } now
            ? new NodeStanding(true, UnixTime.From(now))
            : new NodeStanding(false, UnixTime.From(connection.ExecuteScalar<long>(ClaimNodeSql.Join, values, commandTimeout: WaitSeconds)));
    }

    /// <inheritdoc/>
    public void Leave(JobNode node) => Execute(ClaimNodeSql.Leave, new { node = node.Id });

    /// <inheritdoc/>
    public IReadOnlyList<DefinitionDifference> Register(JobNode node, IReadOnlyList<JobDefinition> jobs)
    {
        using var connection = source.OpenConnection();
        using var transaction = connection.BeginTransaction();
        connection.Execute(ClaimNodeSql.Lock, transaction: transaction, commandTimeout: WaitSeconds);
        var given = GivenDefinitions.Of(node, jobs, SpeltIds.Read(connection, transaction, node, [.. jobs.Select(job => job.JobId)], AheadMs, WaitSeconds), AheadMs);
        foreach (var step in GivenDefinitions.Steps) connection.Execute(step, given, transaction, WaitSeconds);
        var differences = connection.Query<(string JobId, string Nodes)>(ClaimNodeSql.Differences, given, transaction, commandTimeout: WaitSeconds).ToList();
        transaction.Commit();
        return [.. differences.Select(row => new DefinitionDifference(row.JobId, row.Nodes.Split(", ", StringSplitOptions.RemoveEmptyEntries)))];
    }

    /// <inheritdoc/>
    public ClaimRound Claim(JobNode node, ClaimTerms terms)
    {
        using var connection = source.OpenConnection();
        using var round = new ClaimBatch(connection, node, terms, AheadMs, WaitSeconds);
        return round.Execute();
    }

    /// <inheritdoc/>
    public JobClaim? ClaimNow(JobNode node, string jobId, string? startedBy)
    {
        using var connection = source.OpenConnection();
        var values = new { node = node.Id, name = node.Name, jobId, startedBy = StorableText.Of(startedBy), ahead = AheadMs };
        var claimed = connection.Query<(long Fence, string RunId)>(ClaimSql.ClaimNow, values, commandTimeout: WaitSeconds).ToList();
        return claimed is [var (fence, runId)] ? new JobClaim(jobId, fence, runId, JobTrigger.Manual, null, 1) { StartedBy = startedBy } : null;
    }

    /// <inheritdoc/>
    public void Plan(JobNode node, IReadOnlyList<PlannedStart> starts)
    {
        var values = new NamedValues();
        values.AddColumn("jobs", starts, start => start.JobId);
        values.AddColumn("fences", starts, start => start.Fence);
        values.AddColumn("dues", starts, start => UnixTime.Of(start.Due) ?? ClaimMoments.Never);
        values.AddColumn("missed", starts, start => start.Missed);
        values.AddColumn("owners", starts, start => start.Owner);
        Execute(ClaimNodeSql.Plan, values);
    }

    /// <inheritdoc/>
    public void Replan() => Execute(ClaimNodeSql.Replan, new { ahead = AheadMs });

    /// <inheritdoc/>
    public IReadOnlyList<ClaimEnd> Close(JobNode node, IReadOnlyList<ClaimEnd> ends)
    {
        using var connection = source.OpenConnection();
        var stood = connection.Query<string>(ClaimEndSql.Close, GivenEnds.Of(node, ends, AheadMs), commandTimeout: WaitSeconds).ToHashSet(StringComparer.Ordinal);
        return [.. ends.Where(end => !stood.Contains(end.JobId))];
    }

    /// <inheritdoc/>
    public IReadOnlyList<JobClaim> Held(JobNode node)
    {
        using var connection = source.OpenConnection();
        return [.. connection.Query<(string JobId, long Fence, string RunId, string Trigger, long? PlannedAt, int Repeats)>(ClaimEndSql.Held, new { node = node.Id }, commandTimeout: WaitSeconds)
            .Select(row => new JobClaim(row.JobId, row.Fence, row.RunId, Enum.Parse<JobTrigger>(row.Trigger), UnixTime.From(row.PlannedAt), row.Repeats + 1))];
    }

    /// <inheritdoc/>
    public IReadOnlyList<LostClaim> TakeOver()
    {
        using var connection = source.OpenConnection();
        var values = new { outcome = nameof(JobOutcome.Lost), message = LostMessage, messageRu = LostMessageRu, ahead = AheadMs };
        return [.. connection.Query<(string JobId, string RunId, string Node)>(ClaimEndSql.TakeOver, values, commandTimeout: WaitSeconds).Select(row => new LostClaim(row.JobId, row.RunId, row.Node))];
    }

    /// <inheritdoc/>
    public ClaimTable Read()
    {
        using var connection = source.OpenConnection();
        var now = connection.ExecuteScalar<long>(ClaimNodeSql.Now, new { ahead = AheadMs }, commandTimeout: WaitSeconds);
        return new ClaimTable(UnixTime.From(now), [.. connection.Query<JobClaimRow, JobRunRow?, JobClaimState>(ClaimNodeSql.Read, (row, run) => row.ToState(run?.ToRun()), commandTimeout: WaitSeconds, splitOn: "Id")]);
    }

    private static long Ms(TimeSpan span) => (long)span.TotalMilliseconds;

    private void Execute(string text, object? values)
    {
        using var connection = source.OpenConnection();
        connection.Execute(text, values, commandTimeout: WaitSeconds);
    }
}
