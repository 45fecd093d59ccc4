using System.Xml.Linq;

namespace Connectors.Egais;

/// <summary>Builds the XML of the messages that we send, or names everything that is wrong. It keeps nothing.</summary>
internal sealed class DocumentBuilder(EgaisFormats? formats = null)
{
    private readonly EgaisFormats formats = formats ?? new EgaisFormats();
    private readonly SchemaCheck? schemas = formats?.Schemas is { } folder ? new SchemaCheck(folder) : null;

    /// <summary>Builds one message.</summary>
    public BuildResult Build(BuildOrder order)
    {
        var built = Write(order with { Formats = formats });
        return built.IsBuilt && schemas?.Run(built.Xml) is { Count: > 0 } found ? built with { Xml = [], Problems = found } : built;
    }

    private static BuildResult Write(BuildOrder order)
    {
        var problems = new List<BuildProblem>();
        if (DocumentFormats.Of(order.Operation, VersionOf(order, problems)) is not { } format)
        {
            problems.Add(new BuildProblem("", $"{order.Operation} has no builder: hand its XML over by PrepareRaw", $"для операции {order.Operation} нет построителя: передайте готовый XML методом PrepareRaw"));
            return new BuildResult("", "", []) { Problems = problems };
        }

        var identity = order.Operation == EgaisOperation.Cheque ? order.Identity : order.Identity ?? (order.Document is { } document ? DocumentIdentity.Of(order.Operation, document) : null);
        var hasIdentity = DocumentIdentity.PrefixOf(order.Operation) is not null;
        if (hasIdentity) new OutgoingChecks(problems).Id("identity", identity);
        var body = Body(format, order, identity ?? "", problems);
        var url = order.Operation == EgaisOperation.Cheque ? ChequeXml.UrlOf(order.Formats) : body.Name.LocalName == format.Element ? format.UrlType : body.Name.LocalName;
        return new BuildResult(url, body.Name.LocalName, problems.Count == 0 ? EgaisXml.Write(order.Organisation.FsrarId, body) : [])
        {
            Identity = hasIdentity || order.Operation == EgaisOperation.Cheque ? identity : null,
            RegId = order.Document?.RegId,
            Problems = problems,
        };
    }

    private static XElement Body(DocumentFormat format, BuildOrder order, string identity, List<BuildProblem> problems)
    {
        switch (order.Operation)
        {
            case EgaisOperation.WayBill: return Waybill(format, order, identity, problems);
            case EgaisOperation.ActAccept or EgaisOperation.ActReject or EgaisOperation.ActDifferences: return ActXml.Of(format, order, identity, problems);
            case EgaisOperation.DifferencesConfirm or EgaisOperation.DifferencesRefuse or EgaisOperation.RepealConfirmWayBill or EgaisOperation.RepealRefuseWayBill: return AnswerXml.Confirm(format, order, identity, problems);
            case EgaisOperation.RepealRequestWayBill or EgaisOperation.RepealRequestChargeOn or EgaisOperation.RepealRequestWriteOff: return AnswerXml.Repeal(format, order, problems);
            case EgaisOperation.InfoVersion: return AnswerXml.Version(format, order, problems);
            case EgaisOperation.Cheque: return ChequeXml.Of(format, order, problems);
            case >= EgaisOperation.QueryOrganisation and <= EgaisOperation.QueryClientVersion: return QueryXml.Of(format, order, problems);
            default: return StockXml.Of(format, order, identity, problems);
        }
    }

    private static XElement Waybill(DocumentFormat format, BuildOrder order, string identity, List<BuildProblem> problems)
    {
        // The card's number and date stand in for what the payload leaves out.
        var read = WaybillRecords.Read(order.Document?.Payload ?? [], problems);
        var date = read.Date == default ? order.Document?.Date ?? default : read.Date;
        var waybill = read with
        {
            Identity = identity,
            Number = read.Number.Length > 0 ? read.Number : order.Document?.Number ?? "",
            Date = date,
            ShippingDate = read.ShippingDate == default ? date : read.ShippingDate,
        };
        WaybillCheck.Run(waybill, format, new OutgoingChecks(problems));
        return WaybillXml.Of(format, waybill);
    }

    private static FormatVersion VersionOf(BuildOrder order, List<BuildProblem> problems)
    {
        var fields = new PayloadFields(order.Extra, "", problems);
        switch (fields.Text("formatVersion", "ВерсияФормата")?.ToUpperInvariant())
        {
            case null: return order.Organisation.Format;
            case "V3" or "3": return FormatVersion.V3;
            case "V4" or "4": return FormatVersion.V4;
            default:
                fields.Problem("formatVersion", "is neither V3 nor V4", "не V3 и не V4");
                return order.Organisation.Format;
        }
    }
}
