using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Connectors.Egais;

/// <summary>Ready XML of types that have no builder: reports of production and import, routes, notices of carriers.</summary>
internal sealed class RawMethods(EgaisParts parts, MessageMaking making, ExchangeRuns runs) : Connector
{
    [ConnectorMethod("PrepareRaw", Class = EgaisRooms.Exchange, Aliases = ["ПодготовитьГотовыйXML"], TimeLimit = "00:05:00", Description = "Sends ready XML: the envelope is checked or added, its owner must be the organisation, the rest is passed through.")]
    public async Task<ConnectorRecord> PrepareRawAsync(
        [ConnectorParameter("fsrarId", Aliases = ["organisation", "Организация"])] string fsrarId, [ConnectorParameter("urlType", Aliases = ["type", "ВидДокумента"])] string urlType, [ConnectorParameter("xml", Aliases = ["bodyXml", "ТекстXML"])] string xml,
        InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("immediate", Aliases = ["НемедленнаяПередача"])] bool immediate = false, [ConnectorParameter("owner", Aliases = ["ownerToken", "ИдентификаторВладельца"])] string? owner = null,
        [ConnectorParameter("handOut", Aliases = ["ВыдатьСообщения"])] bool? handOut = null)
    {
        var organisation = OrganisationList.One(parts.Plan, fsrarId);
        var built = RawEnvelope.Build(organisation.FsrarId, urlType.Trim(), xml);
        if (!built.IsBuilt) throw new ConnectorException(CallErrors.Invalid(urlType, built.Problems));
        var document = new EgaisDocument(Guid.CreateVersion7(parts.Time.GetUtcNow()).ToString(), EgaisDocumentKind.Raw, organisation.FsrarId) { Identity = built.Identity, Payload = new ConnectorRecord { { "urlType", urlType.Trim() } } };
        var message = making.Message(organisation, OperationOf(built.Element), built) with { Document = document.Id, DocumentKind = document.Kind.ToString(), Immediate = immediate, User = CallRun.UserOf(args) };
        var records = new List<RecordChange> { DocumentCards.Change(document) };
        if (built.Identity is { } identity) records.Add(MessageMaking.IdentityRecord(message, identity));
        var report = new ExchangeReport { Owner = owner };
        var change = (await parts.Exchange.PrepareAsync(parts.Adapter, [message with { Records = records }], cancellationToken).ConfigureAwait(false))[0];
        if (change.Error is { } error) throw new ConnectorException(error);
        report.Add(change);
        await runs.SendAsync([message.Id!], CallRun.Of(args, parts.Plan.Limits.RunTime), CallRun.HandsOut(args, handOut), report, cancellationToken).ConfigureAwait(false);
        return report.ToRecord();
    }

    private static EgaisOperation OperationOf(string element) => element switch
    {
        _ when element.StartsWith("CarrierNotice", StringComparison.OrdinalIgnoreCase) => EgaisOperation.CarrierNotice,
        _ when element.StartsWith("CancelRoute", StringComparison.OrdinalIgnoreCase) => EgaisOperation.RouteCancel,
        _ when element.StartsWith("Route", StringComparison.OrdinalIgnoreCase) => EgaisOperation.RouteNotice,
        _ when element.StartsWith("RepProduced", StringComparison.OrdinalIgnoreCase) => EgaisOperation.ReportProduced,
        _ when element.StartsWith("RepImported", StringComparison.OrdinalIgnoreCase) => EgaisOperation.ReportImported,
        _ => EgaisOperation.Raw,
    };
}
