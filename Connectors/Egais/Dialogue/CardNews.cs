using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>What the registry's word changes in a document's card.</summary>
internal static class CardNews
{
    private const string WaybillPrefix = "TTN-";

    /// <summary>The card with a registry number, where it may take it.</summary>
    /// <remarks>A number is taken when there is none. Tickets about ConfirmRepealWB may carry a wrong, purely numeric one: a waybill takes nothing but its own form.</remarks>
    public static EgaisDocument WithRegId(EgaisDocument card, string? regId)
    {
        var number = regId?.Trim();
        if (string.IsNullOrEmpty(number)) return card;
        var isWaybill = card.Kind is EgaisDocumentKind.IncomingWaybill or EgaisDocumentKind.OutgoingWaybill;
        if (isWaybill && !number.StartsWith(WaybillPrefix, StringComparison.OrdinalIgnoreCase)) return card;
        return card.RegId is null || (isWaybill && !card.RegId.StartsWith(WaybillPrefix, StringComparison.OrdinalIgnoreCase)) ? card with { RegId = number } : card;
    }

    /// <summary>The card after a ticket.</summary>
    public static EgaisDocument After(EgaisDocument card, EgaisOperation? operation, Ticket ticket, TicketMeaning meaning)
    {
        if (meaning.RefusedBy is not null) return card;
        var named = WithRegId(card, ticket.RegId);
        if (!meaning.HasOperation) return named;
        if (meaning.IsUnconduct) return named with { RegistrationDate = null };
        return operation is { } own && OperationRules.Registers(own) && ticket.OperationDate is { } date ? named with { RegistrationDate = date } : named;
    }

    /// <summary>The write of a card; nothing where it is as it was.</summary>
    public static IReadOnlyList<RecordChange> Changes(EgaisDocument? before, EgaisDocument? after) => after is null || after == before ? [] : [DocumentCards.Change(after)];
}
