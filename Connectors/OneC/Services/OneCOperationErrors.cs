using Cleverence.Connectivity;

namespace Connectors.OneC;

/// <summary>How long operations end badly.</summary>
internal static class OneCOperationErrors
{
    public static ConnectorException Ended(string id, OneCState state, MethodSafety safety, string target)
    {
        var words = OneCWords.Short(state.Message);
        var error = state.IsFailed
            ? new ConnectorError(ConnectorErrorCode.Rejected, words.Length == 0 ? "The operation failed in 1C." : $"The operation failed in 1C: {words}")
            {
                MessageRu = words.Length == 0 ? "Операция в 1С завершилась с ошибкой." : $"Операция в 1С завершилась с ошибкой: {words}",
                Reason = "ONEC_OPERATION_FAILED",
            }
            : new ConnectorError(ConnectorErrorCode.Cancelled, "The operation was cancelled in 1C, or 1C does not know it any more. Look there how far it got.")
            {
                MessageRu = "Операция отменена в 1С, или 1С её уже не помнит. Проверьте там, что успело выполниться.",
                Reason = "ONEC_OPERATION_CANCELLED",
                InDoubt = safety != MethodSafety.Safe,
            };
        return new(error with { Target = target, Detail = OneCWords.Limited($"Operation {id}: {state.Name}. {state.Message}") });
    }

    public static ConnectorException TooLong(string id, TimeSpan limit, MethodSafety safety, string target) =>
        new(new ConnectorError(ConnectorErrorCode.Timeout, $"The operation in 1C did not end within {limit:c} and goes on there. Look for its result before you start it again.")
        {
            MessageRu = $"Операция в 1С не завершилась за {limit:c} и продолжается там. Проверьте её результат, прежде чем запускать снова.",
            Reason = "ONEC_OPERATION_TOO_LONG",
            Target = target,
            InDoubt = safety != MethodSafety.Safe,
            Detail = $"Operation {id}; the limit is longOperationLimit.",
        });
}
