using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Server.Storage;

namespace Server.Events;

/// <summary>What a handler is given: settled when the event is raised, and the same at every attempt.</summary>
internal static class EventArguments
{
    /// <summary>The event of a document that came as finished.</summary>
    public const string Completed = "documentCompleted";

    /// <summary>The events a completed document raises, one for each handler.</summary>
    public static IReadOnlyList<DocumentEvent> RaisedBy(StoredDocument document, EventsConfig config, string? userId, string? deviceId, DateTimeOffset now) =>
        [.. config.DocumentCompleted.Select(handler => new DocumentEvent(Guid.CreateVersion7(now).ToString(), document.Id, Completed, handler.ToString(), Of(handler, config, document, userId, deviceId)) { UserId = userId, DeviceId = deviceId })];

    /// <summary>The call of an event.</summary>
    public static InvokeArgs CallOf(DocumentEvent raised, ConnectorCall handler, long attempt) =>
        new(handler.ConnectorId, "", handler.Text, [.. raised.Arguments.Select(field => new InvokeArg("", field.Value))])
        {
            // The other side knows a repeat by this id.
            RequestId = raised.Id,
            Caller = new InvokeCaller(CallOrigin.Event)
            {
                Source = raised.Event,
                UserId = raised.UserId,
                DeviceId = raised.DeviceId,
                DocumentId = raised.DocumentId,

                // The server's own memory of request ids must not answer a repeat with the failure before it.
                ApiKeyId = $"event, attempt {attempt}",
            },
        };

    private static ConnectorRecord Of(ConnectorCall handler, EventsConfig config, StoredDocument document, string? userId, string? deviceId)
    {
        // An operation receives the document itself, every other handler its id.
        var operation = handler.ConnectorId.Equals(ConnectorCall.ServerOperations, StringComparison.OrdinalIgnoreCase);
        var arguments = new ConnectorRecord { { "document", operation ? document.Content : document.Id }, { "user", userId } };
        if (config.AddSession) arguments.Add("session", SessionXml.Of(userId, deviceId, document));
        return arguments;
    }
}
