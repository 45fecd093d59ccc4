using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>One document that a caller wants to bring further.</summary>
/// <param name="Document">The document.</param>
/// <param name="Action">The next action, by its English name; empty where the caller named none.</param>
/// <param name="Extra">What else the action needs.</param>
internal sealed record TransferItem(string Document, string Action, ConnectorRecord Extra)
{
    public string? Organisation { get; init; }

    /// <summary>Reads the items of a call: records with document, organisation, nextAction and extra, or ids that take the call's action and extra.</summary>
    public static IReadOnlyList<TransferItem> Read(object? items, string? action, object? extra)
    {
        var common = CallFields.Record(extra, "extra");
        var all = CallFields.Rows(items).Select((item, at) => item switch
        {
            ConnectorRecord record => Of(record, at, action, common),
            string document when document.Trim().Length > 0 => new TransferItem(document.Trim(), ActionOf(action), common),
            _ => throw Wrong(at),
        }).ToList();
        return all.Count > 0 ? all : throw Wrong(0);
    }

    private static TransferItem Of(ConnectorRecord record, int at, string? action, ConnectorRecord common)
    {
        var document = record.TextOf("document", "object", "reference", "Ссылка", "Документ") ?? throw Wrong(at);
        var extra = record.ValueOf("extra", "ДополнительныеПараметры");
        return new TransferItem(document, ActionOf(record.TextOf("nextAction", "action", "ДальнейшееДействие") ?? action), extra is null ? common : CallFields.Record(extra, $"items[{at}].extra"))
        {
            Organisation = record.TextOf("organisation", "fsrarId", "Организация"),
        };
    }

    private static string ActionOf(string? text) => string.IsNullOrWhiteSpace(text) ? "" : EgaisNames.ActionOf(text) ?? text.Trim();

    private static ConnectorException Wrong(int at) =>
        new(new ConnectorError(ConnectorErrorCode.InvalidArguments, $"Item {at + 1} names no document. Give ids, or records with document, organisation and nextAction.")
        {
            MessageRu = $"Элемент {at + 1} не называет документ. Передайте идентификаторы или записи с document, organisation и nextAction.",
            Offenders = [$"items[{at}]: document is missing"],
        });
}
