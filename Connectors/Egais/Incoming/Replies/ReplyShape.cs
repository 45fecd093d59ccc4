using System.Collections.Frozen;
using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>The shape of an answer.</summary>
/// <param name="Kind">Its name without the generation.</param>
/// <param name="RowsName">What its rows are called for callers; null when it has none.</param>
/// <param name="Rows">Where the rows lie.</param>
/// <param name="Row">A row as a record.</param>
internal sealed record ReplyShape(string Kind, string? RowsName, RowShape Rows, Func<XmlPart, ConnectorRecord> Row)
{
    private static readonly ReplyShape[] Tables =
    [
        new("ReplyClient", "clients", new RowShape("Clients", "Client"), ReplyRow.Client),
        new("ReplyAP", "products", new RowShape("Products", "Product"), PartRecords.Of),
        new("ReplyRests", "positions", new RowShape("Products", "StockPosition"), ReplyRow.Position),
        new("ReplyRests_Mini", "positions", new RowShape("Products", "StockPosition"), ReplyRow.Position),
        new("ReplyRestsShop", "positions", new RowShape("Products", "ShopPosition"), ReplyRow.Position),
        new("ReplyRestsShop_Mini", "positions", new RowShape("Products", "ShopPosition"), ReplyRow.Position),
        new("ReplyRestBCode", "marks", new RowShape("MarkInfo", "amc", "ms"), ReplyRow.Mark),
        new("ReplyNoAnswerTTN", "waybills", new RowShape("ttnlist", "NoAnswer"), PartRecords.Of),
        new("ReplyHistForm2", "operations", new RowShape("HistoryF2", "OperationB"), PartRecords.Of),
        new("ReplyParentHistForm2", "steps", new RowShape("ParentHist", "step"), PartRecords.Of),
        new("ReplyHistoryShop", "documents", new RowShape("History", "DocData"), PartRecords.Of),
        new("ReplyBarcode", "marks", new RowShape("Marks", "Mark"), PartRecords.Of),
        Card("ReplyForm1"),
        Card("ReplyForm2"),
        Card("ReplyWriteOffCheque"),
        Card("ReplyClientVersion"),
        Card("RepInformF1Reg"),
    ];

    private static readonly FrozenDictionary<string, ReplyShape> Known = Tables.Select(shape => (Element: shape.Kind, Shape: shape)).Concat(Older()).ToFrozenDictionary(known => known.Element, known => known.Shape);

    /// <summary>The shape of an element; null when it is no answer that is known.</summary>
    public static ReplyShape? Of(string element) => Known.GetValueOrDefault(ElementNames.WithoutGeneration(element));

    private static ReplyShape Card(string kind) => new(kind, null, RowShape.None, PartRecords.Of);

    private static IEnumerable<(string Element, ReplyShape Shape)> Older()
    {
        (string Older, string Kind)[] names = [("ReplyPartner", "ReplyClient"), ("ReplyNATTN", "ReplyNoAnswerTTN"), ("ReplyFormA", "ReplyForm1"), ("ReplyFormB", "ReplyForm2")];
        return names.Select(name => (name.Older, Tables.Single(shape => shape.Kind == name.Kind)));
    }
}
