using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>Codes leave circulation and come back.</summary>
internal static class Withdrawals
{
    private static readonly HashSet<string> WithPrice = new(StringComparer.Ordinal) { "RETAIL", "BY_SAMPLES", "DISTANCE", "VENDING", "PACKING" };

    public static void Withdraw(DocumentDraft draft)
    {
        draft.OwnerIs("inn");
        var action = draft.Body.Need("action");
        if (draft.IsAhead(draft.Body.Need("action_date").Date())) draft.Wrong("1014", "Дата вывода в будущем", "action_date");
        if (action == "OTHER") draft.Body.Need("withdrawal_type_other");
        if (draft.Body.Text("document_type") == "OTHER") draft.Body.Need("primary_document_custom_name");
        foreach (var row in draft.Rows("products"))
        {
            if (WithPrice.Contains(action) && row.Whole("product_cost") is null) draft.Wrong("1017", $"Для причины {action} нужна цена", row.Text("cis"));
            if (draft.Own(row.Need("cis"), "INTRODUCED") is { } code) Deep(draft, code, one => one with { Status = Gone(one), WithdrawReason = action }, "вывод из оборота");
        }
    }

    // The fields of the cancelling document differ between groups: any of its values may name the withdrawal.
    public static void Cancel(DocumentDraft draft)
    {
        var named = draft.Body.Select(field => field.Value).OfType<JsonValue>().Select(value => draft.World.Documents.Find(value.ToString())).FirstOrDefault(one => one?.Type == "LK_RECEIPT");
        if (named is not { Status: "CHECKED_OK" } || named.SenderInn != draft.Document.SenderInn)
        {
            draft.Wrong("1018", "Документ вывода из оборота не найден или не обработан", named?.Number);
            return;
        }

        foreach (var row in JsonNode.Parse(named.Content).List("products"))
        {
            if (draft.Own(row.Need("cis"), "RETIRED", "WITHDRAWN") is { } code) Deep(draft, code, one => one with { Status = "INTRODUCED", StatusEx = "RETIRED_CANCELLATION", WithdrawReason = null }, "отмена вывода");
        }

        draft.OtherDocuments.Add(named with { Status = "CANCELLED", ProcessedAt = draft.World.Now });
    }

    public static void Return(DocumentDraft draft)
    {
        draft.OwnerIs("trade_participant_inn");
        var type = draft.Body.Need("return_type");
        foreach (var row in draft.Rows("products_list"))
        {
            if (draft.Own(row.Need("ki"), "RETIRED", "WITHDRAWN") is not { } code) continue;
            if (!Matches(type, code.WithdrawReason)) draft.Wrong("1019", $"Вид возврата {type} не соответствует причине вывода {code.WithdrawReason}", code.Cis);
            Deep(draft, code, one => one with { Status = "INTRODUCED", WithdrawReason = null }, "возврат в оборот");
        }
    }

    public static void WriteOff(DocumentDraft draft)
    {
        draft.OwnerIs("participantId");
        var reason = draft.Body.Need("dropoutReason");
        draft.Body.Need("sourceDocDate");
        var codes = draft.Body.List("sntins").Texts("sntins");
        if (codes.Count is 0 or > 30_000) draft.Wrong("1002", "В sntins должно быть от 1 до 30000 кодов", "sntins");
        foreach (var cis in codes.Take(30_000))
        {
            if (draft.Own(cis, "INTRODUCED", "APPLIED", "APPLIED_NOT_PAID") is { } code) Deep(draft, code, one => one with { Status = Gone(one), WithdrawReason = reason }, "списание");
        }
    }

    private static string Gone(MarkedCode code) => ProductGroups.IsTobacco(code.ProductGroup) ? "WITHDRAWN" : "RETIRED";

    private static bool Matches(string type, string? reason) => type switch
    {
        "RETAIL_RETURN" => reason == "RETAIL",
        "REMOTE_SALE_RETURN" => reason == "DISTANCE",
        _ => true,
    };

    private static void Deep(DocumentDraft draft, MarkedCode code, Func<MarkedCode, MarkedCode> change, string what)
    {
        draft.Change(change(code), what);
        foreach (var inside in draft.Inside(code.Cis)) Deep(draft, inside, change, what);
    }
}
