using Cleverence.Connectivity;
using Cleverence.Connectivity.Marking;

namespace Connectors.ChestnyZnak;

/// <summary>Orders as callers see them.</summary>
internal static class OrderRecords
{
    public static ConnectorRecord Of(SubOrder order) => new()
    {
        ["organisation"] = order.Inn,
        ["orderId"] = order.OrderId,
        ["gtin"] = order.Gtin,
        ["productGroup"] = order.ProductGroup,
        ["state"] = order.State,
        ["ordered"] = Count(order.Ordered),
        ["passed"] = Count(order.Passed),
        ["received"] = order.Received,
        ["elsewhere"] = order.Elsewhere,
        ["expiresAt"] = order.ExpiresAt,
        ["attention"] = order.Attention,
        ["lastError"] = order.LastError,
        ["closeAsked"] = order.CloseAsked,
        ["final"] = order.Final,
    };

    public static ConnectorRecord Of(SuzBuffer buffer, SubOrder? order, IReadOnlyList<StoredBlock> blocks) => new()
    {
        ["gtin"] = buffer.Gtin,
        ["state"] = buffer.State,
        ["ordered"] = Count(buffer.Total),
        ["passed"] = Count(buffer.Passed),
        ["available"] = Count(buffer.Available),
        ["received"] = blocks.Sum(block => (long)block.Quantity),
        ["blocks"] = (long)blocks.Count,
        ["expiresAt"] = buffer.ExpiresAt,
        ["rejectionReason"] = buffer.RejectionReason,
        ["productionOrderId"] = buffer.ProductionOrderId,
        ["cisType"] = buffer.CisType,
        ["attention"] = order?.Attention,
        ["lastError"] = order?.LastError,
        ["final"] = order?.Final ?? false,
    };

    private static long? Count(long count) => count < 0 ? null : count;
}
