namespace Connectors.Egais;

/// <summary>Reads the ancestry of a waybill's F2. Nothing is decided by it but the waybill that it belongs to.</summary>
internal static class HistoryReader
{
    public static WaybillHistory Read(XmlPart body)
    {
        var regId = body.Everywhere("WBRegId").Select(part => part.Text).FirstOrDefault(text => text.Length > 0) ?? throw body.Lacks("WBRegId");
        return new WaybillHistory(body.Find("Header")?.Value("WBRegId") ?? regId) { Identity = body.Find("Header")?.Value("Identity") ?? body.Value("Identity"), Content = PartRecords.Of(body) };
    }
}
