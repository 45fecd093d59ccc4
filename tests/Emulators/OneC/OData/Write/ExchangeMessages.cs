using System.Globalization;
using System.Text.Json.Nodes;

namespace Emulators.OneC;

/// <summary>Changes registered for a node: they are given out under the number of a message until their receipt is told.</summary>
internal static class ExchangeMessages
{
    public static OneCReply Run(string method, OneCRequest request, OneCBase owner)
    {
        if (request.Verb != "POST") throw new ODataException(19, $"{method} вызывается методом POST");
        var node = Node(request, owner);
        var number = Number(request);
        if (method == "NotifyChangesReceived")
        {
            owner.Data.ConfirmChanges(number);
            owner.Effects.Add($"Получение подтверждено {number}");
            return OneCReply.Empty(200);
        }

        owner.Data.Replace("ExchangePlan_Обмен", node, new ODataRow(node) { ["SentNo"] = number });
        var changes = owner.Data.SelectChanges(number).Select(change => (JsonNode)new JsonObject { ["odata.type"] = "StandardODATA." + change.Set, ["Ref_Key"] = change.Key.ToString() });
        return OneCReply.Json(200, new JsonObject { ["value"] = new JsonArray([.. changes]) });
    }

    private static ODataRow Node(OneCRequest request, OneCBase owner)
    {
        var text = request.Query["DataExchangePoint"] ?? throw new ODataException(12, "Не задан аргумент DataExchangePoint");
        if (text is not ['\'', .., '\'']) throw new ODataException(21, $"Неверный аргумент DataExchangePoint: {text}");
        // Callers name the node by its full address, by its address below the root, or by its key; quotes inside may be doubled.
        var inner = text[1..^1].Replace("''", "'", StringComparison.Ordinal);
        var at = inner.LastIndexOf("/ExchangePlan_", StringComparison.Ordinal);
        var segment = ODataSegment.Split(inner[(at + 1)..]) is [{ Arguments: not null } address] ? address : new ODataSegment("ExchangePlan_Обмен", Guid.TryParse(inner, out _) ? $"guid'{inner}'" : inner);
        if (segment.Name != "ExchangePlan_Обмен") throw new ODataException(8, $"План обмена {segment.Name} не найден");
        return ODataKeys.Find(ODataSources.Find(segment.Name, owner), segment);
    }

    private static long Number(OneCRequest request)
    {
        var text = request.Query["MessageNo"] ?? throw new ODataException(12, "Не задан аргумент MessageNo");
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new ODataException(21, $"Неверный аргумент MessageNo: {text}");
    }
}
