using System.Data;
using System.Data.Common;

namespace Server.Storage;

/// <summary>Writes the rows of runs, two for every start of every job: so the statements are parsed once.</summary>
internal static class JobRunWriter
{
    private static readonly HotStatement BeginRow = new(
        JobSql.Begin,
        [.. Texts("@Id", "@JobId", "@JobName", "@Call", "@StartedBy", "@Trigger", "@CorrelationId", "@Node", "@Key", "@Search"), .. Numbers("@Attempt", "@PlannedAt", "@StartedAt")]);

    private static readonly HotStatement EndRow = new(JobSql.End, [.. Texts("@Id", "@Outcome"), .. Numbers("@ElapsedMs", "@EndedAt")]);

    private static readonly HotStatement WholeRow = new(
        JobSql.Complete,
        [
            .. Texts("@Id", "@JobId", "@JobName", "@Call", "@StartedBy", "@Trigger", "@CorrelationId", "@Node", "@Key", "@Search"),
            .. Numbers("@Attempt", "@PlannedAt", "@StartedAt"),
            .. Texts("@Outcome", "@ErrorCode", "@Message", "@MessageRu", "@Detail", "@Messages", "@LogLines"),
            .. Numbers("@ElapsedMs", "@InDoubt", "@EndedAt", "@MessageCount", "@LogLineCount"),
        ]);

    /// <summary>Writes the open row.</summary>
    public static int Begin(DbConnection connection, JobRunRow row) => BeginRow.Execute(
        connection,
        row.Id, row.JobId, row.JobName, row.Call, row.StartedBy, row.Trigger, row.CorrelationId, row.Node, row.Key, row.Search, row.Attempt, row.PlannedAt, row.StartedAt);

    /// <summary>Closes a run; anew when its open row was dropped.</summary>
    public static int Complete(DbConnection connection, JobRunRow row)
    {
        // Most runs end with nothing to tell: their row gets an end and an outcome.
        var changed = row.IsPlain ? EndRow.Execute(connection, row.Id, row.Outcome, row.ElapsedMs, row.EndedAt) : 0;
        return changed > 0 ? changed : Insert(connection, row);
    }

    /// <summary>Writes an ended run as a whole, over its open row where there is one.</summary>
    public static int Insert(DbConnection connection, JobRunRow row) => WholeRow.Execute(
        connection,
        row.Id, row.JobId, row.JobName, row.Call, row.StartedBy, row.Trigger, row.CorrelationId, row.Node, row.Key, row.Search, row.Attempt, row.PlannedAt, row.StartedAt,
        row.Outcome, row.ErrorCode, row.Message, row.MessageRu, row.Detail, row.Messages, row.LogLines, row.ElapsedMs, row.InDoubt, row.EndedAt, row.MessageCount, row.LogLineCount);

    private static IEnumerable<(string Name, DbType Type)> Texts(params string[] names) => names.Select(name => (name, DbType.String));

    private static IEnumerable<(string Name, DbType Type)> Numbers(params string[] names) => names.Select(name => (name, DbType.Int64));
}
