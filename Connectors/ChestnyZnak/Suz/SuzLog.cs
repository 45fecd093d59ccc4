using Microsoft.Extensions.Logging;

namespace Connectors.ChestnyZnak;

/// <summary>The log records of the order station.</summary>
internal static partial class SuzLog
{
    [LoggerMessage(4801, LogLevel.Information, "Codes of the profile {OmsId}: {Orders} orders, {Portions} portions, {Codes} codes, {Recovered} blocks recovered, {Failed} failures")]
    public static partial void Fetched(ILogger logger, string omsId, int orders, int portions, long codes, int recovered, int failed);

    [LoggerMessage(4802, LogLevel.Warning, "Codes of the profile {OmsId}: {Warning}")]
    public static partial void Warned(ILogger logger, string omsId, string warning);

    [LoggerMessage(4803, LogLevel.Information, "Tails of codes: {Looked} looked at, {Cleaned} cleaned, {Kept} kept, {Conflicts} in conflict, {Unreadable} unreadable")]
    public static partial void Cleaned(ILogger logger, long looked, long cleaned, long kept, long conflicts, long unreadable);
}
