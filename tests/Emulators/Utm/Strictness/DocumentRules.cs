using System.Xml.Linq;

namespace Emulators.Utm;

/// <summary>What the shape cannot say: rules between the fields of one document.</summary>
internal static class DocumentRules
{
    public static void Check(XElement body)
    {
        Unique(body, "Identity");
        switch (body.Name.LocalName)
        {
            case "WayBillAct_v4" or "WayBillAct_v3":
                Unique(body, "InformF2RegId");
                Act(body);
                break;
            case "ActWriteOff_v4" or "ActWriteOff_v3" or "ActWriteOffShop_v2":
                if (body.Text("Header", "TypeWriteOff") == "Реализация" && body.Positions().FirstOrDefault(one => one.Child("SumSale") is null) is { } poor) throw new SchemaException($"Позиция {poor.Text("Identity")}: для причины Реализация нужна SumSale");
                break;
            case "ActChargeOn_v2" or "ActChargeOnShop_v2":
                if (body.Text("Header", "TypeChargeOn") == "Пересортица" && body.Text("Header", "ActWriteOff") is null) throw new SchemaException("Header: для причины Пересортица нужен ActWriteOff");
                break;
        }

        var marks = body.Descendants().Where(one => one.Name.LocalName is "amc" or "ms" or "MarkCode").Select(one => one.Value).ToList();
        if (marks.Count != marks.Distinct(StringComparer.Ordinal).Count()) throw new SchemaException("Марка указана в документе дважды");
    }

    private static void Act(XElement body)
    {
        var kind = body.Text("Header", "IsAccept");
        var positions = body.Positions().ToList();
        if (kind != "Differences" && positions.Count > 0) throw new SchemaException($"Акт {kind} не может содержать позиции");
        if (kind == "Differences" && positions.Count == 0) throw new SchemaException("Акт расхождений без позиций");
    }

    private static void Unique(XElement body, string field)
    {
        var values = body.Positions().Select(one => one.Text(field)).Where(one => one is not null).ToList();
        if (values.Count != values.Distinct(StringComparer.Ordinal).Count()) throw new SchemaException($"Duplicate unique value: {field} позиции повторяется");
    }
}
