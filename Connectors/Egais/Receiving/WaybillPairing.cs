using Cleverence.Connectivity.Exchange;
using Microsoft.Extensions.Logging;

namespace Connectors.Egais;

/// <summary>Puts an incoming waybill together from its two halves. Half a waybill stays in the UTM until the other half comes.</summary>
internal sealed class WaybillPairing(IEgaisLookup lookup, DialogueRules rules, TimeProvider time, ILogger? logger)
{
    private readonly WaybillAssembly assembly = new(lookup, time, logger);
    private readonly HalfIndex index = new();

    public async ValueTask<IncomingOutcome> HandleAsync(StoredIncoming item, Waybill waybill, CancellationToken cancellationToken)
    {
        var fsrarId = item.Item.Organisation;
        var (shipper, consignee) = (waybill.Shipper?.ClientRegId ?? "", waybill.Consignee?.ClientRegId ?? "");
        if (shipper == fsrarId) return Outcomes.Note(nameof(EgaisOperation.IncomingWayBill), null, $"An echo of our own waybill {waybill.Number}.");
        if (consignee != fsrarId) return NotForUs(waybill.Number);
        var own = new WaybillHalf(item.Item.RemoteId, fsrarId, Halves.KeyOf(waybill.Number, waybill.Date, shipper, consignee), IsRegistration: false) { Identity = waybill.Identity, Hash = item.Hash };
        var (other, ambiguous) = await FindOtherAsync(own, cancellationToken).ConfigureAwait(false);
        if (ambiguous > 0) return Ambiguous(waybill.Number, ambiguous);
        return other is not null && IncomingReader.Read(other.Payload, rules.MaxDocumentBytes).Registration is { } registration
            ? await assembly.MakeAsync(item, other, waybill, registration, cancellationToken).ConfigureAwait(false)
            : await KeepAsync(item, own, waybill.Number, "registration", () => assembly.RenewAsync(item, waybill, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<IncomingOutcome> HandleAsync(StoredIncoming item, Registration registration, CancellationToken cancellationToken)
    {
        var fsrarId = item.Item.Organisation;
        if (registration.ConsigneeId != fsrarId) return NotForUs(registration.Number);
        var own = new WaybillHalf(item.Item.RemoteId, fsrarId, Halves.KeyOf(registration.Number, registration.Date, registration.ShipperId, registration.ConsigneeId), IsRegistration: true)
        {
            Identity = registration.Identity, RegId = registration.RegId, Hash = item.Hash,
        };
        var (other, ambiguous) = await FindOtherAsync(own, cancellationToken).ConfigureAwait(false);
        if (ambiguous > 0) return Ambiguous(registration.Number, ambiguous);
        return other is not null && IncomingReader.Read(other.Payload, rules.MaxDocumentBytes).Waybill is { } waybill
            ? await assembly.MakeAsync(item, other, waybill, registration, cancellationToken).ConfigureAwait(false)
            : await KeepAsync(item, own, registration.Number, "waybill", () => assembly.RenewAsync(item, registration, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    // Of several that fit the one with the same Identity is meant; repetitions of one and the same are one.
    private async ValueTask<(StoredIncoming? Other, int Ambiguous)> FindOtherAsync(WaybillHalf own, CancellationToken cancellationToken)
    {
        var kept = await lookup.FindHalvesAsync(own.FsrarId, own.PairKey, cancellationToken).ConfigureAwait(false);
        var halves = index.Of(own.FsrarId, own.PairKey).Concat(kept).DistinctBy(half => half.RemoteId).ToList();
        List<(WaybillHalf Half, StoredIncoming Item)> fitting = [];
        foreach (var half in halves.Where(half => half.IsRegistration != own.IsRegistration && (half.Identity is null || own.Identity is null || half.Identity == own.Identity)))
        {
            if (await lookup.FindStoredAsync(own.FsrarId, half.RemoteId, cancellationToken).ConfigureAwait(false) is { } item) fitting.Add((half, item));
            else index.Forget(half.FsrarId, half.PairKey, half.RemoteId);
        }

        var distinct = fitting.DistinctBy(pair => pair.Half.Hash).ToList();
        var named = distinct.Where(pair => pair.Half.Identity is not null && pair.Half.Identity == own.Identity).ToList();
        var chosen = distinct.Count > 1 && named.Count > 0 ? named : distinct;
        return chosen.Count > 1 ? (null, chosen.Count) : (chosen.FirstOrDefault().Item, 0);
    }

    private async ValueTask<IncomingOutcome> KeepAsync(StoredIncoming item, WaybillHalf own, string number, string missing, Func<ValueTask<IncomingOutcome?>> renew, CancellationToken cancellationToken)
    {
        // What comes together is put together at once; only a half that was met before waits for longer, and its record says so.
        if (index.Note(own)) return Waits(number, missing);
        var known = (await lookup.FindHalvesAsync(own.FsrarId, own.PairKey, cancellationToken).ConfigureAwait(false)).FirstOrDefault(half => half.RemoteId == own.RemoteId);
        // The other half may have been put away as a repetition of one that was handled; asked once, when the half is met again without it.
        if (known is null && await renew().ConfigureAwait(false) is { } renewed) return renewed;
        var age = time.GetUtcNow() - item.CreatedAt;
        var warn = age >= rules.PairWarning && known is not { Warned: true };
        if (warn && logger is not null) DialogueLog.HalfMissing(logger, own.FsrarId, own.RemoteId, number, missing, (int)age.TotalHours);
        if (known is null || warn) await lookup.KeepHalfAsync(own with { Warned = warn }, cancellationToken).ConfigureAwait(false);
        return Waits(number, missing);
    }

    private static IncomingOutcome Waits(string number, string missing) => Outcomes.Keep(nameof(EgaisOperation.IncomingWayBill), $"The {missing} of waybill {number} has not come yet.");

    private static IncomingOutcome NotForUs(string number) => Outcomes.Keep(nameof(EgaisOperation.IncomingWayBill), $"The waybill {number} is not addressed to this organisation.");

    private static IncomingOutcome Ambiguous(string number, int count) => new(false) { Error = DialogueErrors.Ambiguous(number, count), Operation = nameof(EgaisOperation.IncomingWayBill) };
}
