using System.Data;
using System.Data.Common;
using Dapper;

namespace Server.Storage;

/// <summary>Writes the rows of runs: two of them for every start of every job, so both are kept as short as they can be.</summary>
internal static class JobRunWriter
{
    private static readonly HotStatement BeginRow = new(
        JobSql.Begin,
        ("@Id", DbType.String), ("@JobId", DbType.String), ("@JobName", DbType.String), ("@Call", DbType.String), ("@StartedBy", DbType.String), ("@Trigger", DbType.String), ("@Attempt", DbType.Int64),
        ("@PlannedAt", DbType.Int64), ("@StartedAt", DbType.Int64), ("@CorrelationId", DbType.String), ("@Node", DbType.String), ("@Key", DbType.String), ("@Search", DbType.String));

    private static readonly HotStatement EndRow = new(
        JobSql.End,
        ("@Id", DbType.String), ("@ElapsedMs", DbType.Int64), ("@Outcome", DbType.String), ("@EndedAt", DbType.Int64));

    public static int Begin(DbConnection connection, JobRunRow row) => BeginRow.Execute(
        connection, row.Id, row.JobId, row.JobName, row.Call, row.StartedBy, row.Trigger, row.Attempt, row.PlannedAt, row.StartedAt, row.CorrelationId, row.Node, row.Key, row.Search);

    /// <summary>Closes a run; anew when its open row was dropped.</summary>
    public static int Complete(DbConnection connection, JobRunRow row)
    {
        // Most runs end with nothing to tell: their row gets an end and an outcome.
        var changed = row.IsPlain ? EndRow.Execute(connection, row.Id, row.ElapsedMs, row.Outcome, row.EndedAt) : 0;
        return changed > 0 ? changed : connection.Execute(JobSql.Complete, row);
    }
}
