using System.Text;
using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>Services around transfer documents and till receipts.</summary>
internal static class TransferMethods
{
    private static readonly TimeSpan Between = TimeSpan.FromHours(4);

    public static IReadOnlyList<Route> Routes { get; } =
    [
        new("v3", "POST", "document/reprocess", Reprocess), new("v3", "POST", "doc/validator/create", Validate), new("v3", "POST", "doc/validator/status", Validated),
        new("v3", "GET", "doc/cises", Cises), new("v3", "POST", "receipt/search", Receipts),
    ];

    private static Reply Reprocess(Call call)
    {
        call.NeedGroup();
        var document = Own(call, call.Object().Need("documentId"));
        if (!DocumentTypes.IsTransfer(document.Type)) return Said(400, 20, "Повторная обработка доступна только для УПД");
        if (document.Status is "CHECKED_OK" or "CANCELLED" or "PROCESSING_ERROR" or "IN_PROGRESS") return Said(400, 21, $"Документ в статусе {document.Status} не может быть обработан повторно");
        var next = (document.ProcessedAt ?? document.Created) + Between;
        if (next > call.World.Now) return Said(400, 22, "Повторная обработка возможна не ранее чем через 4 часа", next);
        call.World.Documents.Put(document with { Status = "IN_PROGRESS", Errors = [], DueAt = call.World.Now + call.Options.DocumentDelay });
        return Said(200, 0, "ok");
    }

    private static Reply Said(int status, int code, string description, DateTimeOffset? next = null)
    {
        var body = new JsonObject { ["code"] = code, ["description"] = description };
        if (next is { } at) body["nextTimeToReprocess"] = at.At();
        return Reply.Json(body, status);
    }

    private static Reply Validate(Call call)
    {
        var body = call.Object();
        var id = body.Need("id");
        if (body.Need("documentType") != "UPD" || body.Need("documentFormat") != "XML") throw new RefusalException(400, "Ожидается documentType UPD и documentFormat XML");
        if (call.World.Validations.Find(id) is not null) throw new RefusalException(400, $"Проверка {id} уже создана");
        var content = DocumentMethods.Bytes(body.Need("content"), "content");
        var errors = TransferXml.Read(content) is null
            ? [new DocumentError("1", "Документ не является XML", null)]
            : TransferXml.Codes(content).Where(cis => call.World.CodeOf(cis) is not { InCirculation: true } code || code.OwnerInn != call.Own.Inn).Select(cis => new DocumentError("2", "Код не может быть отгружен", cis)).Take(1000).ToList();
        call.World.Validations.Put(new Validation(id, call.Own.Inn, errors.Count == 0 ? "VERIFIED" : "NOT_VALID", errors, call.World.Now + call.Options.DocumentDelay));
        return Reply.Json(new JsonObject { ["id"] = id });
    }

    private static Reply Validated(Call call)
    {
        var id = call.Object().Need("id");
        if (call.World.Validations.Find(id) is not { } one || one.Inn != call.Own.Inn) return Reply.Json(new JsonObject { ["id"] = id, ["status"] = "NOT_FOUND" });
        if (one.DueAt > call.World.Now) return Reply.Json(new JsonObject { ["id"] = id, ["status"] = "IN_PROGRESS" });
        return Reply.Json(new JsonObject
        {
            ["id"] = id, ["status"] = one.Status, ["errors"] = one.Errors.Select(error => new JsonObject { ["code"] = error.Code, ["description"] = error.Message, ["cis"] = error.Object }).Of(),
        });
    }

    private static Reply Cises(Call call)
    {
        call.NeedGroup("productGroup");
        var document = Own(call, call.Need("documentId"));
        if (DocumentTypes.IsTransfer(document.Type)) throw new RefusalException(400, "Метод доступен только для прямых документов");
        var text = Encoding.UTF8.GetString(document.Content);
        var codes = call.World.Codes.Rows.Where(one => text.Contains(JsonValue.Create(one.Cis).ToJsonString(), StringComparison.Ordinal) || text.Contains($"\"{one.Cis}\"", StringComparison.Ordinal)).Select(one => one.Cis);
        return Reply.Json(new JsonObject { ["documentId"] = document.Number, ["type"] = document.Type, ["cisList"] = codes.Of() });
    }

    private static Reply Receipts(Call call)
    {
        var body = call.Object();
        var filter = body.Part("filter") ?? throw new RefusalException(400, "Не заполнено поле filter");
        var ids = filter.List("transactionIds").Texts("transactionIds");
        var size = (int)(body.Part("pagination").Whole("perPage") ?? 100);
        var from = (int)(body.Part("pagination").Whole("pageToken") ?? 0);
        var period = filter.Part("resultDocDate") ?? filter.Part("sourceDocDate");
        var all = call.World.TillReceipts.Rows.Where(one => one.Inn == call.Own.Inn && (ids.Count == 0 || ids.Contains(one.TransactionId)) && !(period.Text("from").Date() > one.At) && !(period.Text("to").Date() < one.At)).ToList();
        return Reply.Json(new JsonObject
        {
            ["nextPageToken"] = from + size < all.Count ? (from + size).ToString(null, null) : null,
            ["results"] = all.Skip(from).Take(size).Select(one => new JsonObject
            {
                ["transactionId"] = one.TransactionId, ["status"] = one.Status, ["details"] = new JsonObject { ["receiptDateTime"] = one.At.At(), ["fiscalDriveNumber"] = one.FiscalDrive },
            }).Of(),
        });
    }

    private static TrueDocument Own(Call call, string number) => call.World.Documents.Find(number) is { } one && (one.SenderInn == call.Own.Inn || one.ReceiverInn == call.Own.Inn)
        ? one : throw new RefusalException(404, $"Документ {number} не найден");
}
