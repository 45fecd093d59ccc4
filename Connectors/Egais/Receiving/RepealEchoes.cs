using System.Globalization;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>Tells the late word of a repeal that is over from an un-conduct of what was begun since: both look alike but for their time.</summary>
internal sealed class RepealEchoes(IEgaisLookup lookup, DialogueRules rules, TimeProvider time)
{
    /// <summary>Whether an un-conduct belongs to a repeal that is over; null where there was none, or where the message is the current one.</summary>
    /// <param name="card">The document.</param>
    /// <param name="message">The message that the ticket names; null when it names only the document.</param>
    /// <param name="ticket">The ticket.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async ValueTask<bool?> IsOverAsync(EgaisDocument card, ExchangeMessage? message, Ticket ticket, CancellationToken cancellationToken)
    {
        var state = await lookup.StateOfAsync(card.Id, cancellationToken).ConfigureAwait(false);
        if (state is null || !state.Receipts.Contains(Memory.Repealed) || !Enum.TryParse<EgaisOperation>(state.Operation, out var operation) || OperationRules.WantsUnconduct(operation)) return null;
        if (Memory.MessageOf(state.Receipts) is not { } current || current == message?.Id) return null;
        var begun = (await lookup.MessagesOfAsync(card.Id, cancellationToken).ConfigureAwait(false)).FirstOrDefault(sent => sent.Id == current)?.SentAt;
        return begun is null || MomentOf(ticket.OperationDate) is not { } moment || moment < begun;
    }

    // The registry writes its local time without a zone.
    private DateTimeOffset? MomentOf(string? text)
    {
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var read)) return null;
        return read.Kind == DateTimeKind.Unspecified ? new DateTimeOffset(read, (rules.Zone ?? time.LocalTimeZone).GetUtcOffset(read)) : new DateTimeOffset(read);
    }
}
