using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>Finds what a ticket or a registration belongs to. The order of the rules is the registry's: DocId is never asked.</summary>
internal sealed class Correlation(IEgaisLookup lookup, DialogueRules rules)
{
    /// <summary>The message, or the document, that a ticket is about.</summary>
    public async ValueTask<Correlated> OfTicketAsync(StoredIncoming item, Ticket ticket, CancellationToken cancellationToken)
    {
        var fsrarId = item.Item.Organisation;
        foreach (var request in new[] { item.Item.ReplyTo, ticket.TransportId })
        {
            if (await OfRequestAsync(fsrarId, request, cancellationToken).ConfigureAwait(false) is { } message) return new Correlated { Message = message };
        }

        // An id that names another owner belongs to him, whatever else it says.
        if (ReplyIds.OwnerOf(ticket.TransportId) is { } owner && owner != fsrarId) return new Correlated();
        var found = await OfIdentityAsync(fsrarId, ticket.Identity, ticket.DocType, cancellationToken).ConfigureAwait(false);
        // A supplier of our own who took his waybill back is told so by his Identity, in our box too.
        if (found.Message is not null || (found.ForeignOwner is not null && !TicketMeaning.Of(ticket).IsUnconduct)) return found;
        var named = await OfRegIdAsync(fsrarId, ticket, cancellationToken).ConfigureAwait(false);
        return named.IsNothing ? found : named;
    }

    /// <summary>The message that has a request id, when it can have been answered.</summary>
    public async ValueTask<ExchangeMessage?> OfRequestAsync(string fsrarId, string? raw, CancellationToken cancellationToken)
    {
        if (ReplyIds.Normalise(raw) is not { } request || (ReplyIds.OwnerOf(raw) is { } owner && owner != fsrarId)) return null;
        return WasSent(await lookup.FindByRequestIdAsync(fsrarId, request, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The message with an Identity of ours, among those of the organisation; one of another organisation is told.</summary>
    public async ValueTask<Correlated> OfIdentityAsync(string fsrarId, string? identity, string? docType, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(identity)) return new Correlated();
        var own = identity.Trim();
        if (await FindAsync(fsrarId, own, docType, cancellationToken).ConfigureAwait(false) is { } message) return new Correlated { Message = message };
        foreach (var other in rules.Organisations.Where(other => other != fsrarId))
        {
            if (await FindAsync(other, own, docType, cancellationToken).ConfigureAwait(false) is not null) return new Correlated { ForeignOwner = other };
        }

        return new Correlated();
    }

    private async ValueTask<ExchangeMessage?> FindAsync(string fsrarId, string identity, string? docType, CancellationToken cancellationToken) =>
        WasSent(await lookup.FindByIdentityAsync(fsrarId, identity, cancellationToken).ConfigureAwait(false)) is { } message && DocTypes.AreSame(docType, TypeOf(message)) ? message : null;

    // Only a second verdict is looked for by the registry's number; a request without an Identity is found so as well.
    private async ValueTask<Correlated> OfRegIdAsync(string fsrarId, Ticket ticket, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(ticket.RegId) || !TicketMeaning.Of(ticket).HasOperation) return new Correlated();
        var documents = await lookup.FindByRegIdAsync(fsrarId, ticket.RegId.Trim(), cancellationToken).ConfigureAwait(false);
        foreach (var document in documents)
        {
            var messages = await lookup.MessagesOfAsync(document.Id, cancellationToken).ConfigureAwait(false);
            var open = messages.LastOrDefault(message => !message.IsFinal && WasSent(message) is not null && ticket.DocType is not null && DocTypes.AreSame(ticket.DocType, TypeOf(message)));
            if (open is not null) return new Correlated { Message = open, IsByNumber = true };
        }

        return new Correlated { Document = documents.Count > 0 ? documents[0] : null };
    }

    /// <summary>The element that a message has sent.</summary>
    public static string? TypeOf(ExchangeMessage message) => message.Content.Extra["docType"] as string ?? (message.Content.Format.Length > 0 ? message.Content.Format : null);

    // Nobody answers what has never left.
    private static ExchangeMessage? WasSent(ExchangeMessage? message) => message is { Stage: ExchangeStage.Enqueued or ExchangeStage.AwaitingSignature, SentAt: null } ? null : message;
}
