using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>Tickets: verdicts of the registry about what was sent, and un-conducts that nobody asked for.</summary>
internal sealed class TicketHandling(IEgaisLookup lookup, Correlation correlation, MessageReplies messages, DialogueRules rules, TimeProvider time, IGateMoves? gates)
{
    private static readonly string Name = nameof(EgaisOperation.TicketReceived);
    private readonly RepealEchoes repeals = new(lookup, rules, time);

    public async ValueTask<IncomingOutcome?> HandleAsync(StoredIncoming item, Ticket ticket, CancellationToken cancellationToken)
    {
        var meaning = TicketMeaning.Of(ticket);
        if (!meaning.IsKnown) return null;
        var found = await correlation.OfTicketAsync(item, ticket, cancellationToken).ConfigureAwait(false);
        if (found.ForeignOwner is { } owner) return new IncomingOutcome(false) { Error = DialogueErrors.Foreign(item.Item.Organisation, owner), Operation = Name };
        if (found.Message is { } message) return await OfMessageAsync(item, message, found.IsByNumber, ticket, meaning, cancellationToken).ConfigureAwait(false);
        return found.Document is { } document ? await OfDocumentAsync(document, ticket, meaning, cancellationToken).ConfigureAwait(false) : OfNothing(item);
    }

    private IncomingOutcome OfNothing(StoredIncoming item) => time.GetUtcNow() - item.CreatedAt >= rules.OrphanLife
        ? Outcomes.Note(Name, null, $"It belonged to nothing of ours for {rules.OrphanLife.TotalDays:0} days and is put away.")
        : Outcomes.Keep(Name, "A ticket about something that is not ours, or not yet.");

    private async ValueTask<IncomingOutcome> OfMessageAsync(StoredIncoming item, ExchangeMessage message, bool isByNumber, Ticket ticket, TicketMeaning meaning, CancellationToken cancellationToken)
    {
        var operation = MessageReplies.OperationOf(message) ?? EgaisOperation.Raw;
        var what = meaning.HasOperation ? EgaisOperation.TicketConducted : EgaisOperation.TicketReceived;
        var isOwnUnconduct = meaning.IsUnconduct && OperationRules.WantsUnconduct(operation);
        // An un-conduct that was refused leaves the document as it is, unless it was what we had asked for.
        var isRefused = meaning.RefusedBy is not null && (meaning.RefusedBy == EgaisStatuses.FirstTicket || !meaning.IsUnconduct || isOwnUnconduct);
        if (isRefused) return await RefusedAsync(item, message, what, meaning, cancellationToken).ConfigureAwait(false);
        var card = message.Content.Document is { } document ? await lookup.FindCardAsync(document, cancellationToken).ConfigureAwait(false) : null;
        var records = CardNews.Changes(card, card is null ? null : CardNews.After(card, operation, ticket, meaning));
        if (meaning.IsUnconduct && meaning.RefusedBy is null && !isOwnUnconduct)
        {
            var isOver = card is null ? null : await repeals.IsOverAsync(card, isByNumber ? null : message, ticket, cancellationToken).ConfigureAwait(false);
            if (isOver == true) return RepealOver(card!);
            // It names a message from before the repeal, and speaks of what came after.
            if (isOver == false && !isByNumber) return Unconducted(card!, records);
            return Outcomes.Answers(message, what, new ReplyOutcome(ReplyVerdict.Reversed) { Status = "UnConfirm" }, "The registry un-conducted the document.", records);
        }

        if (meaning.Receipts.Count == 0) return Outcomes.Note(what.ToString(), message.Content.Document, "An un-conduct was refused: the document stays conducted.");
        var reply = await messages.WithAsync(message, meaning.Receipts, cancellationToken).ConfigureAwait(false);
        return reply is null ? Outcomes.Keep(what.ToString(), Outcomes.Unclear) : Outcomes.Answers(message, what, reply, meaning.HasOperation ? "The registry conducted it." : "The registry took it.", records);
    }

    private async ValueTask<IncomingOutcome> RefusedAsync(StoredIncoming item, ExchangeMessage message, EgaisOperation what, TicketMeaning meaning, CancellationToken cancellationToken)
    {
        var operation = message.Content.Operation;
        var isActed = Says(meaning.Text, rules.AlreadyActedWords);
        // A second try of a message whose first one had worked after all.
        if (isActed && (await messages.SeenAsync(message, cancellationToken).ConfigureAwait(false)).Contains(Receipt.Conducted))
        {
            return Outcomes.Note(what.ToString(), message.Content.Document, "A repetition was refused; the first one was conducted.");
        }

        // Most likely it is our own: another post of it, or an earlier message, whose ticket is on its way.
        if (isActed && time.GetUtcNow() - item.CreatedAt < rules.ActedWait && await WasSentBeforeAsync(message, cancellationToken).ConfigureAwait(false))
        {
            return Outcomes.Keep(what.ToString(), "The registry has such an act already: the ticket of the one that was sent before is waited for.");
        }

        var error = isActed ? DialogueErrors.ActedAlready(operation, meaning.Text)
            : meaning.RefusedBy == EgaisStatuses.FirstTicket ? DialogueErrors.Refused(operation, meaning.Text)
            : DialogueErrors.NotConducted(operation, meaning.Text);
        var isTooOften = OperationRules.IsQuestion(MessageReplies.OperationOf(message) ?? EgaisOperation.Raw) && Says(meaning.Text, rules.FrequencyWords);
        var moves = isTooOften && gates is not null ? await gates.RefusedAsync(message, cancellationToken).ConfigureAwait(false) : [];
        return Outcomes.Answers(message, what, new ReplyOutcome(ReplyVerdict.Rejected) { Status = meaning.RefusedBy, Error = error, Receipts = meaning.Receipts }, error.Message, moves);
    }

    // No message of ours: the registry speaks of a document that it found by itself.
    private async ValueTask<IncomingOutcome> OfDocumentAsync(EgaisDocument document, Ticket ticket, TicketMeaning meaning, CancellationToken cancellationToken)
    {
        var records = CardNews.Changes(document, CardNews.After(document, null, ticket, meaning));
        if (meaning.RefusedBy is not null) return Outcomes.Note(nameof(EgaisOperation.TicketConducted), document.Id, "The registry refused something that was not asked here: the document stays as it is.");
        if (meaning.IsUnconduct) return await repeals.IsOverAsync(document, null, ticket, cancellationToken).ConfigureAwait(false) == true ? RepealOver(document) : Unconducted(document, records);
        var outcome = Outcomes.Happened(document, EgaisOperation.TicketConducted, FactKind.Done, "The registry conducted it.", records);
        return outcome with { Facts = [.. outcome.Facts.Select(fact => fact with { Receipts = meaning.Receipts })] };
    }

    private async ValueTask<bool> WasSentBeforeAsync(ExchangeMessage message, CancellationToken cancellationToken)
    {
        if (message.Attempt > 1 || message.Stage is ExchangeStage.Uncertain or ExchangeStage.Parked) return true;
        return message.Content.Document is { } document && (await lookup.MessagesOfAsync(document, cancellationToken).ConfigureAwait(false)).Any(earlier => earlier.Id != message.Id && earlier.Content.Operation == message.Content.Operation && earlier.SentAt is not null);
    }

    private static IncomingOutcome Unconducted(EgaisDocument document, IReadOnlyList<RecordChange> records) => Outcomes.Happened(document, EgaisOperation.IncomingUnconduct, FactKind.Reversed, "The registry un-conducted the document.", records);

    private static IncomingOutcome RepealOver(EgaisDocument document) => Outcomes.Note(nameof(EgaisOperation.TicketConducted), document.Id, "The late word of a repeal that is over: what was begun since goes on.");

    private static bool Says(string? text, IReadOnlyList<string> words) => text is not null && words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
