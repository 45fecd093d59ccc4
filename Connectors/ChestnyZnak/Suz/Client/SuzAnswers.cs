using System.Text.Json;

namespace Connectors.ChestnyZnak;

/// <summary>Makes the station's answers into what they say.</summary>
internal static class SuzAnswers
{
    public static SuzBuffer Buffer(JsonElement at) => new(at.Text("gtin") ?? "", at.Text("bufferStatus") ?? "")
    {
        Total = at.Whole("totalCodes") ?? -1,
        Passed = at.Whole("totalPassed") ?? -1,
        Available = at.Whole("availableCodes") ?? -1,
        Left = at.Whole("leftInBuffer") ?? -1,
        RejectionReason = at.Text("rejectionReason"),
        ExpiresAt = at.Moment("expiredDate"),
        ProductionOrderId = at.Text("productionOrderId"),
        CisType = at.Text("cisType"),
    };

    public static SuzOrderInfo Order(JsonElement at) => new(at.Text("orderId") ?? "", at.Text("orderStatus") ?? "")
    {
        CreatedAt = at.Moment("createdTimestamp"),
        ProductGroup = at.Text("productGroup") ?? "",
        DeclineReason = at.Text("declineReason"),
        ProductionOrderId = at.Text("productionOrderId"),
        Buffers = [.. at.Items("buffers").Select(Buffer)],
    };

    /// <summary>The codes of an answer; null when it is not whole.</summary>
    public static SuzCodes? Codes(JsonElement at)
    {
        if (at.Text("blockId") is not { Length: > 0 } blockId || at.Field("codes") is not { ValueKind: JsonValueKind.Array } list) return null;
        var codes = new List<string>(list.GetArrayLength());
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String) return null;
            codes.Add(item.GetString()!);
        }

        return new SuzCodes(blockId, codes);
    }

    public static SuzBlock Block(JsonElement at) => new(at.Text("blockId") ?? "", at.Moment("blockDateTime"), at.Whole("quantity") ?? -1);

    public static SuzWaiting Waiting(JsonElement at) => new(at.Text("docId") ?? "", at.Text("documentType") ?? "")
    {
        ProductGroup = at.Text("productGroup") ?? "",
        State = at.Text("status") ?? "",
        At = at.Moment("createdTimestamp"),
        Content = at.Text("content") is { } content ? Convert.FromBase64String(content) : [],
    };

    /// <summary>The list of codes in the document of a processed report; its content is JSON in a string.</summary>
    public static IReadOnlyList<SuzVerdictOfCode> Verdicts(JsonElement at)
    {
        if (at.Text("content") is not { Length: > 0 } content) return [];
        using var inner = JsonDocument.Parse(content);
        var list = inner.RootElement.Field("cislist") ?? inner.RootElement.Field("cisList") ?? inner.RootElement.Field("codes") ?? inner.RootElement;
        return [.. list.Items().Select(Verdict)];
    }

    private static SuzVerdictOfCode Verdict(JsonElement at) => at.ValueKind == JsonValueKind.String
        ? new SuzVerdictOfCode(at.GetString()!, 0, null)
        : new SuzVerdictOfCode(at.Text("cis") ?? "", (int)(at.Whole("code") ?? 0), at.Text("description"));
}
