using Cleverence.Connectivity;
using Cleverence.Connectivity.Marking;

namespace Connectors.ChestnyZnak;

/// <summary>Compares the station's portions with ours and reads again what is missing. It works only while the product is not closed.</summary>
internal sealed class BlockReconciliation(ISuzClient client, IMarkingCodeStore codes, BlockKeeper keeper)
{
    /// <summary>Reads and stores every portion that is not here.</summary>
    /// <param name="turn">The run.</param>
    /// <param name="order">The sub-order.</param>
    /// <param name="intentId">An intent that a missing portion answers.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ConnectorException"><c>Rejected</c>: the product is closed.</exception>
    public async Task<BlocksRead> ReadAsync(FetchTurn turn, SubOrder order, string? intentId, CancellationToken cancellationToken)
    {
        await turn.HoldAsync(false, cancellationToken).ConfigureAwait(false);
        var listed = await client.BlocksAsync(turn.Station, order.OrderId, order.Gtin, cancellationToken).ConfigureAwait(false);
        var stored = (await codes.BlocksAsync(order.OrderId, order.Gtin, cancellationToken).ConfigureAwait(false)).ToDictionary(block => block.BlockId, block => block.Quantity, StringComparer.Ordinal);
        var missing = listed.Where(block => !stored.ContainsKey(block.BlockId)).OrderBy(block => block.At ?? DateTimeOffset.MaxValue).ToList();
        for (var at = 0; at < missing.Count; at++)
        {
            // The last one closes the intent: broken off before it, the next run begins here again.
            order = await ReadOneAsync(turn, order, missing[at], at == missing.Count - 1 ? intentId : null, cancellationToken).ConfigureAwait(false);
        }

        foreach (var block in listed.Where(block => block.Quantity >= 0 && stored.TryGetValue(block.BlockId, out var here) && here != block.Quantity))
        {
            if (stored[block.BlockId] + await keeper.AsideAsync(block.BlockId, cancellationToken).ConfigureAwait(false) == block.Quantity) continue;
            order = await keeper.AttentionAsync(turn, order, ($"block {block.BlockId} holds {block.Quantity} codes at the station and {stored[block.BlockId]} here", $"в блоке {block.BlockId} на станции {block.Quantity} кодов, а здесь {stored[block.BlockId]}"), cancellationToken).ConfigureAwait(false);
        }

        return new BlocksRead(order, missing.Count, listed.Sum(block => Math.Max(0, block.Quantity)));
    }

    private async Task<SubOrder> ReadOneAsync(FetchTurn turn, SubOrder order, SuzBlock block, string? intentId, CancellationToken cancellationToken)
    {
        await turn.HoldAsync(false, cancellationToken).ConfigureAwait(false);
        var again = await client.RetryAsync(turn.Station, block.BlockId, cancellationToken).ConfigureAwait(false);
        if (again.BlockId != block.BlockId) throw new ConnectorException(Other(block.BlockId));
        var (after, _) = await keeper.StoreAsync(turn, order, again, block.Quantity, intentId, cancellationToken).ConfigureAwait(false);
        turn.Report.Recovered++;
        return block.Quantity >= 0 && again.Codes.Count < block.Quantity
            ? await keeper.AttentionAsync(turn, after, ($"block {block.BlockId} holds {block.Quantity} codes, and {again.Codes.Count} came", $"в блоке {block.BlockId} {block.Quantity} кодов, а пришло {again.Codes.Count}"), cancellationToken).ConfigureAwait(false)
            : after;
    }

    private static ConnectorError Other(string blockId) => new(ConnectorErrorCode.Unavailable, $"The order station answered the question for block {blockId} with another block. It is asked again later.")
    {
        MessageRu = $"На запрос блока {blockId} станция вернула другой блок. Запрос будет повторён позже.",
        Reason = ZnakReasons.Unreadable,
        Retryable = true,
    };
}
