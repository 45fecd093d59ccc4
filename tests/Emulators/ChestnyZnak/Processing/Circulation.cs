using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>Codes come into circulation, are called off, marked anew or described.</summary>
internal static class Circulation
{
    public static void Introduce(DocumentDraft draft)
    {
        draft.OwnerIs("participant_inn");
        draft.OwnerIs("owner_inn");
        draft.Body.Need("producer_inn");
        if (draft.Body.Need("production_type") is not ("OWN_PRODUCTION" or "CONTRACT_PRODUCTION")) draft.Wrong("1011", "Неизвестный тип производства", "production_type");
        foreach (var row in draft.Rows("products"))
        {
            if (row.Need("tnved_code").Length != 10) draft.Wrong("1012", "Код ТН ВЭД должен состоять из 10 цифр", row.Text("uit_code"));
            var made = (row.Text("production_date") ?? draft.Body.Text("production_date")).Date();
            if (made is null) draft.Wrong("1013", "Не указана дата производства", row.Text("uit_code"));
            if (draft.IsAhead(made)) draft.Wrong("1014", "Дата производства в будущем", row.Text("uit_code"));
            if (draft.Own(row.Text("uit_code") ?? row.Need("uitu_code"), "EMITTED", "APPLIED") is { } code) IntroduceDeep(draft, code);
        }
    }

    public static void CancelCodes(DocumentDraft draft)
    {
        draft.OwnerIs("trade_participant_inn");
        draft.Body.Need("cancellation_doc_date");
        draft.Body.Need("cancellation_doc_number");
        foreach (var row in draft.Rows("km_list"))
        {
            if (row.Text("uit") is not null && row.Text("uitu") is not null) draft.Wrong("1015", "Нельзя указывать uit и uitu одновременно", row.Text("uit"));
            else if (draft.Own(row.Text("uit") ?? row.Need("uitu"), "EMITTED", "APPLIED") is { } code) draft.Change(code with { Status = "WRITTEN_OFF" }, "списание кодов");
        }
    }

    public static void Remark(DocumentDraft draft)
    {
        draft.OwnerIs("participant_inn");
        draft.Body.Need("remarking_date");
        var cause = draft.Body.Need("remarking_cause");
        foreach (var row in draft.Rows("products"))
        {
            row.Need("tnved_10");
            var last = row.Text("last_uin") is { } old ? draft.Own(old) : null;
            if (draft.Own(row.Need("new_uin"), "EMITTED", "APPLIED") is { } fresh) draft.Change(fresh with { Status = "INTRODUCED", Introduced = draft.World.Now }, "перемаркировка");
            if (last is not null) draft.Change(last with { Status = "RETIRED", StatusEx = "REMARK_RETIRED", WithdrawReason = cause }, "перемаркировка");
        }
    }

    public static void ChangeInformation(DocumentDraft draft)
    {
        draft.OwnerIs("participantInn");
        foreach (var row in draft.Rows("codes"))
        {
            foreach (var cis in row.List("code").Texts("code"))
            {
                if (draft.Own(cis) is { } code) draft.Change(code with { Expires = row.Text("expirationDate").Date() ?? code.Expires }, "изменение сведений");
            }
        }
    }

    public static void Notice(DocumentDraft draft)
    {
        draft.OwnerIs("participantInn");
        var action = draft.Body.Need("action");
        var state = action switch { "LOST_INVENTORY" => "LOST_INVENTORY", "SHIPPED_ABROAD" => "EXPORTED", "CANCEL_SHIPPED_ABROAD" => "EMPTY", _ => null };
        if (state is null) draft.Wrong("1016", "Неизвестное действие", action);
        foreach (var row in draft.Rows("codes"))
        {
            if (draft.Own(row.Need("code"), "INTRODUCED") is { } code && state is not null) draft.Change(code with { StatusEx = state }, "уведомление");
        }
    }

    public static void ConnectTap(DocumentDraft draft)
    {
        draft.OwnerIs("participantInn");
        foreach (var row in draft.Rows("codes"))
        {
            if (draft.IsAhead(row.Need("connectDate").Date())) draft.Wrong("1014", "Дата подключения в будущем", row.Text("cis"));
            if (draft.Own(row.Need("cis"), "INTRODUCED") is { } code) draft.Change(code with { StatusEx = "CONNECT_TAP", Expires = row.Text("expirationDate").Date() ?? code.Expires }, "подключение к крану");
        }
    }

    private static void IntroduceDeep(DocumentDraft draft, MarkedCode code)
    {
        draft.Change(code with { Status = "INTRODUCED", Introduced = draft.World.Now }, "ввод в оборот");
        foreach (var inside in draft.Inside(code.Cis)) IntroduceDeep(draft, inside);
    }
}
