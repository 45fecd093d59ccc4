namespace Cleverence.Connectivity;

/// <summary>An error as a record, for those who keep outcomes.</summary>
internal static class ErrorRecords
{
    public static ConnectorRecord Of(ConnectorError error) => new()
    {
        { "code", error.Code.ToString() },
        { "message", error.Message },
        { "messageRu", error.MessageRu },
        { "reason", error.Reason },
        { "target", error.Target },
        { "detail", error.Detail },
        { "offenders", error.Offenders.ToList<object?>() },
        { "retryable", error.Retryable },
        { "inDoubt", error.InDoubt },
        { "retryAfter", error.RetryAfter?.Ticks },
    };

    public static ConnectorError ToError(ConnectorRecord error) => new(Enum.Parse<ConnectorErrorCode>((string)error["code"]!), (string)error["message"]!)
    {
        MessageRu = (string?)error["messageRu"],
        Reason = (string?)error["reason"],
        Target = (string?)error["target"],
        Detail = (string?)error["detail"],
        Offenders = [.. ((IReadOnlyList<object?>)error["offenders"]!).Cast<string>()],
        Retryable = (bool)error["retryable"]!,
        InDoubt = (bool)error["inDoubt"]!,
        RetryAfter = error["retryAfter"] is long ticks ? TimeSpan.FromTicks(ticks) : null,
    };
}
