using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>Changes and states as records, under the names that accounting systems know them by.</summary>
internal static class ChangeRecords
{
    /// <summary>One change.</summary>
    public static ConnectorRecord Of(ExchangeChange change) => Of(change, null);

    /// <summary>One change, and what is known of its message.</summary>
    public static ConnectorRecord Of(ExchangeChange change, ExchangeMessage? message) => new()
    {
        { "fsrarId", change.Organisation },
        { "organisation", change.Organisation },
        { "operation", change.Operation },
        { "formatVersion", message is null ? null : VersionOf(message.Content.Format) },
        { "purpose", change.Purpose },
        { "object", change.Document },
        { "baseDocument", change.BaseDocument },
        { "errorText", change.Error is null ? "" : TextOf(change.Error) },
        { "errorCode", change.Error?.Reason ?? change.Error?.Code.ToString() ?? "" },
        { "error", change.Error is null ? null : Of(change.Error) },
        { "prepared", change.Prepared },
        { "transferredToUtm", change.Sent },
        { "sent", change.Sent },
        { "accepted", change.Received },
        { "outgoingMessageId", change.MessageId },
        { "incomingMessageId", change.IncomingId },
        { "requestId", message?.RequestId },
        { "message", change.MessageId },
        { "objectChanged", change.NewStatus is not null },
        { "newState", change.NewStatus },
        { "newStatus", change.NewStatus is { } status ? EgaisNames.StatusRu(status) : null },
        { "newStatusEn", change.NewStatus },
        { "newActions", change.NewActions.Select(EgaisNames.ActionRu).ToList<object?>() },
        { "newActionsEn", change.NewActions.ToList<object?>() },
        { "stage", change.Stage?.ToString() },
    };

    // Documents without a generation are the same for everybody.
    private static string VersionOf(string format)
    {
        var bare = DocTypes.Bare(format);
        return format.Length > bare.Length ? format[(bare.Length + 1)..].ToUpperInvariant() : "";
    }

    /// <summary>The state of a document.</summary>
    public static ConnectorRecord Of(DocumentState state) => new()
    {
        { "object", state.Document },
        { "kind", state.Kind },
        { "organisation", state.Organisation },
        { "operation", state.Operation },
        { "state", state.Status },
        { "status", EgaisNames.StatusRu(state.Status) },
        { "statusEn", state.Status },
        { "actions", state.Actions.Select(EgaisNames.ActionRu).ToList<object?>() },
        { "actionsEn", state.Actions.ToList<object?>() },
        { "isError", state.IsError },
        { "errorText", state.Error is null ? "" : TextOf(state.Error) },
        { "errorCode", state.Error?.Reason ?? "" },
        { "error", state.Error is null ? null : Of(state.Error) },
        { "changedAt", state.ChangedAt },
    };

    public static ConnectorRecord Of(ConnectorError error) => new()
    {
        { "code", error.Code.ToString() },
        { "reason", error.Reason },
        { "message", error.Message },
        { "messageRu", error.MessageRu },
        { "inDoubt", error.InDoubt },
        { "offenders", error.Offenders.ToList<object?>() },
    };

    /// <summary>The error's text as people search by it: the registry's own words to the last letter, although an error's sentence is a short one.</summary>
    public static string TextOf(ConnectorError error) => error is { Detail: { } own, MessageRu: { } shown } && new ConnectorError(error.Code, own).Message == shown ? own : error.MessageRu ?? error.Message;
}
