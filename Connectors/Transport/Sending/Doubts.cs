using Cleverence.Connectivity;

namespace Connectors.Transport;

/// <summary>What later failures of a call do not undo: a change that was made, or may have been made, before them.</summary>
internal static class Doubts
{
    /// <summary>The failure of reading the result of a change that the other side said it has made.</summary>
    public static ConnectorException AfterChange(ConnectorException failure)
    {
        var error = failure.Error;
        return new(error with
        {
            Message = $"{error.Target} carried the request out, but its result could not be read ({error.Reason}). Look there before you send it again.",
            MessageRu = $"{error.Target} выполнил запрос, но результат прочитать не удалось ({error.Reason}). Проверьте, прежде чем повторять.",
            InDoubt = true,
            Retryable = false,
        }, failure.InnerException);
    }

    /// <summary>The failure of a repeat after an attempt that may have had its effect.</summary>
    public static ConnectorException AfterAttempt(ConnectorException failure)
    {
        var error = failure.Error;
        return new(error with
        {
            Message = $"An earlier attempt at {error.Target} may have been carried out; the last one failed ({error.Reason}). Look there before you send it again.",
            MessageRu = $"Прежняя попытка могла быть выполнена в {error.Target}; последняя не удалась ({error.Reason}). Проверьте, прежде чем повторять.",
            InDoubt = true,
            Retryable = false,
        }, failure.InnerException);
    }
}
