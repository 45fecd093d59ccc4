using System.Data.Common;

namespace Benchmarks.Runs;

/// <summary>A row as a program written by hand reads it: each column once, with the reader's own method.</summary>
internal sealed record BareRun(
    string Id, string JobId, string JobName, string Call, string? StartedBy, string Trigger, long Attempt, long? PlannedAt, long StartedAt, long? ElapsedMs, string? Outcome,
    string? ErrorCode, string? Message, string? MessageRu, string? Detail, long InDoubt, string? CorrelationId, long? EndedAt, string? Node, string Key, long Messages, long Lines)
{
    public static BareRun Read(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), Text(row, 4), row.GetString(5), row.GetInt64(6), Number(row, 7), row.GetInt64(8), Number(row, 9), Text(row, 10),
        Text(row, 11), Text(row, 12), Text(row, 13), Text(row, 14), row.GetInt64(15), Text(row, 16), Number(row, 17), Text(row, 18), row.GetString(19), row.GetInt64(20), row.GetInt64(21));

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static long? Number(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
