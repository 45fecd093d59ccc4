using Cleverence.Connectivity;
using Cleverence.Connectivity.Marking;

namespace Connectors.ChestnyZnak;

/// <summary>What a look-up in the table of codes tells: the row for programs, and one sentence for the person with the handheld.</summary>
internal static class FoundCode
{
    public static ConnectorRecord Of(StoredMarkingCode row)
    {
        var (text, textRu) = Sentence(row.State);
        return new ConnectorRecord
        {
            ["found"] = true, ["text"] = text, ["textRu"] = textRu, ["cis"] = row.Cis, ["gtin"] = row.Gtin, ["serial"] = row.Serial, ["state"] = row.State.ToString(), ["full"] = row.Text != row.Cis,
            ["orderId"] = row.OrderId, ["blockId"] = row.BlockId, ["usedAtSale"] = row.UsedAtSale, ["storedAt"] = row.StoredAt, ["changedAt"] = row.ChangedAt,
        };
    }

    /// <param name="isCode">Whether the text is a marking code at all.</param>
    public static ConnectorRecord Missing(bool isCode) => isCode
        ? new ConnectorRecord { ["found"] = false, ["text"] = "This code is not among ours.", ["textRu"] = "Этого кода нет среди наших." }
        : new ConnectorRecord { ["found"] = false, ["text"] = "This is no marking code. Scan again.", ["textRu"] = "Это не код маркировки. Сканируйте ещё раз." };

    private static (string Text, string TextRu) Sentence(MarkingCodeState state) => state switch
    {
        MarkingCodeState.Issued => ("Our code: received, not printed yet.", "Наш код: получен, ещё не напечатан."),
        MarkingCodeState.Printed => ("Our code: printed, its application is not reported yet.", "Наш код: напечатан, отчёта о нанесении ещё нет."),
        MarkingCodeState.Utilised => ("Our code: on the goods, its application is reported.", "Наш код: нанесён на товар, отчёт передан."),
        MarkingCodeState.Received => ("The code came with a supplier's document.", "Код пришёл с документом поставщика."),
        _ => ("The code is out: withdrawn from circulation or spoiled.", "Код выбыл: выведен из оборота или испорчен."),
    };
}
