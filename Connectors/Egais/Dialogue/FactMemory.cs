using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>What a fact adds to the memory of the operation that is under way. Pure.</summary>
internal static class FactMemory
{
    /// <summary>The memory after a fact; null where the fact is nothing to the operation.</summary>
    public static IReadOnlyList<string>? Of(DocumentState before, EgaisOperation operation, DocumentFact fact)
    {
        var memory = before.Receipts;
        if (fact.Kind == FactKind.Reversed && IsOver(before, fact)) return null;
        if (fact.Kind == FactKind.Reversed) return With(memory, [Memory.Reversed, .. fact.Receipts]);
        if (PartnersWord(operation) is { } word) return With(memory, [word]);
        if (before.Operation == fact.Operation) return OfOwn(memory, fact);
        return operation switch
        {
            EgaisOperation.IncomingRegistration => With(memory, [Receipt.Registered]),
            // The registry speaks of the document it knows; while an answer to it is under way, its word is about the answer.
            EgaisOperation.WayBill or EgaisOperation.TicketConducted when fact.Receipts.Contains(Receipt.Conducted) && IsUnderWay(before) => With(memory, [Receipt.Conducted]),
            _ => fact.Receipts.Any(Memory.Outlives) ? With(memory, fact.Receipts.Where(Memory.Outlives)) : null,
        };
    }

    private static IReadOnlyList<string>? OfOwn(IReadOnlyList<string> memory, DocumentFact fact)
    {
        // An earlier try of the operation may turn out to have been conducted after all; its failures are over.
        if (fact.MessageId is { } message && Memory.MessageOf(memory) is { } current && current != message)
        {
            var late = fact.Receipts.Where(receipt => receipt is Receipt.Conducted or Receipt.Registered or Receipt.Reply).ToList();
            return late.Count > 0 && fact.Kind is FactKind.Done or FactKind.InWork ? With(memory, late) : null;
        }

        return fact.Kind switch
        {
            FactKind.Sent => With(memory.Where(word => word != Memory.Parked), [Memory.Sent, .. fact.Receipts]),
            FactKind.Uncertain => With(memory.Where(word => word != Memory.Parked), fact.Receipts),
            FactKind.Parked => With(memory, [Memory.Parked, .. fact.Receipts]),
            FactKind.InWork => With(memory.Where(word => word != Memory.Parked), [Memory.Sent, .. fact.Receipts]),
            FactKind.Waiting => With(memory, fact.Status == EgaisStatuses.NoAnswer ? [Memory.Overdue, .. fact.Receipts] : fact.Receipts),
            FactKind.Done or FactKind.DonePartly => With(memory, [Memory.Sent, .. fact.Receipts.Count > 0 ? fact.Receipts : OperationRules.Required(Enum.Parse<EgaisOperation>(fact.Operation))]),
            FactKind.SendRefused => With(memory, [Memory.Failed]),
            FactKind.Rejected => With(memory, [FailureOf(fact), .. fact.Receipts]),
            _ => With(memory, fact.Receipts),
        };
    }

    // A repeal is told of by the message it repealed as well, and that word may come after the next operation was begun.
    private static bool IsOver(DocumentState before, DocumentFact fact) =>
        before.Receipts.Contains(Memory.Repealed) && fact.MessageId is { } message && Memory.MessageOf(before.Receipts) is { } current && current != message
        && !OperationRules.WantsUnconduct(Enum.Parse<EgaisOperation>(before.Operation));

    private static string FailureOf(DocumentFact fact) =>
        fact.Error?.Reason == DialogueErrors.AlreadyActed || fact.Status == EgaisStatuses.NoAnswer ? Memory.Doubted
        : fact.Status == EgaisStatuses.SecondTicket ? Memory.NotConducted
        : Memory.Failed;

    private static string? PartnersWord(EgaisOperation operation) => operation switch
    {
        EgaisOperation.IncomingActAccepted => Memory.PartnerAccepted,
        EgaisOperation.IncomingActRejected => Memory.PartnerRejected,
        EgaisOperation.IncomingActDifferences => Memory.PartnerDiffers,
        EgaisOperation.IncomingDifferencesConfirmed => Memory.DifferencesConfirmed,
        EgaisOperation.IncomingDifferencesRefused => Memory.DifferencesRefused,
        EgaisOperation.IncomingRepealRequest => Memory.RepealAsked,
        EgaisOperation.IncomingRepealConfirmed => Memory.RepealConfirmed,
        EgaisOperation.IncomingRepealRefused => Memory.RepealRefused,
        _ => null,
    };

    private static bool IsUnderWay(DocumentState before) =>
        before.Status.EndsWith(EgaisStatus.SentToUtm, StringComparison.Ordinal) || before.Status.EndsWith(EgaisStatus.Processing, StringComparison.Ordinal);

    private static IReadOnlyList<string> With(IEnumerable<string> before, IEnumerable<string> more) => OperationRules.With(before, more);
}
