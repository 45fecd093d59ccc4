namespace Cleverence.Connectivity.Exchange;

/// <summary>The statuses a document goes through in one operation.</summary>
/// <param name="Prepared">A message is prepared (…КПередаче).</param>
/// <param name="Processing">The other system has it (…Обрабатывается).</param>
/// <param name="Done">Success.</param>
/// <param name="SendError">The transmission was refused (ОшибкаПередачи).</param>
public sealed record OperationStatuses(StatusEntry Prepared, StatusEntry Processing, StatusEntry Done, StatusEntry SendError)
{
    /// <summary>Taken over, no receipt yet (ПереданВУТМ); <see cref="Processing"/> when null.</summary>
    public StatusEntry? Sent { get; init; }

    /// <summary>Success for a part; <see cref="Done"/> when null.</summary>
    public StatusEntry? DonePartly { get; init; }

    /// <summary>Refused after it was taken (ОшибкаПроведения); <see cref="SendError"/> when null.</summary>
    public StatusEntry? PostingError { get; init; }

    /// <summary>Undone (ОтменаПроведения); <see cref="PostingError"/> when null.</summary>
    public StatusEntry? Reversed { get; init; }

    /// <summary>Another participant must act; <see cref="Processing"/> when null.</summary>
    public StatusEntry? Waiting { get; init; }

    /// <summary>Nobody knows whether it arrived; <see cref="Processing"/> when null.</summary>
    public StatusEntry? Uncertain { get; init; }

    /// <summary>A person must decide; <see cref="SendError"/> when null.</summary>
    public StatusEntry? Parked { get; init; }

    /// <summary>The receipts that must all be seen before <see cref="Done"/>; until then it is <see cref="Processing"/>. None by default.</summary>
    public IReadOnlyList<string> RequiredReceipts { get; init; } = [];

    /// <summary>The action that waits for a receipt, by the receipt: while some are missing, the document offers theirs instead of those of its entry.</summary>
    public IReadOnlyDictionary<string, string> WaitActions { get; init; } = new Dictionary<string, string>();

    internal IEnumerable<StatusEntry> All => new[] { Prepared, Processing, Done, SendError, Sent, DonePartly, PostingError, Reversed, Waiting, Uncertain, Parked }.OfType<StatusEntry>();

    // What ends this operation, so that a late word of work in progress is known as late.
    internal bool Ends(string status) =>
        status == Done.Status || status == (DonePartly ?? Done).Status || status == (PostingError ?? SendError).Status || status == (Reversed ?? PostingError ?? SendError).Status;

    internal bool HasAll(IReadOnlyList<string> receipts) => RequiredReceipts.All(receipts.Contains);

    internal IReadOnlyList<string> WaitsFor(IReadOnlyList<string> receipts) =>
        [.. RequiredReceipts.Where(receipt => !receipts.Contains(receipt)).Select(receipt => WaitActions.GetValueOrDefault(receipt)).OfType<string>().Distinct().Take(DocumentState.MaxActions)];
}
