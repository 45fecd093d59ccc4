using Microsoft.Extensions.Logging;

namespace Connectors.ChestnyZnak;

/// <summary>The log records of the order station.</summary>
internal static partial class SuzLog
{
    [LoggerMessage(4801, LogLevel.Information, "Codes of the profile {OmsId}: {Orders} orders, {Portions} portions, {Codes} codes, {Recovered} blocks recovered, {Failed} failures")]
    public static partial void Fetched(ILogger logger, string omsId, int orders, int portions, long codes, int recovered, int failed);

    [LoggerMessage(4802, LogLevel.Warning, "Codes of the profile {OmsId}: {Warning}")]
    public static partial void Warned(ILogger logger, string omsId, string warning);

    [LoggerMessage(4804, LogLevel.Warning, "Block {BlockId} of order {OrderId}, product {Gtin} could not be stored; it is kept at hand and stored again in {Pause}")]
    public static partial void StoredAgain(ILogger logger, Exception failure, string blockId, string orderId, string gtin, TimeSpan pause);

    [LoggerMessage(4805, LogLevel.Error, "Block {BlockId} of order {OrderId}, product {Gtin} could not be stored in {Time}; the next run reads it from the station again")]
    public static partial void NotStored(ILogger logger, Exception failure, string blockId, string orderId, string gtin, TimeSpan time);

    [LoggerMessage(4806, LogLevel.Error, "Codes of the profile {OmsId}: the store failed at order {OrderId}")]
    public static partial void StoreFailed(ILogger logger, Exception failure, string omsId, string orderId);

    [LoggerMessage(4803, LogLevel.Information, "Tails of codes: {Looked} looked at, {Cleaned} cleaned, {Kept} kept, {Conflicts} in conflict, {Unreadable} unreadable")]
    public static partial void Cleaned(ILogger logger, long looked, long cleaned, long kept, long conflicts, long unreadable);
}
