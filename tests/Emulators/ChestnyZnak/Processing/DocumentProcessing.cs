using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>Decides documents when their time has come: all of a document takes effect, or nothing of it.</summary>
internal static class DocumentProcessing
{
    private static readonly Dictionary<string, Action<DocumentDraft>> Kinds = new(StringComparer.Ordinal)
    {
        ["AGGREGATION_DOCUMENT"] = Aggregations.Make,
        ["REAGGREGATION_DOCUMENT"] = Aggregations.Change,
        ["DISAGGREGATION_DOCUMENT"] = Aggregations.Undo,
        ["LP_INTRODUCE_GOODS"] = Circulation.Introduce,
        ["LK_RECEIPT"] = Withdrawals.Withdraw,
        ["LK_RECEIPT_CANCEL"] = Withdrawals.Cancel,
        ["LP_RETURN"] = Withdrawals.Return,
        ["LK_KM_CANCELLATION"] = Circulation.CancelCodes,
        ["WRITE_OFF"] = Withdrawals.WriteOff,
        ["LK_REMARK"] = Circulation.Remark,
        ["CIS_INFORMATION_CHANGE"] = Circulation.ChangeInformation,
        ["CIS_NOTICE"] = Circulation.Notice,
        ["CONNECT_TAP"] = Circulation.ConnectTap,
        ["LP_SHIP_GOODS"] = FurShipments.Ship,
        ["LP_ACCEPT_GOODS"] = FurShipments.Accept,
        ["LP_CANCEL_SHIPMENT"] = FurShipments.Cancel,
    };

    public static void Advance(World world)
    {
        foreach (var one in world.Documents.Rows.Where(one => one.Status == "IN_PROGRESS" && one.DueAt <= world.Now).ToList()) Decide(world, one);
    }

    private static void Decide(World world, TrueDocument document)
    {
        if (document.Format != "MANUAL" || DocumentTypes.IsTransfer(document.Type))
        {
            var read = document.Format != "XML" || TransferXml.Read(document.Content) is not null;
            world.Documents.Put(document with { Status = read ? "CHECKED_OK" : "PARSE_ERROR", ProcessedAt = world.Now });
            return;
        }

        var draft = new DocumentDraft(world, document, (JsonObject)JsonNode.Parse(document.Content)!);
        try
        {
            if (Kinds.TryGetValue(document.Type, out var kind)) kind(draft);
        }
        catch (RefusalException refusal)
        {
            draft.Wrong("1001", refusal.Message);
        }

        var good = draft.Errors.Count == 0;
        if (good) world.Codes.Put([.. draft.Changed]);
        if (good) world.Documents.Put([.. draft.OtherDocuments]);
        world.Documents.Put(document with { Status = good ? draft.GoodStatus : "CHECKED_NOT_OK", Errors = draft.Errors, ProcessedAt = world.Now });
    }
}
