using System.Collections.Concurrent;
using Cleverence.Connectivity.Exchange;
using Microsoft.Extensions.Logging;

namespace Connectors.Egais;

/// <summary>Says what an item of the UTM's box means: by its body, not by its address.</summary>
internal sealed class IncomingHandler
{
    private const int MostWarned = 10_000;
    private static readonly byte[] Conclusion = "Conclusion"u8.ToArray();

    private readonly DialogueRules rules;
    private readonly TimeProvider time;
    private readonly ILogger? logger;
    private readonly TicketHandling tickets;
    private readonly PartnerHandling partners;
    private readonly RegistrationHandling registrations;
    private readonly WaybillPairing pairing;
    private readonly ReplyHandling replies;
    private readonly OrphanRetries retries;
    private readonly ConcurrentDictionary<string, bool> warned = new(StringComparer.Ordinal);

    public IncomingHandler(IEgaisLookup lookup, DialogueRules rules, TimeProvider time, IGateMoves? gates = null, ILogger? logger = null)
    {
        (this.rules, this.time, this.logger) = (rules, time, logger);
        var correlation = new Correlation(lookup, rules);
        var messages = new MessageReplies(lookup);
        retries = new OrphanRetries(rules, time);
        tickets = new TicketHandling(lookup, correlation, messages, rules, time, gates);
        partners = new PartnerHandling(lookup);
        registrations = new RegistrationHandling(lookup, correlation, messages);
        pairing = new WaybillPairing(lookup, rules, time, logger);
        replies = new ReplyHandling(correlation, messages, time);
    }

    /// <summary>First tickets go first, then second ones, then the rest: a document must not come before the word about what it answers.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1822", Justification = "The order is an affair of the one who handles.")]
    public int RankOf(StoredIncoming item)
    {
        if (!string.Equals(item.Item.Kind, "Ticket", StringComparison.OrdinalIgnoreCase)) return 3;
        return item.Payload.AsSpan().IndexOf(Conclusion) >= 0 ? 1 : 2;
    }

    public async ValueTask<IncomingOutcome> HandleAsync(StoredIncoming item, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (retries.Spare(item) is { } spared) return spared;
        var outcome = await HandleNowAsync(item, cancellationToken).ConfigureAwait(false);
        retries.Note(item, outcome);
        return outcome;
    }

    /// <summary>The same however often it was read before.</summary>
    public async ValueTask<IncomingOutcome> HandleNowAsync(StoredIncoming item, CancellationToken cancellationToken)
    {
        IncomingDocument document;
        try
        {
            document = IncomingReader.Read(item.Payload, rules.MaxDocumentBytes);
        }
        catch (UnreadableXmlException problem)
        {
            return new IncomingOutcome(false) { Error = DialogueErrors.Unreadable(item.Item.RemoteId, problem), Operation = item.Item.Kind ?? "" };
        }

        return await HandleAsync(item, document, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same for a document that is read already.</summary>
    public async ValueTask<IncomingOutcome> HandleAsync(StoredIncoming item, IncomingDocument document, CancellationToken cancellationToken)
    {
        var outcome = document switch
        {
            { Ticket: { } ticket } => await tickets.HandleAsync(item, ticket, cancellationToken).ConfigureAwait(false),
            { Waybill: { } waybill } => await pairing.HandleAsync(item, waybill, cancellationToken).ConfigureAwait(false),
            { Registration: { } registration } => await registrations.HandleAsync(item, registration, cancellationToken).ConfigureAwait(false) ?? await pairing.HandleAsync(item, registration, cancellationToken).ConfigureAwait(false),
            { Inventory: { } inventory } => await registrations.HandleAsync(item, inventory, cancellationToken).ConfigureAwait(false),
            { History: { } history } => await partners.HandleAsync(item, history, cancellationToken).ConfigureAwait(false),
            { Act: { } act } => await partners.HandleAsync(item, document, act, cancellationToken).ConfigureAwait(false),
            { Confirm: { } confirm } => await partners.HandleAsync(item, document, confirm, cancellationToken).ConfigureAwait(false),
            { Repeal: { } repeal } => await partners.HandleAsync(item, repeal, cancellationToken).ConfigureAwait(false),
            { Reply: { } reply } => await replies.HandleAsync(item, document, cancellationToken).ConfigureAwait(false),
            _ => null,
        };
        // What nobody can read yet is left where it is, whatever its age; so is all that is no ticket.
        if (outcome is null) return Unknown(item, document);
        if (!outcome.Handled && outcome.Error is null) WarnIfOld(item, document, outcome);
        return outcome;
    }

    // Halves, partners' documents and answers may still be needed, or are somebody else's: only people can tell.
    private void WarnIfOld(StoredIncoming item, IncomingDocument document, IncomingOutcome outcome)
    {
        if (logger is null || time.GetUtcNow() - item.CreatedAt < rules.OrphanLife || warned.Count >= MostWarned || !warned.TryAdd(item.Item.RemoteId, true)) return;
        DialogueLog.Waiting(logger, item.Item.Organisation, item.Item.RemoteId, document.Element, (int)rules.OrphanLife.TotalDays, outcome.Description ?? "");
    }

    private IncomingOutcome Unknown(StoredIncoming item, IncomingDocument document)
    {
        if (logger is not null && warned.Count < MostWarned && warned.TryAdd(item.Item.RemoteId, true)) DialogueLog.Unknown(logger, item.Item.Organisation, item.Item.RemoteId, document.Element, document.Unsupported ?? "it says nothing");
        return Outcomes.Keep(document.Element, document.Unsupported ?? $"The document '{document.Element}' is not understood.");
    }
}
