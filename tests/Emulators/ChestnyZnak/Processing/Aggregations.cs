namespace Emulators.ChestnyZnak;

/// <summary>Packs are made, changed and undone.</summary>
internal static class Aggregations
{
    public static void Make(DocumentDraft draft)
    {
        draft.OwnerIs("participantId");
        foreach (var unit in draft.Rows("aggregationUnits"))
        {
            var pack = unit.Text("unitSerialNumber") is { Length: > 0 } given ? given : Guid.NewGuid().ToString("N");
            if (pack.Length is < 18 or > 74) draft.Wrong("1003", "Длина кода упаковки должна быть от 18 до 74 символов", pack);
            if (draft.Now(pack) is not null && draft.Inside(pack).Count > 0) draft.Wrong("1020", "Код упаковки уже использован", pack);
            var inside = unit.List("sntins").Texts("sntins").Select(cis => draft.Own(cis, "APPLIED", "INTRODUCED")).OfType<MarkedCode>().ToList();
            if (inside.Count == 0) draft.Wrong("1002", "Упаковка пуста", pack);
            foreach (var code in inside.Where(code => code.Parent is not null)) draft.Wrong("1021", "Код уже находится в упаковке", code.Cis);
            foreach (var code in inside) draft.Change(code with { Parent = pack }, "агрегация");
            if (inside.Count > 0) draft.Change(Pack(draft, pack, inside[0]), "агрегация");
        }
    }

    public static void Change(DocumentDraft draft)
    {
        draft.OwnerIs("participant_inn");
        var adding = draft.Body.Need("reaggregation_type") == "ADDING";
        var pack = draft.Own(draft.Body.Need("uitu"));
        foreach (var row in draft.Rows("uit_uitu_list"))
        {
            if (draft.Own(row.Text("uit_uitu") ?? row.Need("kitu")) is not { } code || pack is null) continue;
            if (adding && code.Parent is not null) draft.Wrong("1021", "Код уже находится в упаковке", code.Cis);
            else if (!adding && code.Parent != pack.Cis) draft.Wrong("1022", "Кода нет в упаковке", code.Cis);
            else draft.Change(code with { Parent = adding ? pack.Cis : null }, "трансформация");
        }
    }

    public static void Undo(DocumentDraft draft)
    {
        draft.OwnerIs("participant_inn");
        foreach (var row in draft.Rows("products_list"))
        {
            if (draft.Own(row.Need("uitu")) is not { } pack) continue;
            var inside = draft.Inside(pack.Cis);
            if (inside.Count == 0) draft.Wrong("1023", "Код не является упаковкой", pack.Cis);
            foreach (var code in inside) draft.Change(code with { Parent = null }, "расформирование");
            draft.Change(pack with { Status = "DISAGGREGATION" }, "расформирование");
        }
    }

    private static MarkedCode Pack(DocumentDraft draft, string cis, MarkedCode inside) => new()
    {
        Cis = cis,
        ProductGroup = draft.Document.ProductGroup,
        OwnerInn = draft.Document.SenderInn,
        ProducerInn = draft.Document.SenderInn,
        Status = inside.Status,
        PackageType = "BOX",
        Emitted = draft.World.Now,
    };
}
