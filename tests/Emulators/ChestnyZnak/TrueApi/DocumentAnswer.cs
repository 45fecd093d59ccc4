using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>A document as lists and doc/info show it.</summary>
internal static class DocumentAnswer
{
    public static JsonObject Row(Call call, TrueDocument document) => new()
    {
        ["number"] = document.Number,
        ["docDate"] = document.Created.At(),
        ["receivedAt"] = (document.ProcessedAt ?? document.Created).At(),
        ["type"] = document.Type,
        ["status"] = document.Status,
        ["senderInn"] = document.SenderInn,
        ["senderName"] = call.World.Organisations.Find(document.SenderInn)?.Name,
        ["receiverInn"] = document.ReceiverInn,
        ["receiverName"] = call.World.Organisations.Find(document.ReceiverInn)?.Name,
        ["invoiceNumber"] = document.InvoiceNumber,
        ["invoiceDate"] = document.InvoiceDate.At(),
        ["relatedDocId"] = document.RelatedDocId,
        ["downloadDesc"] = document.Errors.Count == 0 ? null : "Документ обработан с ошибками",
        ["input"] = document.ReceiverInn == call.Own.Inn && document.SenderInn != call.Own.Inn,
        ["errors"] = document.Errors.Select(one => $"{one.Code}: {one.Message}{(one.Object is null ? "" : $" {one.Object}")}").Of(),
        ["productGroup"] = document.ProductGroup,
        ["productGroupId"] = ProductGroups.NumberOf(document.ProductGroup),
    };

    public static JsonObject Whole(Call call, TrueDocument document)
    {
        var answer = Row(call, document);
        answer["commonErrors"] = document.Errors.Select(one => new JsonObject { ["errorCode"] = one.Code, ["errorMessage"] = one.Message, ["errorObject"] = one.Object }).Of();
        if (call.Ask("content") == "true") answer["content"] = Convert.ToBase64String(document.Content);
        if (call.Ask("body") is null or "true") answer["body"] = document.Lines.Count > 0 ? Transfer(call, document) : document.Format == "MANUAL" && document.Content.Length > 0 ? JsonNode.Parse(document.Content) : null;
        return answer;
    }

    private static JsonObject Transfer(Call call, TrueDocument document)
    {
        var limit = call.Number("limit", 36000, 1, 36000);
        var page = call.Number("pageNumber", 1, 1, int.MaxValue);
        var lines = document.Lines.Index().Skip((page - 1) * limit).Take(limit);
        return new JsonObject
        {
            ["sumNds"] = "0.00",
            ["knd"] = "1115131",
            ["function"] = "СЧФДОП",
            ["sellerInfo"] = Side(call, document.SenderInn),
            ["buyerInfo"] = Side(call, document.ReceiverInn!),
            ["upd"] = document.InvoiceNumber,
            ["updDate"] = document.InvoiceDate.At(),
            ["products"] = lines.Select(line => Product(line.Item, line.Index + 1)).Of(),
            ["productsTotal"] = document.Lines.Count,
        };
    }

    private static JsonObject Side(Call call, string inn) => new()
    {
        ["name"] = call.World.Organisations.Find(inn)?.Name ?? "ООО «Поставщик»", ["inn"] = inn, ["kpp"] = "770001001", ["address"] = "Москва", ["edoOperatorName"] = "Оператор",
    };

    private static JsonObject Product(TransferLine line, int number)
    {
        var product = new JsonObject { ["code"] = line.Code, ["name"] = line.Name, ["codeType"] = line.CodeType, ["strNum"] = number };
        if (line.Gtin is not null) product["gtin"] = line.Gtin;
        if (line.Quantity is not null) product["quantity"] = line.Quantity;
        return product;
    }
}
