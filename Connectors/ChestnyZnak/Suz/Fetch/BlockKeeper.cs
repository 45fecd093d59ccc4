using Cleverence.Connectivity.Marking;
using Microsoft.Extensions.Logging;

namespace Connectors.ChestnyZnak;

/// <summary>Puts portions into the table of codes, and marks the sub-order when something about them is odd.</summary>
internal sealed class BlockKeeper(IMarkingCodeStore codes, SubOrders subOrders, AsideCodes aside, SuzOptions options, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>How many codes of a sub-order are here: the table's word, which a crash cannot set wrong, and those it could not take.</summary>
    public async Task<long> ReceivedAsync(SubOrder order, CancellationToken cancellationToken) =>
        (await codes.BlocksAsync(order.OrderId, order.Gtin, cancellationToken).ConfigureAwait(false)).Sum(block => (long)block.Quantity) + await AsideAsync(order, cancellationToken).ConfigureAwait(false);

    /// <summary>How many codes of a sub-order are here and not in the table.</summary>
    public Task<long> AsideAsync(SubOrder order, CancellationToken cancellationToken) => aside.CountAsync(order.OrderId, order.Gtin, cancellationToken);

    /// <summary>How many codes of a portion are here and not in the table.</summary>
    public Task<int> AsideAsync(string blockId, CancellationToken cancellationToken) => aside.CountAsync(blockId, cancellationToken);

    /// <summary>Stores a portion.</summary>
    /// <param name="turn">The run.</param>
    /// <param name="order">The sub-order.</param>
    /// <param name="block">The portion as it came.</param>
    /// <param name="most">How many codes it may hold; -1 when not known.</param>
    /// <param name="intentId">The intent it answers, if any.</param>
    /// <param name="cancellationToken">Not for the storing itself.</param>
    /// <returns>The sub-order and how many codes are new.</returns>
    public async Task<(SubOrder Order, int Added)> StoreAsync(FetchTurn turn, SubOrder order, SuzCodes block, long most, string? intentId, CancellationToken cancellationToken)
    {
        var refused = block.Codes.Where(AsideCodes.IsAside).ToList();
        var outcome = await InsistAsync(new CodeBlock(block.BlockId, order.OrderId, order.Gtin, refused.Count == 0 ? block.Codes : [.. block.Codes.Where(code => !AsideCodes.IsAside(code))]), refused, intentId).ConfigureAwait(false);
        turn.Report.Codes += outcome.Added;
        if (refused.Count > 0)
        {
            return (await AttentionAsync(turn, order, ($"in block {block.BlockId} {refused.Count} of {block.Codes.Count} codes cannot be kept in the table: empty, too long or with a zero character; they are set aside", $"в блоке {block.BlockId} {refused.Count} из {block.Codes.Count} кодов нельзя сохранить в таблице: пусты, слишком длинны или с нулевым знаком; они отложены"), cancellationToken).ConfigureAwait(false), outcome.Added);
        }

        if (outcome.Conflicts > 0)
        {
            return (await AttentionAsync(turn, order, ($"block {block.BlockId} brought {outcome.Conflicts} codes that another block had brought before; they are kept aside", $"блок {block.BlockId} принёс {outcome.Conflicts} кодов, уже полученных другим блоком; они отложены"), cancellationToken).ConfigureAwait(false), outcome.Added);
        }

        return CodeChecks.Oddity(order.Gtin, most, block.Codes) is { } odd
            ? (await AttentionAsync(turn, order, ($"in block {block.BlockId} {odd.En}; all are stored", $"в блоке {block.BlockId} {odd.Ru}; все сохранены"), cancellationToken).ConfigureAwait(false), outcome.Added)
            : (order, outcome.Added);
    }

    // The codes are handed out and in our hands: neither a stopping server nor a short trouble of the database may let go of them now. Storing twice changes nothing.
    private async Task<BlockOutcome> InsistAsync(CodeBlock block, List<string> refused, string? intentId)
    {
        var started = time.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                if (refused.Count > 0) await aside.KeepAsync(block.OrderId, block.Gtin, block.BlockId, refused).ConfigureAwait(false);
                return await codes.StoreBlockAsync(block, intentId, CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception failure) when (StoreFailures.Is(failure))
            {
                if (time.GetElapsedTime(started) >= options.StoreTime)
                {
                    SuzLog.NotStored(logger, failure, block.BlockId, block.OrderId, block.Gtin, options.StoreTime);
                    throw;
                }

                SuzLog.StoredAgain(logger, failure, block.BlockId, block.OrderId, block.Gtin, pause);
            }

            await Task.Delay(pause, time, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>Calls a person to a sub-order. The first proof stays.</summary>
    public async Task<SubOrder> AttentionAsync(FetchTurn turn, SubOrder order, (string En, string Ru) what, CancellationToken cancellationToken)
    {
        var text = $"Order {order.OrderId}, product {order.Gtin}: {what.En}.";
        turn.Call(new FetchNote("SUZ_ATTENTION", order.OrderId, order.Gtin, text, $"Заказ {order.OrderId}, товар {order.Gtin}: {what.Ru}."));
        return order.Attention is null ? await subOrders.SaveAsync(order with { Attention = text }, cancellationToken).ConfigureAwait(false) : order;
    }
}
