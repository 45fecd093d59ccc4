using System.Globalization;
using Cleverence.Connectivity.Marking;

namespace Connectors.ChestnyZnak;

/// <summary>Proves by receipts which portions of a closed order never came. Receipts name codes without their check part, so these cannot be printed.</summary>
internal sealed class LossProof(ISuzClient client, IMarkingCodeStore codes, SubOrders subOrders)
{
    private const string Taking = "GET_CODES";
    private const int Shown = 5;

    /// <summary>The portions of a sub-order that receipts tell of and that are not here.</summary>
    public async Task<IReadOnlyList<SuzReceipt>> MissingAsync(FetchTurn turn, SubOrder order, CancellationToken cancellationToken)
    {
        await turn.HoldAsync(false, cancellationToken).ConfigureAwait(false);
        var receipts = await client.SearchReceiptsAsync(turn.Station, new SuzReceiptFilter { OrderIds = [order.OrderId], Workflows = [Taking] }, cancellationToken).ConfigureAwait(false);
        var stored = await StoredAsync(order, cancellationToken).ConfigureAwait(false);

        // A failed taking handed nothing out. A receipt that names no product may be of this one.
        return [.. receipts.Where(receipt => receipt.State != 1 && receipt.ResultDocId.Length > 0 && receipt.QuantityOf(order.Gtin) != 0 && !stored.Contains(receipt.ResultDocId))];
    }

    /// <summary>The proof in one sentence.</summary>
    public static (string En, string Ru) Tell(SubOrder order, long received, IReadOnlyList<SuzReceipt> missing)
    {
        var passed = order.Passed < 0 ? "?" : order.Passed.ToString(CultureInfo.InvariantCulture);
        var list = string.Join(", ", missing.Take(Shown).Select(receipt => Told(receipt, order.Gtin)));
        if (missing.Count > Shown) list += $" (+{missing.Count - Shown})";
        return missing.Count > 0
            ? ($"it is closed with {passed} codes handed out and {received} here; receipts prove what never came: {list}; reprint these in the personal account or order anew", $"закрыт: выдано {passed}, получено {received}; квитанции доказывают, что не пришло: {list}; перепечатайте их через личный кабинет или закажите заново")
            : ($"it is closed with {passed} codes handed out and {received} here, and no receipt tells of the rest; look in the personal account", $"закрыт: выдано {passed}, получено {received}, а квитанций об остальных нет; проверьте в личном кабинете");
    }

    private static string Told(SuzReceipt receipt, string gtin)
    {
        var quantity = receipt.QuantityOf(gtin);
        var source = receipt.Source.Length == 0 ? "" : $", {receipt.Source}";
        return string.Create(CultureInfo.InvariantCulture, $"{receipt.ResultDocId} ({(quantity < 0 ? "?" : quantity)}{source})");
    }

    private async Task<HashSet<string>> StoredAsync(SubOrder order, CancellationToken cancellationToken)
    {
        var stored = new HashSet<string>(StringComparer.Ordinal);
        var all = await subOrders.OfOrderAsync(order.OrderId, cancellationToken).ConfigureAwait(false);
        foreach (var gtin in all.Select(one => one.Gtin).Append(order.Gtin).Distinct(StringComparer.Ordinal))
        {
            stored.UnionWith((await codes.BlocksAsync(order.OrderId, gtin, cancellationToken).ConfigureAwait(false)).Select(block => block.BlockId));
        }

        return stored;
    }
}
