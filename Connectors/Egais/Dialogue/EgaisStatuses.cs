using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>The states of documents: pure. A fact adds to what the document remembers of its operation, and the state follows from all that is remembered.</summary>
/// <param name="checkFirst">Whether goods are checked before a receipt is confirmed.</param>
/// <param name="byJob">Whether a job sends what is prepared, so that people need not.</param>
internal sealed class EgaisStatuses(bool checkFirst = false, bool byJob = false) : IDocumentStatuses
{
    /// <summary>The operation that a rejected message was never answered in.</summary>
    public const string NoAnswer = "NoAnswer";

    /// <summary>The word of a ticket that the registry did not conduct a document.</summary>
    public const string SecondTicket = "Operation";

    /// <summary>The word of a ticket that the registry did not take a document.</summary>
    public const string FirstTicket = "Result";

    private readonly string toSend = byJob ? NextAction.WaitScheduledTransfer : NextAction.RunExchange;

    public DocumentState Start(string document, string kind)
    {
        var known = KindOf(kind);
        var status = known == EgaisDocumentKind.IncomingWaybill ? EgaisStatus.ReceivedFromEgais : EgaisStatus.Draft;
        return new DocumentState(document, kind, status) { Actions = SettledActions.Of(known, null, status, [], checkFirst) };
    }

    public DocumentState After(DocumentState before, DocumentFact fact)
    {
        var kind = KindOf(fact.DocumentKind);
        if (fact.Operation == DocumentVerbs.Archived) return before with { Actions = [] };
        var operation = Enum.TryParse<EgaisOperation>(fact.Operation, out var parsed) ? parsed : throw Unknown(fact);
        var organised = before with { Kind = fact.DocumentKind, Organisation = fact.Organisation.Length > 0 ? fact.Organisation : before.Organisation };
        return fact.Kind switch
        {
            FactKind.Cancelled or FactKind.Undone => before,
            FactKind.Prepared => Begin(organised, kind, operation, fact),
            FactKind.Received when operation == EgaisOperation.IncomingWayBill => Arrive(organised, kind, fact),
            _ when organised.Operation.Length == 0 => Unasked(organised, kind, fact),
            _ => Judge(organised, kind, FactMemory.Of(organised, operation, fact), fact),
        };
    }

    private DocumentState Begin(DocumentState before, EgaisDocumentKind kind, EgaisOperation operation, DocumentFact fact)
    {
        var from = EgaisStatus.IsUnsettled(before.Status) ? Memory.FromOf(before.Receipts) ?? Start(before.Document, before.Kind).Status : before.Status;
        _ = OperationRows.Find(kind, operation, from) ?? throw Unknown(fact);
        // The same message again: it is proven that it had not arrived.
        var again = before.Operation == fact.Operation && fact.MessageId is { } message && Memory.MessageOf(before.Receipts) == message;
        IEnumerable<string> kept = again
            ? before.Receipts.Where(word => word is not (Memory.Sent or Memory.Parked))
            : [.. before.Receipts.Where(Memory.Outlives), .. WasRepealed(before) ? [Memory.Repealed] : Array.Empty<string>(), Memory.From(from), .. fact.MessageId is { } id ? [Memory.Message(id)] : Array.Empty<string>()];
        return Judge(before with { Operation = fact.Operation, Error = again ? before.Error : null }, kind, OperationRules.With(kept, []), fact with { Error = null });
    }

    private static bool WasRepealed(DocumentState before) =>
        Enum.TryParse<EgaisOperation>(before.Operation, out var operation) && OperationRules.WantsUnconduct(operation) && !before.IsError
        && before.Receipts.Any(word => word is Memory.Reversed or Receipt.Conducted) && !before.Receipts.Contains(Memory.RepealRefused);

    // A waybill that comes again changes nothing that was begun, but may bring what was missing.
    private DocumentState Arrive(DocumentState before, EgaisDocumentKind kind, DocumentFact fact)
    {
        // Other content has not been checked yet.
        var memory = OperationRules.With(before.Receipts.Where(word => word is not (Memory.Incomplete or Memory.Checked)), fact.Error is null ? [] : [Memory.Incomplete]);
        if (before.Status != EgaisStatus.ReceivedFromEgais) return before with { Receipts = memory };
        return before with { Status = EgaisStatus.ReceivedFromEgais, Receipts = memory, Error = fact.Error, Actions = SettledActions.Of(kind, null, EgaisStatus.ReceivedFromEgais, memory, checkFirst) };
    }

    // Nothing of our own is under way: only an un-conduct means something, and that the goods were checked.
    private DocumentState Unasked(DocumentState before, EgaisDocumentKind kind, DocumentFact fact)
    {
        var memory = OperationRules.With(before.Receipts, fact.Receipts.Where(Memory.Outlives));
        if (fact.Kind != FactKind.Reversed) return before with { Receipts = memory, Actions = SettledActions.Of(kind, null, before.Status, memory, checkFirst) };
        var status = kind == EgaisDocumentKind.IncomingWaybill ? EgaisStatus.CancelledBySupplier : kind == EgaisDocumentKind.OutgoingWaybill ? EgaisStatus.CancelledByClient : EgaisStatus.Cancelled;
        return before with { Status = status, Receipts = memory, Error = fact.Error, Actions = [] };
    }

    private DocumentState Judge(DocumentState before, EgaisDocumentKind kind, IReadOnlyList<string>? memory, DocumentFact fact)
    {
        if (memory is null) return before;
        var operation = Enum.Parse<EgaisOperation>(before.Operation);
        var row = OperationRows.Find(kind, operation, Memory.FromOf(memory)) ?? throw Unknown(fact);
        var verdict = OperationVerdict.Of(kind, operation, row, memory);
        var actions = verdict.Step switch
        {
            OperationStep.Settled => SettledActions.Of(kind, operation, verdict.Status, memory, checkFirst),
            OperationStep.Failed => [row.Repeat, NextAction.CancelOperation],
            OperationStep.Waiting when memory.Contains(Memory.Overdue) => [row.Repeat, .. Waits(row, operation, memory)],
            OperationStep.Waiting => Waits(row, operation, memory),
            OperationStep.Unclear => [NextAction.RunExchange],
            _ => [fact.Kind == FactKind.Uncertain ? NextAction.RunExchange : toSend, .. fact.Kind == FactKind.Uncertain ? [] : new[] { NextAction.CancelTransfer }],
        };
        return before with
        {
            Status = verdict.Status,
            Actions = [.. actions.Take(DocumentState.MaxActions)],
            Receipts = memory,
            Error = ErrorOf(before, fact, verdict.Step),
            IsError = verdict.Step == OperationStep.Failed,
        };
    }

    // The weightiest failure is shown, and of equal ones the first, whatever comes later.
    private static ConnectorError? ErrorOf(DocumentState before, DocumentFact fact, OperationStep step) => step switch
    {
        OperationStep.Settled or OperationStep.Waiting => null,
        OperationStep.Failed when before.IsError && (fact.Kind is not (FactKind.Rejected or FactKind.SendRefused) || fact.Status != SecondTicket) => before.Error ?? fact.Error,
        _ => fact.Error ?? before.Error,
    };

    private static IReadOnlyList<string> Waits(OperationRow row, EgaisOperation operation, IReadOnlyList<string> memory) =>
        [.. OperationRules.Required(operation).Where(receipt => !memory.Contains(receipt)).Select(receipt => receipt switch
        {
            Receipt.Received => NextAction.WaitReceivedTicket,
            Receipt.Conducted => NextAction.WaitConductedTicket,
            Receipt.Registered => NextAction.WaitRegistration,
            _ => row.WaitForReply,
        })];

    private static EgaisDocumentKind KindOf(string kind) => Enum.TryParse<EgaisDocumentKind>(kind, out var known) && known.ToString() == kind ? known : throw new ConnectorException(Wrong($"There is no kind of document '{kind}'.", $"Вида документа «{kind}» нет."));

    private static ConnectorException Unknown(DocumentFact fact) => new(Wrong(
        $"A document of the kind '{fact.DocumentKind}' knows no operation '{fact.Operation}'.", $"У документов вида «{fact.DocumentKind}» нет операции «{fact.Operation}»."));

    private static ConnectorError Wrong(string text, string textRu) => new(ConnectorErrorCode.Failed, text) { MessageRu = textRu, Reason = "STATUS_TABLE" };
}
