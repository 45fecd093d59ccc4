namespace Connectors.Egais;

/// <summary>Where an operation stands by all that is remembered of it. Pure, and blind to the order in which it was learnt.</summary>
/// <param name="Step">How far it is.</param>
/// <param name="Status">The status.</param>
internal readonly record struct OperationVerdict(OperationStep Step, string Status)
{
    public static OperationVerdict Of(EgaisDocumentKind kind, EgaisOperation operation, OperationRow row, IReadOnlyList<string> memory)
    {
        var isComplete = OperationRules.Required(operation).All(memory.Contains);
        if (memory.Contains(Memory.Reversed)) return Settled(kind, row.Reversed, memory);
        // A partner answers only what the registry conducted, so his word outweighs a ticket.
        if (row.Refused is { } refused && memory.Contains(refused)) return Settled(kind, row.RefusedStatus, memory);
        if (row.Agreed is { } agreed && memory.Contains(agreed)) return Settled(kind, row.Done, memory);
        if (memory.Contains(Memory.NotConducted)) return new(OperationStep.Failed, row.ConductError ?? row.Error);
        if (memory.Contains(Memory.Failed)) return new(OperationStep.Failed, row.Error);
        if (isComplete) return Settled(kind, row.Done, memory);
        if (memory.Contains(Memory.Doubted)) return new(OperationStep.Failed, OperationRules.IsQuestion(operation) ? EgaisStatus.NoAnswer : row.Error);
        if (memory.Any(word => word is Receipt.Received or Receipt.Conducted or Receipt.Registered or Receipt.Reply or Memory.Overdue)) return new(OperationStep.Waiting, row.Processing);
        if (memory.Contains(Memory.Parked)) return new(OperationStep.Unclear, row.Error);
        return memory.Contains(Memory.Sent) ? new(OperationStep.Waiting, row.Sent) : new(OperationStep.ToSend, row.ToSend);
    }

    private static OperationVerdict Settled(EgaisDocumentKind kind, string status, IReadOnlyList<string> memory) =>
        new(OperationStep.Settled, kind == EgaisDocumentKind.OutgoingWaybill ? AtClient(status, memory) : status);

    // What the client says counts from when the waybill is with him.
    private static string AtClient(string status, IReadOnlyList<string> memory)
    {
        if (status == EgaisStatus.ProcessedByClient)
        {
            if (memory.Contains(Memory.PartnerRejected)) return EgaisStatus.CancelledByClient;
            if (memory.Contains(Memory.PartnerDiffers)) return EgaisStatus.DifferencesReceived;
            if (memory.Contains(Memory.PartnerAccepted)) status = EgaisStatus.Confirmed;
        }

        return status is EgaisStatus.Confirmed or EgaisStatus.ConfirmedWithDifferences && memory.Contains(Memory.RepealAsked) ? EgaisStatus.RepealRequestReceived : status;
    }
}
