using System.Data;
using System.Data.Common;
using ServerJobs;

namespace Server.Storage;

/// <summary>Writes how far jobs are, for all jobs of a dense schedule at once: so the statement is parsed once.</summary>
internal static class JobStateWriter
{
    private static readonly HotStatement Progress = new(
        JobSql.SaveProgress,
        [
            ("@JobId", DbType.String),
            .. new[] { "@LastPlannedAt", "@Skips", "@Misses", "@LastStartedAt", "@LastEndedAt", "@Repeats" }.Select(name => (name, DbType.Int64)),
        ]);

    public static int Save(DbConnection connection, JobProgress progress) => Progress.Execute(
        connection,
        progress.JobId, UnixTime.Of(progress.LastPlannedAt), progress.Skips, progress.Misses, UnixTime.Of(progress.LastStartedAt), UnixTime.Of(progress.LastEndedAt), (long)progress.Repeats);
}
