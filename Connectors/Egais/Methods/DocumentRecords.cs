using System.Text;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>Document cards and protocol entries as records.</summary>
internal static class DocumentRecords
{
    public static ConnectorRecord Of(EgaisDocument card, DocumentState state, bool withPayload)
    {
        var record = new ConnectorRecord
        {
            { "document", card.Id }, { "kind", card.Kind.ToString() }, { "fsrarId", card.FsrarId }, { "number", card.Number }, { "date", card.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) },
            { "identity", card.Identity }, { "regId", card.RegId }, { "registrationDate", card.RegistrationDate },
        };
        foreach (var field in ChangeRecords.Of(state))
        {
            if (field.Key is not ("object" or "kind" or "organisation")) record[field.Key] = field.Value;
        }

        record["nextActions"] = state.Actions.ToList<object?>();
        if (!withPayload) return record;
        record["positions"] = card.Payload["positions"];
        record["payload"] = new ConnectorRecord(card.Payload.Where(field => field.Key != "positions"));
        return record;
    }

    public static ConnectorRecord Of(ProtocolRecord entry, bool withXml)
    {
        var record = new ConnectorRecord
        {
            { "at", entry.At }, { "object", entry.Document }, { "message", entry.MessageId }, { "operation", entry.Operation }, { "incoming", entry.Incoming }, { "format", entry.Format }, { "stage", entry.Stage?.ToString() },
            { "fact", entry.Fact?.Kind.ToString() }, { "status", entry.Fact?.Status }, { "errorText", entry.Fact?.Error is { } error ? ChangeRecords.TextOf(error) : "" }, { "errorCode", entry.Fact?.Error?.Reason ?? "" },
            { "requestId", entry.RequestId }, { "description", entry.Description }, { "user", entry.User },
        };
        if (withXml) record["xml"] = entry.Payload is { } payload ? Encoding.UTF8.GetString(payload) : null;
        return record;
    }
}
