using Microsoft.Extensions.Logging;

namespace Connectors.ChestnyZnak;

/// <summary>The log records of the permissive mode. No code, no key.</summary>
internal static partial class PermissiveLog
{
    [LoggerMessage(4831, LogLevel.Error, "The key of the permissive mode of {Inn} is refused: sales are not checked by its hosts; {Cure}")]
    public static partial void KeyRefused(ILogger logger, string inn, string cure);

    [LoggerMessage(4832, LogLevel.Warning, "The host {Host} of the permissive mode does not feel well ({Reason}); it is set aside")]
    public static partial void HostUnwell(ILogger logger, string host, string reason);

    [LoggerMessage(4833, LogLevel.Warning, "The list of hosts names {Host}, which belongs to no domain of permissive.hostDomains; it is left out")]
    public static partial void HostRefused(ILogger logger, string host);

    [LoggerMessage(4834, LogLevel.Warning, "{Errand} of the permissive mode failed: {Reason}. {Message}")]
    public static partial void ErrandFailed(ILogger logger, string errand, string reason, string message);

    [LoggerMessage(4835, LogLevel.Warning, "A check before a sale in {Store}: {Provider} gave no complete answer ({Reason}) for {Codes} codes")]
    public static partial void NotAnswered(ILogger logger, string store, SaleProvider provider, string reason, int codes);

    [LoggerMessage(4836, LogLevel.Warning, "A check before a sale in {Store}: {Codes} codes were decided without a check ({Reason}, {Verdict})")]
    public static partial void Unchecked(ILogger logger, string store, int codes, SaleReason reason, SaleVerdict verdict);

    [LoggerMessage(4837, LogLevel.Error, "The journal of sales without a check could not be written for {Store}: {Reason}. Entries: {Entries}")]
    public static partial void JournalFailed(ILogger logger, string store, string reason, string entries);
}
