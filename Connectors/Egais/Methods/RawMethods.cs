using System.Security.Cryptography;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
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
        var report = new ExchangeReport { Owner = owner };
        await SendAsync(organisation, OperationOf(built.Element), built, immediate, args, handOut, report, cancellationToken).ConfigureAwait(false);
        return report.ToRecord();
    }

    [ConnectorMethod("SendInfoVersion", Class = EgaisRooms.Exchange, Aliases = ["ПередатьВерсиюНакладной", "InfoVersionTTN"], TimeLimit = "00:05:00", Description = "Tells the registry which waybills this organisation can read: WayBill, WayBill_v2, WayBill_v3, WayBill_v4 (the default) or UniversalTransferDocument.")]
    public async Task<ConnectorRecord> SendInfoVersionAsync(
        InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("fsrarId", Aliases = ["organisation", "Организация"])] string? fsrarId = null,
        [ConnectorParameter("wbTypeUsed", Aliases = ["version", "ВерсияНакладной"])] string? wbTypeUsed = null, [ConnectorParameter("owner", Aliases = ["ownerToken", "ИдентификаторВладельца"])] string? owner = null,
        [ConnectorParameter("handOut", Aliases = ["ВыдатьСообщения"])] bool? handOut = null)
    {
        var organisation = OrganisationList.One(parts.Plan, fsrarId);
        var built = making.BuildVersion(organisation, wbTypeUsed);
        if (!built.IsBuilt) throw new ConnectorException(CallErrors.Invalid(nameof(EgaisOperation.InfoVersion), built.Problems));
        var report = new ExchangeReport { Owner = owner };
        await SendAsync(organisation, EgaisOperation.InfoVersion, built, false, args, handOut, report, cancellationToken).ConfigureAwait(false);
        return report.ToRecord();
    }

    private async Task SendAsync(EgaisOrganisation organisation, EgaisOperation operation, BuildResult built, bool immediate, InvokeArgs args, bool? handOut, ExchangeReport report, CancellationToken cancellationToken)
    {
        var document = new EgaisDocument(Guid.CreateVersion7(parts.Time.GetUtcNow()).ToString(), EgaisDocumentKind.Raw, organisation.FsrarId) { Identity = built.Identity, Payload = new ConnectorRecord { { "urlType", built.UrlType } } };
        var message = making.Message(organisation, operation, built) with { Document = document.Id, DocumentKind = document.Kind.ToString(), Immediate = immediate, User = CallRun.UserOf(args) };
        // Without an Identity only the bytes tell that it is the same document again.
        var identity = built.Identity ?? $"sha256:{Convert.ToHexStringLower(SHA256.HashData(built.Xml))}";
        var known = await ThrowIfTakenAsync(organisation.FsrarId, identity, operation, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<RecordChange> records = [DocumentCards.Change(document), MessageMaking.IdentityRecord(message, identity) with { ExpectedVersion = known?.Version ?? 0 }];
        var change = (await parts.Exchange.PrepareAsync(parts.Adapter, [message with { Records = records }], cancellationToken).ConfigureAwait(false))[0];
        if (change.Error is { } error) throw new ConnectorException(error.Reason == "RECORD_CHANGED" ? CallErrors.SentBefore(organisation.FsrarId, identity) : error);
        report.Add(change);
        await runs.SendAsync([message.Id!], CallRun.Of(args, parts.Plan.Limits.RunTime), CallRun.HandsOut(args, handOut), report, cancellationToken).ConfigureAwait(false);
    }

    // What was refused may be sent again; what is on its way, was taken, or is too old to tell may not. Which waybills one reads may be told as often as it changes.
    private async Task<StoredRecord?> ThrowIfTakenAsync(string fsrarId, string identity, EgaisOperation operation, CancellationToken cancellationToken)
    {
        if (await parts.Records.GetAsync(RecordKinds.Identity, $"{fsrarId}/{identity}", cancellationToken).ConfigureAwait(false) is not { } known) return null;
        var message = MessageMaking.MessageOf(known) is { } id ? await parts.Exchange.FindMessageAsync(id, cancellationToken).ConfigureAwait(false) : null;
        if (operation == EgaisOperation.InfoVersion && message is null or { Stage: ExchangeStage.Done }) return known;
        return message?.Stage is ExchangeStage.Rejected or ExchangeStage.Reversed or ExchangeStage.Cancelled ? known : throw new ConnectorException(CallErrors.SentBefore(fsrarId, identity));
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
