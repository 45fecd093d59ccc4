using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>Failures of the store that a run outlives: they have no type that a connector knows, so everything counts that is neither an answer nor the end of the call.</summary>
internal static class StoreFailures
{
    /// <summary>The reason of an error that stands for one.</summary>
    public const string Reason = "STORE_FAILED";

    public static bool Is(Exception failure) => failure is not (ConnectorException or OperationCanceledException);

    /// <summary>The error of a failure of a sub-order or a profile.</summary>
    public static ConnectorError ErrorOf(Exception failure) => failure is ConnectorException told ? told.Error : new ConnectorError(ConnectorErrorCode.Unavailable, "The store of this server could not be read or written; the log tells why. The next run goes on; nothing is asked for anew before all is clear.")
    {
        MessageRu = "Хранилище сервера не читается или не пишется, причина в журнале. Следующий запуск продолжит; новые коды не запрашиваются, пока всё не выяснено.",
        Reason = Reason,
        Retryable = true,
    };
}
