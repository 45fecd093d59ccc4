using System.Text;
using Cleverence.Connectivity;
using Connectors.Transport;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.ChestnyZnak;

/// <summary>The documents of callers as records of the connector.</summary>
internal sealed class SavedDocuments(IConnectorRecords records)
{
    private const string Kind = "document";

    public async ValueTask<SavedDocument?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var record = await records.GetAsync(Kind, id, cancellationToken).ConfigureAwait(false);
        if (record is null) return null;
        var stored = JsonText.Parse(Encoding.UTF8.GetString(record.Content));
        var payload = (ConnectorRecord)JsonValues.FromJson(stored.Field("payload"))!;
        foreach (var name in stored.Items("binary").Select(item => item.TextOf()!)) payload[name] = Convert.FromBase64String((string)payload[name]!);
        return new SavedDocument(id, stored.Text("inn")!, stored.Text("type")!, stored.Text("group")!, payload) { Parts = [.. stored.Items("parts").Select(part => part.TextOf()!)], Version = record.Version };
    }

    public async ValueTask<SavedDocument> GetAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken).ConfigureAwait(false) ?? throw new ConnectorException(new ConnectorError(ConnectorErrorCode.InvalidArguments, $"There is no document '{id}'. Save it first by Documents.Save.")
        {
            MessageRu = $"Документа «{id}» нет. Сначала запишите его: Documents.Save.",
            Reason = "DOCUMENT_UNKNOWN",
            Offenders = [$"document: '{id}' is not known"],
        });

    public ValueTask KeepAsync(SavedDocument document, CancellationToken cancellationToken) => records.WriteAsync([Change(document)], cancellationToken);

    public static RecordChange Change(SavedDocument document)
    {
        var content = new JObject
        {
            ["inn"] = document.Inn,
            ["type"] = document.Type,
            ["group"] = document.Group,
            ["parts"] = new JArray(document.Parts),
            ["binary"] = new JArray(document.Payload.Where(field => field.Value is byte[]).Select(field => field.Key)),
            ["payload"] = JsonValues.ToJson(DocumentBytes.Dated(document.Payload)),
        };
        return new RecordChange(Kind, document.Id, Encoding.UTF8.GetBytes(content.ToString(Formatting.None))) { Index1 = document.Inn, Index2 = document.Type };
    }
}
