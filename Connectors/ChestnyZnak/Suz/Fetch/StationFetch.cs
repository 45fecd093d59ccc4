using Cleverence.Connectivity;
using Cleverence.Connectivity.Marking;
using Microsoft.Extensions.Logging;

namespace Connectors.ChestnyZnak;

/// <summary>Fetches the codes of one profile under its lock, which holds over all servers.</summary>
internal sealed class StationFetch(IConnectorRecords records, SubOrders subOrders, OrderFetch orders, SuzOptions options, TimeProvider time, ILogger logger)
{
    /// <summary>Puts the pieces together.</summary>
    public static StationFetch Make(ISuzClient client, IMarkingCodeStore codes, IConnectorRecords records, IOrderCloser closer, SuzOptions options, TimeProvider time, ILogger logger)
    {
        var subOrders = new SubOrders(records);
        var keeper = new BlockKeeper(codes, subOrders, new AsideCodes(records), options, time, logger);
        var blocks = new BlockReconciliation(client, codes, keeper);
        var closed = new ClosedOrders(codes, subOrders, keeper, blocks, new LossProof(client, codes, subOrders), options);
        var recovery = new IntentRecovery(client, codes, keeper, blocks, closed, options);
        var portions = new CodePortions(client, codes, subOrders, keeper, blocks, options);
        var ends = new OrderEnds(codes, subOrders, keeper, blocks, closer, options);
        var work = new OrderWork(codes, subOrders, keeper, blocks, portions, ends, closed, options);
        var orders = new OrderFetch(client, codes, subOrders, recovery, new OrderLearning(subOrders, keeper, options), work, new LostOrders(subOrders, keeper, options), logger);
        return new StationFetch(records, subOrders, orders, options, time, logger);
    }

    /// <param name="station">The profile.</param>
    /// <param name="orderId">Only this order, known or not; null for all that are open.</param>
    /// <param name="wanted">How many codes of each product; null for all.</param>
    /// <param name="feedback">Who follows the run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public async Task<StationReport> RunAsync(SuzStation station, string? orderId, long? wanted, ICallFeedback? feedback, CancellationToken cancellationToken)
    {
        await using var lease = await records.TryLeaseAsync(LockOf(station), options.LockTime, cancellationToken).ConfigureAwait(false);
        if (lease is null) return new StationReport(station) { AlreadyRunning = true };
        var turn = new FetchTurn(station, lease, options, time, feedback) { Wanted = wanted };
        var due = orderId is null ? await DueAsync(turn, cancellationToken).ConfigureAwait(false) : [orderId];
        foreach (var order in due)
        {
            if (turn.Over)
            {
                turn.Report.Unfinished = true;
                break;
            }

            if (!await RunOneAsync(turn, order, cancellationToken).ConfigureAwait(false)) break;
        }

        SuzLog.Fetched(logger, station.OmsId, turn.Report.Orders, turn.Report.Portions, turn.Report.Codes, turn.Report.Recovered, turn.Report.Failed);
        foreach (var note in turn.Report.Notes) SuzLog.Warned(logger, station.OmsId, note.Message);
        return turn.Report;
    }

    /// <summary>The lock of a profile: fetching, and what people change about its orders.</summary>
    public static string LockOf(SuzStation station) => $"suz-fetch|{station.OmsId}";

    private async Task<bool> RunOneAsync(FetchTurn turn, string order, CancellationToken cancellationToken)
    {
        try
        {
            await orders.RunAsync(turn, order, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ConnectorException failure)
        {
            turn.Report.Fail(failure.Error, order);

            // Without the lock, or with a token that is refused, no other order would fare better.
            return failure.Error.Reason != FetchTurn.LostReason && failure.Error.Code != ConnectorErrorCode.AccessDenied;
        }
        catch (Exception failure) when (StoreFailures.Is(failure))
        {
            SuzLog.StoreFailed(logger, failure, turn.Station.OmsId, order);
            turn.Report.Fail(StoreFailures.ErrorOf(failure), order);
            return true;
        }
    }

    private async Task<IReadOnlyList<string>> DueAsync(FetchTurn turn, CancellationToken cancellationToken)
    {
        var open = await subOrders.OpenAsync(turn.Station.OmsId, cancellationToken).ConfigureAwait(false);
        return [.. open.Where(order => order.NotBefore is null || order.NotBefore <= turn.Now).Select(order => order.OrderId).Distinct(StringComparer.Ordinal)];
    }
}
