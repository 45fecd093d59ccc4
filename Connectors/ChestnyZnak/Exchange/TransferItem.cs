using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>One document that a caller wants to bring further.</summary>
/// <param name="Document">The document.</param>
/// <param name="Action">The next action's code.</param>
/// <param name="Extra">What else the action needs; a payload in it replaces the saved one.</param>
internal sealed record TransferItem(string Document, string Action, ConnectorRecord Extra)
{
    public string? Organisation { get; init; }

    /// <summary>Reads the items of a call: records with document, organisation, nextAction and extra, or texts that name documents.</summary>
    public static IReadOnlyList<TransferItem> Read(object? items) => [.. RecordFields.Rows(items).Select((item, at) => item switch
    {
        ConnectorRecord record => Of(record, at),
        string document when document.Trim().Length > 0 => new TransferItem(document.Trim(), ActionNames.Send, []),
        _ => throw Wrong(at),
    })];

    private static TransferItem Of(ConnectorRecord record, int at) =>
        new(record.Text("document", "object", "reference", "Ссылка", "Документ") ?? throw Wrong(at), ActionNames.CodeOf(record.Text("nextAction", "action", "ДальнейшееДействие") ?? ActionNames.Send), record.Value("extra", "ДополнительныеПараметры") as ConnectorRecord ?? [])
        {
            Organisation = record.Text("organisation", "inn", "Организация"),
        };

    private static ConnectorException Wrong(int at) =>
        new(new ConnectorError(ConnectorErrorCode.InvalidArguments, $"Item {at + 1} names no document. Give records with document, organisation and nextAction.")
        {
            MessageRu = $"Элемент {at + 1} не называет документ. Передайте записи с document, organisation и nextAction.",
            Offenders = [$"items[{at}]: document is missing"],
        });
}
