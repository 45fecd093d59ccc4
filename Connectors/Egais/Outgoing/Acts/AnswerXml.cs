using System.Xml.Linq;

namespace Connectors.Egais;

/// <summary>Answers to a partner (ConfirmTicket, ConfirmRepealWB), requests to repeal, and the notice of the version that we read.</summary>
internal static class AnswerXml
{
    private static readonly string[] ReadableTypes = ["WayBill", "WayBill_v2", "WayBill_v3", "WayBill_v4", "UniversalTransferDocument"];

    public static XElement Confirm(DocumentFormat format, BuildOrder order, string identity, List<BuildProblem> problems)
    {
        var (b, checks) = (format.Body, new OutgoingChecks(problems));
        var extra = ActExtra.Read(order, checks, problems);
        var isAccepted = order.Operation is EgaisOperation.DifferencesConfirm or EgaisOperation.RepealConfirmWayBill;
        var stem = format.Element == "ConfirmTicket" ? "Ticket" : "Confirm";
        return new XElement(
            format.Name,
            new XElement(b + "Identity", identity),
            new XElement(
                b + "Header",
                new XElement(b + "IsConfirm", isAccepted ? "Accepted" : "Rejected"),
                new XElement(b + $"{stem}Number", extra.Number),
                new XElement(b + $"{stem}Date", EgaisXml.Text(extra.Date)),
                new XElement(b + "WBRegId", RegIds.Of(order, checks)),
                EgaisXml.Optional(b + "Note", extra.Note)));
    }

    /// <summary>Requests have no Identity: their tickets are known by the request id alone.</summary>
    public static XElement Repeal(DocumentFormat format, BuildOrder order, List<BuildProblem> problems)
    {
        var (b, checks) = (format.Body, new OutgoingChecks(problems));
        var extra = ActExtra.Read(order, checks, problems);
        var number = order.Operation switch
        {
            EgaisOperation.RepealRequestChargeOn => "ACORegId",
            EgaisOperation.RepealRequestWriteOff => "AWORegId",
            _ => "WBRegId",
        };
        return new XElement(
            format.Name,
            new XElement(b + "ClientId", order.Organisation.FsrarId),
            new XElement(b + "RequestNumber", extra.Number),
            new XElement(b + "RequestDate", EgaisXml.Text(order.Now)),
            new XElement(b + number, RegIds.Of(order, checks)));
    }

    public static XElement Version(DocumentFormat format, BuildOrder order, List<BuildProblem> problems)
    {
        var (b, checks) = (format.Body, new OutgoingChecks(problems));
        var type = new PayloadFields(order.Extra, "", problems).Text("wbTypeUsed", "ИспользуемыйТипНакладной") ?? "WayBill_v4";
        checks.OneOf("wbTypeUsed", type, ReadableTypes);
        return new XElement(format.Name, new XElement(b + "ClientId", order.Organisation.FsrarId), new XElement(b + "WBTypeUsed", type));
    }
}
