using System.Xml;

namespace Connectors.Egais;

/// <summary>Reads acts about waybills, the answers to them and requests to un-conduct.</summary>
internal static class ActReader
{
    private static readonly RowShape Shape = new("Content", "Position");

    /// <summary>WayBillAct_v3 and WayBillAct_v4.</summary>
    public static WaybillActBody Act(XmlReader reader)
    {
        var walk = new BodyWalk(reader, Shape);
        var positions = walk.Rows().Select(Position).ToList();
        var header = walk.Head.Find("Header") ?? throw walk.Head.Lacks("Header");
        return new WaybillActBody(Verdict(header, "IsAccept"), header.Required("WBRegId"))
        {
            Identity = walk.Head.Value("Identity") ?? header.Value("Identity"),
            Number = header.Value("ACTNUMBER"),
            Date = header.Date("ActDate"),
            Note = header.Value("Note"),
            ChangeOwnership = (walk.Head.Find("Transport") ?? header.Find("Transport"))?.Value("ChangeOwnership"),
            Positions = positions,
        };
    }

    /// <summary>ConfirmTicket, whose fields begin with Ticket, and ConfirmRepealWB, whose begin with Confirm.</summary>
    public static ConfirmBody Confirm(XmlPart body)
    {
        var header = body.Find("Header") ?? throw body.Lacks("Header");
        var verdict = Verdict(header, "IsConfirm");
        if (verdict == ActVerdict.Differences) throw header.Lacks("IsConfirm");
        return new ConfirmBody(verdict == ActVerdict.Accepted, header.Required("WBRegId"))
        {
            Identity = body.Value("Identity") ?? header.Value("Identity"),
            Number = header.Value("TicketNumber") ?? header.Value("ConfirmNumber"),
            Date = header.Date("TicketDate") ?? header.Date("ConfirmDate"),
            Note = header.Value("Note"),
        };
    }

    /// <summary>RequestRepealWB: its fields have no header around them.</summary>
    public static RepealRequestBody Repeal(XmlPart body)
    {
        var header = body.Find("Header") ?? body;
        return new RepealRequestBody(header.Required("WBRegId")) { ClientId = header.Value("ClientId"), Number = header.Value("RequestNumber"), Date = header.Value("RequestDate") };
    }

    private static ActVerdict Verdict(XmlPart header, string field) => header.Required(field).ToUpperInvariant() switch
    {
        "ACCEPTED" => ActVerdict.Accepted,
        "REJECTED" => ActVerdict.Rejected,
        "DIFFERENCES" => ActVerdict.Differences,
        _ => throw header.Lacks(field),
    };

    private static ActPosition Position(XmlPart position) => new(position.Required("Identity"), position.Value("InformF2RegId") ?? position.Value("InformBRegId"), position.RequiredNumber("RealQuantity"))
    {
        AlcPercent = position.Number("alcPercent"),
        AlcPercentMin = position.Number("alcPercentMin"),
        AlcPercentMax = position.Number("alcPercentMax"),
        RejectedMarks = MarksReader.All(position.Find("MarkInfo")),
    };
}
