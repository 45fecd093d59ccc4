using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Exchange;
using Server.Storage;
using ServerJobs;
using ServerJobs.Background;

namespace Server.Operations;

/// <summary>Removes runs of jobs, replay keys, ended exchanges, and what background operations left behind, that are over their time. An ordinary job calls it once a day.</summary>
internal sealed class Retention(IJobStore jobs, SqlReplayStore replays, IBackgroundStore background, IExchangeStore exchange, RetentionTimes times, TimeProvider time) : IOwnOperation
{
    public const string Name = "RemoveOldRecords";
    private const int Portion = 1000;

    // Below the limit of a call: what is left then is removed by the next run.
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(15);

    public ConnectorMethodInfo Info { get; } = new("", Name);

    public static bool Is(string operation) => operation.Trim().Equals(Name, StringComparison.OrdinalIgnoreCase);

    public async ValueTask<InvokeResult> RunAsync(InvokeArgs args, CancellationToken cancellationToken) => InvokeResult.Ok(new ConnectorRecord
    {
        { "runs", (long)await jobs.PruneAsync(time.GetUtcNow() - times.Runs, times.RunsPerJob, cancellationToken) },
        { "replayKeys", (long)await replays.RemoveExpiredAsync(cancellationToken) },
        { "background", (long)await background.RemoveExpiredAsync(time.GetUtcNow(), cancellationToken) },
        { "exchange", await ExchangeAsync(cancellationToken) },
    });

    private async ValueTask<long> ExchangeAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - times.Exchange;
        var started = time.GetTimestamp();
        var removed = 0L;
        for (var count = 1; count > 0 && time.GetElapsedTime(started) < Budget; removed += count) count = await exchange.RemoveOldAsync(before, Portion, cancellationToken);
        return removed;
    }
}
