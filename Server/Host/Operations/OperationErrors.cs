using System.Globalization;
using Cleverence.Connectivity;

namespace Server.Operations;

/// <summary>The errors of server operations, in both languages.</summary>
internal static class OperationErrors
{
    public static ConnectorException WaitedTooLong(OperationHold hold, IReadOnlyList<(string Name, DateTimeOffset Since)> barring, TimeSpan limit, DateTimeOffset now)
    {
        var (holders, holdersRu) = barring.Count == 0
            ? ("operations that came earlier", "операции, пришедшие раньше")
            : (string.Join(", ", barring.Select(other => $"'{other.Name}' ({Seconds(now - other.Since)} s)")), string.Join(", ", barring.Select(other => $"«{other.Name}» ({Seconds(now - other.Since)} с)")));
        return new(new ConnectorError(ConnectorErrorCode.Busy, $"Operation '{hold.Name}' waited {Seconds(limit)} s for: {holders}. Try again later.")
        {
            MessageRu = $"Операция «{hold.Name}» ждала {Seconds(limit)} с; заняли: {holdersRu}. Повторите позже.",
            Retryable = true,
        });
    }

    /// <summary>Without the database nobody knows what runs elsewhere.</summary>
    public static ConnectorException NoShare(OperationHold hold, Exception failure) =>
        new(new ConnectorError(ConnectorErrorCode.Unavailable, $"Operation '{hold.Name}' was not started: the database that keeps the servers' locks does not answer. Try again later.")
        {
            MessageRu = $"Операция «{hold.Name}» не запущена: не отвечает база, в которой серверы хранят блокировки. Повторите позже.",
            Reason = "LOCKS_UNAVAILABLE",
            Retryable = true,
            Detail = failure.ToString(),
        }, failure);

    public static ConnectorException NodeIsSilent(OperationHold hold) =>
        new(new ConnectorError(ConnectorErrorCode.Unavailable, $"Operation '{hold.Name}' was not started: the other servers take this one for gone. Look at its clock and its connection to the database.")
        {
            MessageRu = $"Операция «{hold.Name}» не запущена: другие серверы считают этот отключённым. Проверьте его связь с базой.",
            Reason = "NODE_IS_SILENT",
            Retryable = true,
        });

    public static ConnectorException Circle(OperationHold hold, IReadOnlyList<OperationHold> barring)
    {
        var names = string.Join(", ", barring.Select(other => other.Name).Distinct(StringComparer.OrdinalIgnoreCase));
        return new(new ConnectorError(ConnectorErrorCode.Busy, $"Operation '{hold.Name}' and '{names}' would wait for each other for ever; '{hold.Name}' was not started. Try again later.")
        {
            MessageRu = $"Операции «{hold.Name}» и «{names}» ждали бы друг друга вечно; «{hold.Name}» не запущена. Повторите позже.",
            Retryable = true,
        });
    }

    private static string Seconds(TimeSpan span) => Math.Max(0, Math.Round(span.TotalSeconds, 1)).ToString(CultureInfo.InvariantCulture);
}
