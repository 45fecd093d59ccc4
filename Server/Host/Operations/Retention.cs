using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Server.Storage;
using ServerJobs;
using ServerJobs.Background;

namespace Server.Operations;

/// <summary>The server's own operation: removes runs of jobs, replay keys, and what background operations left behind, that are over their time. An ordinary job calls it once a day.</summary>
internal sealed class Retention(IJobStore jobs, SqlReplayStore replays, IBackgroundStore background, TimeSpan keepRuns, int keepRunsPerJob, TimeProvider time)
{
    public const string Name = "RemoveOldRecords";

    public static ConnectorMethodInfo Info { get; } = new("", Name);

    public static bool Is(string operation) => operation.Trim().Equals(Name, StringComparison.OrdinalIgnoreCase);

    public async ValueTask<InvokeResult> RunAsync(CancellationToken cancellationToken) => InvokeResult.Ok(new ConnectorRecord
    {
        { "runs", (long)await jobs.PruneAsync(time.GetUtcNow() - keepRuns, keepRunsPerJob, cancellationToken) },
        { "replayKeys", (long)await replays.RemoveExpiredAsync(cancellationToken) },
        { "background", (long)await background.RemoveExpiredAsync(time.GetUtcNow(), cancellationToken) },
    });
}
