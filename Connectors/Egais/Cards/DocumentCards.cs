using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cleverence.Connectivity;
using Connectors.Transport;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.Egais;

/// <summary>The document cards as records of the connector.</summary>
internal sealed class DocumentCards(IConnectorRecords records)
{
    private const string DateFormat = "yyyy-MM-dd";
    private const int Page = 100;

    public async ValueTask<EgaisDocument?> FindAsync(string id, CancellationToken cancellationToken) =>
        await records.GetAsync(RecordKinds.Document, id, cancellationToken).ConfigureAwait(false) is { } record ? Read(record) : null;

    public async ValueTask<EgaisDocument> GetAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken).ConfigureAwait(false) ?? throw new ConnectorException(new ConnectorError(ConnectorErrorCode.InvalidArguments, $"There is no document '{id}'. Save it first by EgaisDocuments.Save, or list what is there by EgaisExchange.ListDocuments.")
        {
            MessageRu = $"Документа «{id}» нет. Запишите его (EgaisDocuments.Save) или посмотрите список (EgaisExchange.ListDocuments).",
            Reason = "DOCUMENT_NOT_FOUND",
            Offenders = [$"document: '{id}' is not known"],
        });

    /// <summary>The documents of an organisation with a registry number, or all of it with null.</summary>
    public async ValueTask<IReadOnlyList<EgaisDocument>> ListAsync(string fsrarId, string? regId, string? after, int limit, CancellationToken cancellationToken) =>
        [.. (await records.ListAsync(new RecordQuery(RecordKinds.Document) { Index1 = fsrarId, Index2 = regId, After = after, Limit = limit }, cancellationToken).ConfigureAwait(false)).Select(Read)];

    /// <summary>The newest document with a number of its own and a date.</summary>
    public async ValueTask<EgaisDocument?> FindByNumberAsync(string fsrarId, EgaisDocumentKind kind, string number, DateOnly date, CancellationToken cancellationToken)
    {
        EgaisDocument? found = null;
        for (string? after = null; ;)
        {
            var page = await records.ListAsync(new RecordQuery(RecordKinds.Number) { Index1 = NumberKeyOf(fsrarId, kind, number, date), After = after, Limit = Page }, cancellationToken).ConfigureAwait(false);
            foreach (var named in page)
            {
                // A document that was given another number since has left its old one behind.
                if (await FindAsync(named.Key, cancellationToken).ConfigureAwait(false) is { } card && card.FsrarId == fsrarId && card.Kind == kind && card.Number?.Trim() == number.Trim() && card.Date == date) found = card;
            }

            if (page.Count < Page) return found;
            after = page[^1].Key;
        }
    }

    /// <summary>The writes of a card whose number or date is new: what it is found by goes with it.</summary>
    public static IReadOnlyList<RecordChange> Numbered(EgaisDocument document) => document is { Number: { } number, Date: { } date }
        ? [Change(document), new RecordChange(RecordKinds.Number, document.Id, Encoding.UTF8.GetBytes(number)) { Index1 = NumberKeyOf(document.FsrarId, document.Kind, number, date) }]
        : [Change(document)];

    /// <summary>The write of a card; somebody else's write since it was read is a conflict.</summary>
    public static RecordChange Change(EgaisDocument document)
    {
        var content = new JObject
        {
            ["kind"] = document.Kind.ToString(),
            ["fsrarId"] = document.FsrarId,
            ["number"] = document.Number,
            ["date"] = document.Date?.ToString(DateFormat, CultureInfo.InvariantCulture),
            ["identity"] = document.Identity,
            ["regId"] = document.RegId,
            ["registrationDate"] = document.RegistrationDate,
            ["prepared"] = JObject.FromObject(document.Prepared),
            ["payload"] = JsonValues.ToJson(document.Payload),
        };
        return new RecordChange(RecordKinds.Document, document.Id, Encoding.UTF8.GetBytes(content.ToString(Formatting.None))) { Index1 = document.FsrarId, Index2 = document.RegId, ExpectedVersion = document.Version };
    }

    // Hashed, since numbers may be longer than an index.
    private static string NumberKeyOf(string fsrarId, EgaisDocumentKind kind, string number, DateOnly date) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', fsrarId, kind.ToString(), number.Trim(), date.ToString(DateFormat, CultureInfo.InvariantCulture)))).AsSpan(0, 16));

    private static EgaisDocument Read(StoredRecord record)
    {
        var stored = (JObject)JsonText.Parse(Encoding.UTF8.GetString(record.Content))!;
        return new EgaisDocument(record.Key, Enum.Parse<EgaisDocumentKind>((string)stored["kind"]!), (string)stored["fsrarId"]!)
        {
            Number = (string?)stored["number"],
            Date = (string?)stored["date"] is { } date ? DateOnly.ParseExact(date, DateFormat, CultureInfo.InvariantCulture) : null,
            Identity = (string?)stored["identity"],
            RegId = (string?)stored["regId"],
            RegistrationDate = (string?)stored["registrationDate"],
            Prepared = (stored["prepared"] as JObject)?.Properties().ToDictionary(field => field.Name, field => (int)field.Value) ?? [],
            Payload = (ConnectorRecord?)JsonValues.FromJson(stored["payload"]!) ?? [],
            Version = record.Version,
        };
    }
}
