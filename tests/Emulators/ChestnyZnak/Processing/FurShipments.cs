using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>Shipments without the electronic flow; furs only.</summary>
internal static class FurShipments
{
    public static void Ship(DocumentDraft draft)
    {
        if (draft.World.Organisations.Find(draft.Body.Need("receiver_inn")) is null) draft.GoodStatus = "WAIT_PARTICIPANT_REGISTRATION";
        else draft.GoodStatus = "WAIT_ACCEPTANCE";
        draft.Body.Need("document_num");
        draft.Body.Need("document_date");
        draft.Body.Need("transfer_date");
        foreach (var row in draft.Rows("products"))
        {
            if (draft.Own(row.Need("uit_code"), "INTRODUCED") is { } code) draft.Change(code with { StatusEx = "WAIT_SHIPMENT" }, "отгрузка");
        }
    }

    public static void Accept(DocumentDraft draft)
    {
        if (Waiting(draft, draft.Body.Need("release_order_number")) is not { } shipment) return;
        if (shipment.ReceiverInn != draft.Document.SenderInn) draft.Wrong("1010", "Отгрузка предназначена другому участнику", shipment.Number);
        foreach (var code in Shipped(draft, shipment)) draft.Change(code with { StatusEx = "EMPTY", OwnerInn = draft.Document.SenderInn }, "приёмка");
        draft.OtherDocuments.Add(shipment with { Status = "ACCEPTED", ProcessedAt = draft.World.Now });
        draft.GoodStatus = "ACCEPTED";
    }

    public static void Cancel(DocumentDraft draft)
    {
        draft.OwnerIs("participant_inn");
        if (Waiting(draft, draft.Body.Need("shipment_number")) is not { } shipment) return;
        if (shipment.SenderInn != draft.Document.SenderInn) draft.Wrong("1010", "Отгрузка принадлежит другому участнику", shipment.Number);
        foreach (var code in Shipped(draft, shipment)) draft.Change(code with { StatusEx = "EMPTY" }, "отмена отгрузки");
        draft.OtherDocuments.Add(shipment with { Status = "CANCELLED", ProcessedAt = draft.World.Now });
    }

    private static TrueDocument? Waiting(DocumentDraft draft, string number)
    {
        var shipment = draft.World.Documents.Find(number);
        if (shipment is { Type: "LP_SHIP_GOODS", Status: "WAIT_ACCEPTANCE" or "WAIT_PARTICIPANT_REGISTRATION" }) return shipment;
        draft.Wrong("1018", "Отгрузка не найдена или уже завершена", number);
        return null;
    }

    private static IEnumerable<MarkedCode> Shipped(DocumentDraft draft, TrueDocument shipment) =>
        JsonNode.Parse(shipment.Content).List("products").Select(row => draft.Now(row.Need("uit_code"))).OfType<MarkedCode>();
}
