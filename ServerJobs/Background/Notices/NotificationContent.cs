using Cleverence.Connectivity;

namespace ServerJobs.Background;

/// <summary>What notifications say: the same members for each kind, so that a client reads them with one piece of code.</summary>
public static class NotificationContent
{
    internal static ConnectorRecord OfMessage(BackgroundOperation operation, UserMessage message) => Of(operation, OperationStatus.Running, [message], null, null);

    internal static ConnectorRecord OfProgress(BackgroundOperation operation, BackgroundProgress progress) => Of(operation, OperationStatus.Running, [], progress, null);

    internal static ConnectorRecord OfEnd(BackgroundOperation ended) => Of(ended, ended.Status, ended.Messages, null, ended.Error);

    internal static ConnectorRecord OfNotice(BackgroundOperation operation, UserNotice notice)
    {
        var content = Of(operation, OperationStatus.Running, [], null, null);
        content.Add("notice", RecordOf(notice));
        return content;
    }

    /// <summary>A message as clients read it.</summary>
    /// <param name="message">The message.</param>
    /// <returns>The record.</returns>
    public static ConnectorRecord RecordOf(UserMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new ConnectorRecord
        {
            { "text", message.Text },
            { "targetId", message.TargetId },
            { "dataKey", message.DataKey },
            { "field", message.Field },
            { "dataPath", message.DataPath },
        };
    }

    /// <summary>Progress as clients read it.</summary>
    /// <param name="progress">The progress.</param>
    /// <returns>The record, or null.</returns>
    public static ConnectorRecord? RecordOf(BackgroundProgress? progress) => progress is null ? null : new ConnectorRecord
    {
        { "percent", (long?)progress.Percent },
        { "text", progress.Text },
        { "extra", progress.Extra },
    };

    /// <summary>An error as it is kept, with both languages; <see cref="ErrorFor"/> makes what a client reads.</summary>
    /// <param name="error">The error.</param>
    /// <returns>The record, or null.</returns>
    public static ConnectorRecord? RecordOf(ConnectorError? error) => error is null ? null : new ConnectorRecord
    {
        { "code", error.Code.ToString() },
        { "reason", error.Reason },
        { "message", error.Message },
        { "messageRu", error.MessageRu },
        { "retryable", error.Retryable },
        { "inDoubt", error.InDoubt },
    };

    /// <summary>The error of a content in one language.</summary>
    /// <param name="error">The record as kept.</param>
    /// <param name="language">A language tag, or null.</param>
    /// <returns>The record for the client.</returns>
    public static ConnectorRecord ErrorFor(ConnectorRecord error, string? language)
    {
        ArgumentNullException.ThrowIfNull(error);
        var russian = language?.StartsWith("ru", StringComparison.OrdinalIgnoreCase) == true;
        return new ConnectorRecord(error.Where(field => field.Key != "messageRu").Select(field =>
            russian && field.Key == "message" ? KeyValuePair.Create(field.Key, error["messageRu"] ?? field.Value) : field));
    }

    private static ConnectorRecord Of(BackgroundOperation operation, OperationStatus status, IReadOnlyList<UserMessage> messages, BackgroundProgress? progress, ConnectorError? error) => new()
    {
        { "status", status.ToString() },
        { "resultAddress", operation.ResultAddress },
        { "messages", messages.Select(RecordOf).ToList<object?>() },
        { "progress", RecordOf(progress) },
        { "error", RecordOf(error) },
    };

    private static ConnectorRecord RecordOf(UserNotice notice) => new()
    {
        { "text", notice.Text },
        { "action", notice.Action },
        { "explanation", notice.Explanation },
        { "picture", notice.Picture },
        { "status", notice.Status.ToString() },
        { "key", notice.Key },
    };
}
