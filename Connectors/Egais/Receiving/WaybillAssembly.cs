using System.Globalization;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Transport;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace Connectors.Egais;

/// <summary>Makes the document of an incoming waybill whose halves are both here, or brings a known one up to date: in one transaction with the end of both halves.</summary>
internal sealed class WaybillAssembly(IEgaisLookup lookup, TimeProvider time, ILogger? logger)
{
    private const string WarningsField = "warnings";
    private const string DateFormat = "yyyy-MM-dd";
    private const int ShownMarks = 10;

    /// <summary>Both halves are here.</summary>
    public async ValueTask<IncomingOutcome> MakeAsync(StoredIncoming item, StoredIncoming other, Waybill waybill, Registration registration, CancellationToken cancellationToken)
    {
        var known = await FindAsync(item.Item.Organisation, registration.RegId, cancellationToken).ConfigureAwait(false);
        var outcome = await MakeAsync(item, known, waybill, registration, cancellationToken).ConfigureAwait(false);
        return outcome with { Completes = [other.Item.RemoteId], Records = [.. outcome.Records, Halves.Removal(item.Item.Organisation, other.Item.RemoteId)] };
    }

    /// <summary>A registration that came again without its waybill: the waybill is a repetition, letter by letter, and was put away as one. Null when the waybill is not known.</summary>
    public async ValueTask<IncomingOutcome?> RenewAsync(StoredIncoming item, Registration registration, CancellationToken cancellationToken)
    {
        if (await FindAsync(item.Item.Organisation, registration.RegId, cancellationToken).ConfigureAwait(false) is not { } known) return null;
        var waybill = WaybillRecords.Read(known.Payload, []);
        var bare = waybill with { Positions = [.. waybill.Positions.Select(position => position with { OwnF2RegId = null })] };
        return await MakeAsync(item, known, bare, registration, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same for a waybill that came again without its registration.</summary>
    public async ValueTask<IncomingOutcome?> RenewAsync(StoredIncoming item, Waybill waybill, CancellationToken cancellationToken)
    {
        if (await lookup.FindByNumberAsync(item.Item.Organisation, EgaisDocumentKind.IncomingWaybill, waybill.Number, waybill.Date, cancellationToken).ConfigureAwait(false) is not { RegId: { } regId } known) return null;
        var earlier = WaybillRecords.Read(known.Payload, []);
        if (earlier.Shipper?.ClientRegId != waybill.Shipper?.ClientRegId || earlier.Identity != waybill.Identity) return null;
        var registration = new Registration(regId, waybill.Number, waybill.Date)
        {
            FixNumber = known.Payload["fixNumber"] as string,
            FixDate = DateOnly.TryParseExact(known.Payload["fixDate"] as string, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var fixDate) ? fixDate : null,
            Positions = [.. earlier.Positions.Where(position => position.OwnF2RegId is not null).Select(position => new RegisteredPosition(position.Identity, position.OwnF2RegId!) { BottlingDate = position.BottlingDate })],
        };
        return await MakeAsync(item, known, waybill, registration, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<IncomingOutcome> MakeAsync(StoredIncoming item, EgaisDocument? known, Waybill waybill, Registration registration, CancellationToken cancellationToken)
    {
        var fsrarId = item.Item.Organisation;
        var join = WaybillJoin.Of(waybill, registration);
        var flaw = join.WithoutF2.Count > 0 ? DialogueErrors.WithoutF2(registration.RegId, join.WithoutF2) : null;
        var fresh = new EgaisDocument(Guid.CreateVersion7(time.GetUtcNow()).ToString(), EgaisDocumentKind.IncomingWaybill, fsrarId)
        {
            Number = waybill.Number, Date = waybill.Date, Identity = waybill.Identity ?? registration.Identity, RegId = registration.RegId, Payload = PayloadOf(join, registration),
        };
        var outcome = known is null ? Arrived(fresh, flaw) : await AgainAsync(known, fresh, flaw, cancellationToken).ConfigureAwait(false);
        if (logger is not null) Warn(fsrarId, registration.RegId, join, flaw);
        var resend = await lookup.FindResendAsync(fsrarId, registration.RegId, cancellationToken).ConfigureAwait(false);
        return outcome with
        {
            Records = [.. outcome.Records, Halves.Removal(fsrarId, item.Item.RemoteId)],
            // The question to send it again has no other answer.
            Replies = resend is null ? outcome.Replies : new Dictionary<string, ReplyOutcome> { [resend.Id] = new(ReplyVerdict.Done) { Receipts = [Receipt.Reply] } },
        };
    }

    private async ValueTask<EgaisDocument?> FindAsync(string fsrarId, string regId, CancellationToken cancellationToken) =>
        (await lookup.FindByRegIdAsync(fsrarId, regId, cancellationToken).ConfigureAwait(false)).FirstOrDefault(card => card.Kind == EgaisDocumentKind.IncomingWaybill);

    private static IncomingOutcome Arrived(EgaisDocument card, ConnectorError? flaw)
    {
        var outcome = Outcomes.Happened(card, EgaisOperation.IncomingWayBill, FactKind.Received, $"The waybill {card.RegId} with its registration.", DocumentCards.Numbered(card));
        return outcome with { Facts = [.. outcome.Facts.Select(fact => fact with { Error = flaw })] };
    }

    // The protocol keeps both texts in any case.
    private async ValueTask<IncomingOutcome> AgainAsync(EgaisDocument known, EgaisDocument fresh, ConnectorError? flaw, CancellationToken cancellationToken)
    {
        if (TextOf(known.Payload) == TextOf(fresh.Payload)) return Outcomes.Note(nameof(EgaisOperation.IncomingWayBill), known.Id, $"The waybill {known.RegId} came again without changes.");
        var state = await lookup.StateOfAsync(known.Id, cancellationToken).ConfigureAwait(false);
        if (state is null or { Status: EgaisStatus.ReceivedFromEgais })
        {
            return Arrived(known with { Number = fresh.Number, Date = fresh.Date, Identity = fresh.Identity, Payload = fresh.Payload }, flaw) with { Description = $"The waybill {known.RegId} came again with other content, which replaces the earlier one." };
        }

        var payload = new ConnectorRecord(known.Payload);
        payload[WarningsField] = Warnings(known.Payload).Append($"CHANGED_AFTER_ACT: {known.RegId} came again with other content after an act ({time.GetUtcNow():O}); see the protocol.").ToList<object?>();
        if (logger is not null) DialogueLog.WaybillFlawed(logger, known.FsrarId, known.RegId!, "CHANGED_AFTER_ACT", "Other content after an act was prepared; both are in the protocol.");
        return Outcomes.Note(nameof(EgaisOperation.IncomingWayBill), known.Id, $"The waybill {known.RegId} came again with other content after an act: both are kept.") with { Records = [DocumentCards.Change(known with { Payload = payload })] };
    }

    private static ConnectorRecord PayloadOf(WaybillJoin join, Registration registration)
    {
        var payload = WaybillRecords.Of(join.Waybill);
        payload["fixNumber"] = registration.FixNumber;
        payload["fixDate"] = registration.FixDate?.ToString(DateFormat, CultureInfo.InvariantCulture);
        if (join.RepeatedMarks.Count > 0) payload[WarningsField] = new List<object?> { $"{DialogueErrors.MarkDuplicate}: {RepeatedText(join)}" };
        return payload;
    }

    private static string RepeatedText(WaybillJoin join) => $"{join.RepeatedMarks.Count} marks stand in the waybill more than once: {string.Join(", ", join.RepeatedMarks.Take(ShownMarks))}";

    private void Warn(string fsrarId, string regId, WaybillJoin join, ConnectorError? flaw)
    {
        if (flaw is not null) DialogueLog.WaybillFlawed(logger!, fsrarId, regId, DialogueErrors.F2Missing, flaw.Message);
        if (join.RepeatedMarks.Count > 0) DialogueLog.WaybillFlawed(logger!, fsrarId, regId, DialogueErrors.MarkDuplicate, RepeatedText(join));
    }

    private static string TextOf(ConnectorRecord payload)
    {
        var content = (JObject)JsonValues.ToJson(payload)!;
        content.Remove(WarningsField);
        return content.ToString(Newtonsoft.Json.Formatting.None);
    }

    private static IEnumerable<object?> Warnings(ConnectorRecord payload) => payload[WarningsField] is IEnumerable<object?> list ? list : [];
}
