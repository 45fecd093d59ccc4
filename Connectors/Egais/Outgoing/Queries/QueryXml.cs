using System.Globalization;
using System.Xml.Linq;
using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>Questions to the registry.</summary>
internal static class QueryXml
{
    public static XElement Of(DocumentFormat format, BuildOrder order, List<BuildProblem> problems)
    {
        var fields = new PayloadFields(Asked(order), "", problems);
        var checks = new OutgoingChecks(problems);
        return order.Operation switch
        {
            EgaisOperation.QueryF1 or EgaisOperation.QueryF2 => new XElement(format.Name, new XElement(format.Body + "FormRegId", Id(fields, checks, "regId", "Справка2", "Справка1"))),
            EgaisOperation.QueryMarkCodes => MarkCodes(format, fields, order, checks),
            EgaisOperation.QueryRests => new XElement(EgaisXml.Envelope + (Version(fields, checks) is { } version ? $"QueryRests_{version}" : order.Formats.RestsElement)),
            EgaisOperation.QueryProducts when Version(fields, checks) == "v3" => Parameters(EgaisXml.Envelope + "QueryAP_v3", format.Body, Values(order, fields, checks)),
            _ => Parameters(format.Name, format.Body, Values(order, fields, checks)),
        };
    }

    // A question may be a document of its own; what is given with the call goes before what was saved.
    private static ConnectorRecord Asked(BuildOrder order)
    {
        var asked = new ConnectorRecord(order.Document?.Payload ?? []);
        foreach (var (name, value) in order.Extra) asked[name] = value;
        return asked;
    }

    private static (string Name, string Value)[] Values(BuildOrder order, PayloadFields fields, OutgoingChecks checks)
    {
        switch (order.Operation)
        {
            case EgaisOperation.QueryOrganisation: return ClassifierQuery.Of(fields, checks, "ИНН", "СИО");
            case EgaisOperation.QueryProducts: return ClassifierQuery.Of(fields, checks, "ИНН", "КОД");
            case EgaisOperation.QueryMarksByF2: return [("ФОРМА2", F2(fields, checks))];
            case EgaisOperation.QueryUnanswered: return [("КОД", order.Organisation.FsrarId)];
            case EgaisOperation.QueryResend: return [("WBREGID", Id(fields, checks, "regId", "НомерТТН"))];
            case EgaisOperation.QueryF2History: return [("RFB", F2(fields, checks))];
            case EgaisOperation.QueryF2Ancestry: return [("PF2", F2(fields, checks))];
            case EgaisOperation.QueryWriteOffCheque or EgaisOperation.QueryHistoryShop: return Month(fields, checks);
            case EgaisOperation.QueryClientVersion: return [("СИО", Id(fields, checks, "fsrarId", "СИО")), ("ДАТА", EgaisXml.Text(fields.Date("date", "Дата", "ДАТА") ?? DateOnly.FromDateTime(order.Now)))];
            default: return [];
        }
    }

    private static XElement Parameters(XName name, XNamespace qp, (string Name, string Value)[] values) => values.Length == 0
        ? new XElement(name) // An empty list of parameters is refused; no list at all is right.
        : new XElement(name, new XElement(qp + "Parameters", values.Select(pair => new XElement(qp + "Parameter", new XElement(qp + "Name", pair.Name), new XElement(qp + "Value", pair.Value)))));

    private static (string Name, string Value)[] Month(PayloadFields fields, OutgoingChecks checks)
    {
        var (month, year) = (fields.Number("month", "Месяц"), fields.Number("year", "Год"));
        if (month is not (>= 1 and <= 12) || month != decimal.Truncate(month.Value)) checks.Add("month", "must be a month from 1 to 12", "должен быть месяц от 1 до 12");
        if (year is not (>= 2000 and <= 2100) || year != decimal.Truncate(year.Value)) checks.Add("year", "must be a year from 2000 to 2100", "должен быть год от 2000 до 2100");
        return [("АЛККОД", Id(fields, checks, "alcCode", "АлкКод", "КодАП")), ("МЕСЯЦ", (month ?? 0).ToString("00", CultureInfo.InvariantCulture)), ("ГОД", (year ?? 0).ToString("0000", CultureInfo.InvariantCulture))];
    }

    private static XElement MarkCodes(DocumentFormat format, PayloadFields fields, BuildOrder order, OutgoingChecks checks)
    {
        var b = format.Body;
        var marks = fields.Rows("marks", "Марки");
        if (marks.Count == 0) checks.Add("marks", "holds no mark", "нет ни одной марки");
        var number = fields.Text("number", "Номер", "queryNumber") ?? order.Document?.Number ?? "1";
        checks.Id("number", number);
        return new XElement(
            format.Name,
            new XElement(b + "QueryNumber", number),
            new XElement(b + "Date", EgaisXml.Text(fields.Moment("date", "Дата") ?? order.Now)),
            new XElement(b + "Marks", marks.Select((mark, at) => MarkCode(b, mark, at, checks))));
    }

    private static XElement MarkCode(XNamespace b, PayloadFields mark, int at, OutgoingChecks checks)
    {
        var identity = mark.Text("identity", "Идентификатор") ?? EgaisXml.Text(at + 1m);
        var (type, rank, number) = (mark.Text("type", "Тип"), mark.Text("rank", "Серия"), mark.Text("number", "Номер"));
        checks.Digits(mark.PathOf("identity"), identity, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        checks.Digits(mark.PathOf("type"), type ?? "", 3);
        checks.Digits(mark.PathOf("rank"), rank ?? "", 3);
        checks.Digits(mark.PathOf("number"), number ?? "", 1, 2, 3, 4, 5, 6, 7, 8, 9);
        return new XElement(b + "Mark", new XElement(b + "Identity", identity), new XElement(b + "Type", type), new XElement(b + "Rank", rank), new XElement(b + "Number", number));
    }

    private static string? Version(PayloadFields fields, OutgoingChecks checks)
    {
        var version = fields.Text("queryVersion", "ВерсияЗапроса");
        if (version is not null) checks.OneOf("queryVersion", version, "v2", "v3");
        return version;
    }

    private static string F2(PayloadFields fields, OutgoingChecks checks)
    {
        var regId = fields.Text("regId", "f2RegId", "f2", "Справка2", "СправкаБ");
        if (regId is null) checks.Missing("regId");
        else if (!MarkPattern.IsF2(regId)) checks.Add("regId", "is not the number of an F2: FB- and 15 digits", "не номер справки 2: FB- и 15 цифр");
        return regId ?? "";
    }

    private static string Id(PayloadFields fields, OutgoingChecks checks, params ReadOnlySpan<string> names)
    {
        var value = fields.Text(names);
        checks.Id(names[0], value);
        return value ?? "";
    }
}
