using System.Text.Json;
using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>Documents are handed in here.</summary>
internal static class DocumentMethods
{
    private const int MostBytes = 30 * 1024 * 1024;

    public static IReadOnlyList<Route> Routes { get; } = [new("v3", "POST", "lk/documents/create", Create)];

    private static Reply Create(Call call)
    {
        var group = call.NeedGroup();
        var body = call.Object();
        var format = body.Need("document_format");
        var type = body.Need("type");
        var content = Bytes(body.Need("product_document"), "product_document");
        if (format is not ("MANUAL" or "XML" or "CSV")) throw new RefusalException(400, $"Неизвестный формат документа {format}");
        if (content.Length > MostBytes) throw new RefusalException(400, "Размер документа превышает 30 МБ");
        DocumentTypes.Check(type, group);
        CheckSecond(call, body, type);
        if (format == "MANUAL" && !IsObject(content)) throw new RefusalException(400, "Документ не является объектом JSON");
        call.Cms.NeedDetached(body.Need("signature"), content, 422, 422);
        var document = Accept(call, group, format, type, content);
        call.World.Documents.Put(document);
        var id = call.Options.DocumentIdInQuotes ? $"\"{document.Number}\"" : document.Number;
        return Reply.Text(id, call.Options.CreatedStatus);
    }

    private static TrueDocument Accept(Call call, string group, string format, string type, byte[] content)
    {
        var now = call.World.Now;
        return new TrueDocument
        {
            Number = Number(call, type, content),
            Type = type,
            ProductGroup = group,
            Format = format,
            SenderInn = call.Own.Inn,
            ReceiverInn = type == "LP_SHIP_GOODS" ? JsonNode.Parse(content).Text("receiver_inn") : null,
            Content = content,
            Created = now,
            DueAt = now + call.Options.DocumentDelay,
            VisibleAt = now + call.Options.DocumentVisibility,
        };
    }

    // Documents of the electronic flow are called by the name of their file.
    private static string Number(Call call, string type, byte[] content)
    {
        if (!DocumentTypes.IsTransfer(type) && type != "FIXATION") return Guid.NewGuid().ToString();
        var file = TransferXml.FileName(content) ?? throw new RefusalException(400, "В документе нет атрибута ИдФайл");
        var number = type == "FIXATION" || type.EndsWith("_FIX", StringComparison.Ordinal) ? $"FIX_{file}" : file;
        return call.World.Documents.Find(number) is null ? number : throw new RefusalException(400, $"Документ {number} уже загружен");
    }

    private static void CheckSecond(Call call, JsonObject body, string type)
    {
        var (second, signature) = (body.Text("second_product_document"), body.Text("second_signature"));
        if (second is null && signature is null) return;
        if (!DocumentTypes.IsTransfer(type)) throw new RefusalException(400, "Поля second_product_document и second_signature допустимы только для УПД");
        call.Cms.NeedDetached(body.Need("second_signature"), Bytes(body.Need("second_product_document"), "second_product_document"), 422, 422);
    }

    internal static byte[] Bytes(string base64, string field)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : throw new RefusalException(400, $"Поле {field} не является base64");
    }

    private static bool IsObject(byte[] content)
    {
        try
        {
            return JsonNode.Parse(content) is JsonObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
