using Cleverence.Connectivity.Exchange;

namespace Connectors.ChestnyZnak;

/// <summary>The status tables of True API documents: the same steps for each type, under its own words.</summary>
internal static class DocumentStatuses
{
    /// <summary>The kind of documents that came from other participants.</summary>
    public const string IncomingKind = "Incoming";

    /// <summary>The operation of taking them in.</summary>
    public const string ReceiveOperation = "Receive";

    /// <summary>Which type takes which back.</summary>
    public static IReadOnlyDictionary<string, string> Cancelling { get; } = new Dictionary<string, string> { ["LK_RECEIPT"] = "LK_RECEIPT_CANCEL", ["LP_SHIP_GOODS"] = "LP_CANCEL_SHIPMENT" };

    private static OperationStatuses Received => new(
        new StatusEntry(StatusNames.Received, ActionNames.None), new StatusEntry(StatusNames.Received, ActionNames.None), new StatusEntry(StatusNames.Received, ActionNames.None), new StatusEntry(StatusNames.Received, ActionNames.None))
    {
        PostingError = new StatusEntry(StatusNames.ReceivedBad, ActionNames.None),
        Reversed = new StatusEntry(StatusNames.ReceivedCancelled, ActionNames.None),
    };

    public static DocumentStatusTable Fill(DocumentStatusTable table)
    {
        foreach (var shape in DocumentShapes.All) table.Add(shape.StemEn, shape.Type, Of(shape));

        // A finished document is taken back by another one; its own status follows.
        foreach (var (type, by) in Cancelling) table.Add(DocumentShapes.Find(type)!.StemEn, by, Of(DocumentShapes.Find(by)!));
        return table.Add(IncomingKind, ReceiveOperation, Received);
    }

    private static OperationStatuses Of(DocumentShape shape)
    {
        StatusEntry Entry(string ending, params string[] actions) => new(StatusNames.Of(shape, ending), actions);
        return new OperationStatuses(
            Entry("КПередаче", ActionNames.RunExchange, ActionNames.WaitForJob, ActionNames.CancelTransfer),
            Entry("Обрабатывается", ActionNames.WaitForRemote),
            new StatusEntry(shape.Done, shape.Next ?? ActionNames.None),
            Entry("ОшибкаПередачи", ActionNames.Send, ActionNames.CancelOperation) with { IsError = true })
        {
            DonePartly = Entry("Частично", ActionNames.SendCorrected),
            PostingError = Entry("ОшибкаОбработки", ActionNames.Send, ActionNames.CancelOperation) with { IsError = true },
            Reversed = Entry("Аннулирован", ActionNames.None),
            Waiting = Waiting(shape),
            Uncertain = Entry("СтатусНеопределен", ActionNames.Check, ActionNames.WaitForJob),
            Parked = Entry("ТребуетРешения", ActionNames.Check) with { IsError = true },
        };
    }

    private static StatusEntry Waiting(DocumentShape shape) =>
        new(StatusNames.Of(shape, "ОжидаетДругогоУчастника"), shape.Type == "LP_SHIP_GOODS" ? [ActionNames.WaitForRemote, ActionNames.CancelShipment] : [ActionNames.WaitForRemote]);
}
