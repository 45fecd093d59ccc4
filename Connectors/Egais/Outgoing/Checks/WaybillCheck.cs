namespace Connectors.Egais;

/// <summary>Whether a waybill may be sent.</summary>
internal static class WaybillCheck
{
    private const int MaxVarFields = 3;
    private const string NotInV3 = "has no place in the format V3; leave it out or send V4";
    private const string NotInV3Ru = "нет в формате V3; уберите значение или передавайте в формате V4";

    public static void Run(Waybill waybill, DocumentFormat format, OutgoingChecks checks)
    {
        checks.OneOf("type", waybill.Type, "WBInvoiceFromMe", "WBReturnFromMe", "WBInvoiceToMe", "WBReturnToMe", "WBInternal");
        checks.Id("number", waybill.Number);
        checks.Day("date", waybill.Date);
        checks.Day("shippingDate", waybill.ShippingDate);
        checks.Organisation("shipper", waybill.Shipper, isShipper: true);
        checks.Organisation("consignee", waybill.Consignee, isShipper: false);
        if (waybill.Transport is { } transport) Transport(transport, checks);
        checks.OptionalText("base", waybill.Base, 200);
        checks.OptionalText("note", waybill.Note, 200);
        if (waybill.VarFields.Count > MaxVarFields) checks.Add("varFields", $"holds {waybill.VarFields.Count} texts; at most {MaxVarFields} are allowed", $"{waybill.VarFields.Count} значений; допустимо не больше {MaxVarFields}");
        if (waybill.VarFields.Count > 0 && format.Generation < 4) checks.Add("varFields", NotInV3, NotInV3Ru);
        foreach (var (at, text) in waybill.VarFields.Index()) checks.OptionalText($"varFields[{at}]", text, 100);
        if (waybill.Positions.Count == 0) checks.Add("positions", "holds no position", "нет ни одной позиции");
        foreach (var (at, position) in waybill.Positions.Index()) Position($"positions[{at}]", position, format, checks);
        checks.Unique(waybill.Positions.Select((position, at) => ($"positions[{at}].identity", (string?)position.Identity)), "stands at another position too", "такой же идентификатор у другой позиции");
    }

    private static void Transport(WaybillTransport transport, OutgoingChecks checks)
    {
        checks.OneOf("transport.changeOwnership", transport.ChangeOwnership, "IsChange", "NotChange");
        checks.Id("transport.tranType", transport.TranType);
        checks.OneOf("transport.transportType", transport.TransportType, "car", "ship", "railway", "aircraft", "other");
        foreach (var (name, text) in (ReadOnlySpan<(string, string?)>)[("company", transport.Company), ("regNumber", transport.RegNumber), ("trailer", transport.Trailer), ("customer", transport.Customer), ("driver", transport.Driver), ("loadPoint", transport.LoadPoint), ("unloadPoint", transport.UnloadPoint), ("redirect", transport.Redirect), ("forwarder", transport.Forwarder)])
        {
            checks.OptionalText($"transport.{name}", text);
        }
    }

    private static void Position(string path, WaybillPosition position, DocumentFormat format, OutgoingChecks checks)
    {
        checks.Id($"{path}.identity", position.Identity);
        checks.Product($"{path}.product", position.Product);
        checks.Positive($"{path}.quantity", position.Quantity);
        checks.NotNegative($"{path}.price", position.Price);
        checks.OptionalText($"{path}.packId", position.PackId, 50);
        checks.OptionalText($"{path}.party", position.Party, 50);
        checks.OptionalText($"{path}.exciseNumber", position.ExciseNumber, 50);
        checks.Digits($"{path}.ean13", position.Ean13, 8, 12, 13, 14);
        checks.Id($"{path}.faRegId", position.FaRegId);
        checks.Id($"{path}.f2RegId", position.F2RegId);
        foreach (var (name, value) in (ReadOnlySpan<(string, decimal?)>)[("alcPercent", position.AlcPercent), ("alcPercentMin", position.AlcPercentMin), ("alcPercentMax", position.AlcPercentMax)])
        {
            checks.Percent($"{path}.{name}", value);
            if (value is not null && format.Generation < 4) checks.Add($"{path}.{name}", NotInV3, NotInV3Ru);
        }

        foreach (var (at, box) in position.Boxes.Index())
        {
            checks.Box($"{path}.boxes[{at}].number", box.Number);
            checks.Marks($"{path}.boxes[{at}].marks", box.Marks, box.IsBeer);
        }

        foreach (var (at, tree) in position.Trees.Index()) Tree($"{path}.trees[{at}]", tree, checks);
    }

    private static void Tree(string path, BoxTree tree, OutgoingChecks checks)
    {
        checks.Box($"{path}.number", tree.Number);
        foreach (var (at, inner) in tree.Inner.Index()) Tree($"{path}.inner[{at}]", inner, checks);
    }
}
