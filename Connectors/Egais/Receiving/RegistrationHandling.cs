using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>Registrations of what we sent ourselves: of own waybills and of acts of charge-on.</summary>
internal sealed class RegistrationHandling(IEgaisLookup lookup, Correlation correlation, MessageReplies messages)
{
    /// <summary>The registration of an own waybill; null when it is another's, or of one that this program did not send.</summary>
    public async ValueTask<IncomingOutcome?> HandleAsync(StoredIncoming item, Registration registration, CancellationToken cancellationToken)
    {
        var fsrarId = item.Item.Organisation;
        var message = await correlation.OfRequestAsync(fsrarId, item.Item.ReplyTo, cancellationToken).ConfigureAwait(false);
        if (message?.Content.Operation != nameof(EgaisOperation.WayBill)) message = null;
        if (message is null && registration.ShipperId != fsrarId) return null;
        message ??= (await correlation.OfIdentityAsync(fsrarId, registration.Identity, nameof(EgaisOperation.WayBill), cancellationToken).ConfigureAwait(false)).Message;
        if (message is not null) return await RegisteredAsync(message, registration.RegId, EgaisOperation.IncomingRegistration, cancellationToken).ConfigureAwait(false);
        var card = await FindOwnAsync(item, registration, cancellationToken).ConfigureAwait(false);
        if (card is null) return Outcomes.Keep(nameof(EgaisOperation.IncomingRegistration), $"The waybill {registration.Number} was not sent from here, or is not known yet.");
        message = (await lookup.MessagesOfAsync(card.Id, cancellationToken).ConfigureAwait(false)).LastOrDefault(sent => sent.Content.Operation == nameof(EgaisOperation.WayBill) && sent.SentAt is not null);
        return message is not null
            ? await RegisteredAsync(message, registration.RegId, EgaisOperation.IncomingRegistration, cancellationToken).ConfigureAwait(false)
            : Outcomes.Keep(nameof(EgaisOperation.IncomingRegistration), $"The waybill {registration.Number} has not been sent.");
    }

    /// <summary>The F1 and F2 that an act of charge-on created.</summary>
    public async ValueTask<IncomingOutcome> HandleAsync(StoredIncoming item, InventoryRegistration inventory, CancellationToken cancellationToken)
    {
        var fsrarId = item.Item.Organisation;
        var message = await correlation.OfRequestAsync(fsrarId, item.Item.ReplyTo, cancellationToken).ConfigureAwait(false)
            ?? (await correlation.OfIdentityAsync(fsrarId, inventory.Identity, null, cancellationToken).ConfigureAwait(false)).Message
            ?? await OfActAsync(fsrarId, inventory.ActRegId, cancellationToken).ConfigureAwait(false);
        return message is not null
            ? await RegisteredAsync(message, inventory.ActRegId, EgaisOperation.IncomingRegistration, cancellationToken).ConfigureAwait(false)
            : Outcomes.Keep(nameof(EgaisOperation.IncomingRegistration), $"The act {inventory.ActRegId} is not ours, or not known yet.");
    }

    private async ValueTask<IncomingOutcome> RegisteredAsync(ExchangeMessage message, string regId, EgaisOperation operation, CancellationToken cancellationToken)
    {
        var reply = await messages.WithAsync(message, [Receipt.Registered], cancellationToken).ConfigureAwait(false);
        if (reply is null) return Outcomes.Keep(operation.ToString(), Outcomes.Unclear);
        var card = message.Content.Document is { } document ? await lookup.FindCardAsync(document, cancellationToken).ConfigureAwait(false) : null;
        return Outcomes.Answers(message, operation, reply, $"The registration {regId}.", CardNews.Changes(card, card is null ? null : CardNews.WithRegId(card, regId)));
    }

    private async ValueTask<ExchangeMessage?> OfActAsync(string fsrarId, string regId, CancellationToken cancellationToken)
    {
        var found = (await lookup.FindByRegIdAsync(fsrarId, regId, cancellationToken).ConfigureAwait(false)).FirstOrDefault(card => card.Kind == EgaisDocumentKind.ChargeOn);
        return found is null ? null : (await lookup.MessagesOfAsync(found.Id, cancellationToken).ConfigureAwait(false)).LastOrDefault(sent => sent.Content.Operation == nameof(EgaisOperation.ChargeOnRegister1));
    }

    private async ValueTask<EgaisDocument?> FindOwnAsync(StoredIncoming item, Registration registration, CancellationToken cancellationToken)
    {
        var fsrarId = item.Item.Organisation;
        var named = (await lookup.FindByRegIdAsync(fsrarId, registration.RegId, cancellationToken).ConfigureAwait(false)).FirstOrDefault(card => card.Kind == EgaisDocumentKind.OutgoingWaybill);
        return named ?? await lookup.FindByNumberAsync(fsrarId, EgaisDocumentKind.OutgoingWaybill, registration.Number, registration.Date, cancellationToken).ConfigureAwait(false);
    }
}
