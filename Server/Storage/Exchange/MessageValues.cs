using Cleverence.Connectivity.Exchange;

namespace Server.Storage;

/// <summary>Messages as the values of their statements, in the order of those.</summary>
internal static class MessageValues
{
    public static object?[] Inserted(string connectorId, ExchangeMessage message)
    {
        var content = message.Content;
        return
        [
            connectorId, message.Id, content.Organisation, content.Operation, content.Purpose, content.Station, content.ProductGroup, content.Document, content.DocumentKind, content.BaseDocument,
            content.BaseMessage, content.Action, content.Format, content.LoadAfter, content.LoadBefore, content.SendAfter, Flag(content.NeedsSignature), content.SecondSigner, (long)content.Priority,
            content.OrderingKey, Flag(content.Immediate), content.User, message.Stage.ToString(), message.RequestId, (long)message.Attempt, (long)message.PollNumber, UnixTime.Of(message.NextAttemptAt),
            UnixTime.Of(message.StageSince), UnixTime.Of(message.SentAt), message.Memo, UnixTime.Of(message.CreatedAt), UnixTime.Of(message.ChangedAt), message.Version + 1, ErrorBytes.Write(message.LastError),
            content.Extra.Count == 0 ? null : RecordJson.Write(content.Extra), message.Signature, message.SecondSignature, content.Payload, content.SecondPayload.Length == 0 ? null : content.SecondPayload,
        ];
    }

    public static object?[] Changed(string connectorId, ExchangeMessage message, string? leaseOwner) =>
    [
        message.Stage.ToString(), message.RequestId, (long)message.Attempt, (long)message.PollNumber, UnixTime.Of(message.NextAttemptAt), UnixTime.Of(message.StageSince), UnixTime.Of(message.SentAt),
        message.Memo, UnixTime.Of(message.ChangedAt), ErrorBytes.Write(message.LastError), message.Signature, message.SecondSignature, connectorId, message.Id, message.Version, leaseOwner,
    ];

    private static long Flag(bool set) => set ? 1 : 0;
}
