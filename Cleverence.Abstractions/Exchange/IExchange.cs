namespace Cleverence.Connectivity.Exchange;

/// <summary>The durable exchange engine, as one connector sees it: its own queue, journal, document states and inbox.</summary>
/// <remarks>
/// Thread-safe; a connector takes it by its constructor. What a method returns is committed. Nothing is sent twice by machine: a transmission without a verdict
/// is looked for at the other system, and a person decides when it cannot be found.
/// </remarks>
public interface IExchange
{
    /// <summary>Takes messages into the queue: each document's messages, state and records in one transaction.</summary>
    /// <param name="adapter">The connector's adapter.</param>
    /// <param name="messages">The messages. Messages of one document stand or fall together; a failure of one document does not touch the others.</param>
    /// <param name="cancellationToken">Stops what has not been committed.</param>
    /// <returns>One change for each message, in their order; a refused one carries its error.</returns>
    ValueTask<IReadOnlyList<ExchangeChange>> PrepareAsync(IExchangeAdapter adapter, IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken);

    /// <summary>Sends what is ready, looks for what is uncertain, asks for results and receives, until the budget is used or nothing is left to do.</summary>
    /// <param name="adapter">The connector's adapter.</param>
    /// <param name="run">What to work on.</param>
    /// <param name="cancellationToken">Ends the run; a transmission under way has no verdict then.</param>
    /// <returns>What came of it.</returns>
    ValueTask<ExchangeResult> RunAsync(IExchangeAdapter adapter, ExchangeRun run, CancellationToken cancellationToken);

    /// <summary>Takes signatures back and goes on.</summary>
    /// <param name="adapter">The connector's adapter.</param>
    /// <param name="token">The token of the result that asked for them.</param>
    /// <param name="signed">The signatures.</param>
    /// <param name="run">How to go on.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>What came of it; it may ask for signatures again.</returns>
    /// <exception cref="ConnectorException">The token is unknown, used or outdated.</exception>
    ValueTask<ExchangeResult> ContinueAsync(IExchangeAdapter adapter, string token, IReadOnlyList<SignedItem> signed, ExchangeRun run, CancellationToken cancellationToken);

    /// <summary>Takes a document's messages back that were never sent.</summary>
    /// <param name="adapter">The connector's adapter.</param>
    /// <param name="document">The document.</param>
    /// <param name="user">Who asks.</param>
    /// <param name="cancellationToken">Stops what has not been committed.</param>
    /// <returns>The changes; empty when the queue holds none of its messages.</returns>
    /// <exception cref="ConnectorException"><c>Rejected</c>: it is already transmitted.</exception>
    ValueTask<IReadOnlyList<ExchangeChange>> CancelTransferAsync(IExchangeAdapter adapter, string document, string? user, CancellationToken cancellationToken);

    /// <summary>Takes the last operation of a document back that ended in failure; the other side is not told.</summary>
    /// <param name="adapter">The connector's adapter.</param>
    /// <param name="document">The document.</param>
    /// <param name="user">Who asks.</param>
    /// <param name="cancellationToken">Stops what has not been committed.</param>
    /// <returns>The change.</returns>
    /// <exception cref="ConnectorException"><c>Rejected</c>: its status is not one of failure.</exception>
    ValueTask<ExchangeChange> CancelLastOperationAsync(IExchangeAdapter adapter, string document, string? user, CancellationToken cancellationToken);

    /// <summary>Computes a document's status from the protocol again and keeps it.</summary>
    /// <param name="adapter">The connector's adapter.</param>
    /// <param name="document">The document.</param>
    /// <param name="user">Who asks.</param>
    /// <param name="cancellationToken">Stops what has not been committed.</param>
    /// <returns>The state; null when the protocol does not know the document.</returns>
    ValueTask<DocumentState?> RestoreStatusAsync(IExchangeAdapter adapter, string document, string? user, CancellationToken cancellationToken);

    /// <summary>Carries out what a person decided about a parked or uncertain message.</summary>
    /// <param name="adapter">The connector's adapter.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="requestId">The id at the other system, for <see cref="ExchangeDecision.Arrived"/>.</param>
    /// <param name="user">Who decided.</param>
    /// <param name="cancellationToken">Stops what has not been committed.</param>
    /// <returns>The change.</returns>
    ValueTask<ExchangeChange> DecideAsync(IExchangeAdapter adapter, string messageId, ExchangeDecision decision, string? requestId, string? user, CancellationToken cancellationToken);

    /// <summary>Applies facts, records and messages together: all or nothing.</summary>
    /// <param name="adapter">The connector's adapter.</param>
    /// <param name="facts">What happened to documents.</param>
    /// <param name="records">The connector's own records.</param>
    /// <param name="messages">Messages to enqueue.</param>
    /// <param name="user">Who asks.</param>
    /// <param name="cancellationToken">Stops what has not been committed.</param>
    /// <returns>A task that ends with the commit.</returns>
    /// <exception cref="ConnectorException"><c>Conflict</c>: a record has another version than expected.</exception>
    ValueTask TransactAsync(IExchangeAdapter adapter, IReadOnlyList<DocumentFact> facts, IReadOnlyList<RecordChange> records, IReadOnlyList<OutgoingMessage> messages, string? user, CancellationToken cancellationToken);

    /// <summary>Finds a document's state.</summary>
    /// <param name="document">The document.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The state, or null.</returns>
    ValueTask<DocumentState?> FindDocumentAsync(string document, CancellationToken cancellationToken);

    /// <summary>Finds a message.</summary>
    /// <param name="messageId">The message.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The message, or null.</returns>
    ValueTask<ExchangeMessage?> FindMessageAsync(string messageId, CancellationToken cancellationToken);

    /// <summary>Lists messages.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    /// <returns>The messages, oldest first.</returns>
    ValueTask<IReadOnlyList<ExchangeMessage>> ListMessagesAsync(ExchangeQuery query, CancellationToken cancellationToken);

    /// <summary>Lists the protocol of a document, or of a message without one, oldest first and without payloads.</summary>
    /// <param name="documentOrMessage">The document, or the message's id.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    /// <returns>The entries.</returns>
    ValueTask<IReadOnlyList<ProtocolRecord>> ListProtocolAsync(string documentOrMessage, CancellationToken cancellationToken);

    /// <summary>Lists the protocol of a document, or of a message without one, oldest first.</summary>
    /// <param name="documentOrMessage">The document, or the message's id.</param>
    /// <param name="withPayloads">Whether the payloads come along.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    /// <returns>The entries.</returns>
    ValueTask<IReadOnlyList<ProtocolRecord>> ListProtocolAsync(string documentOrMessage, bool withPayloads, CancellationToken cancellationToken);

    /// <summary>Finds a message by the id the other system gave it.</summary>
    /// <param name="organisation">Whose message.</param>
    /// <param name="requestId">The id, as <see cref="SendOutcome.RequestId"/> gave it.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The message, or null.</returns>
    ValueTask<ExchangeMessage?> FindByRequestIdAsync(string organisation, string requestId, CancellationToken cancellationToken);

    /// <summary>Brings the verdict of a transmission that somebody else made: of a message that was <see cref="SendVerdict.HandedOut"/>.</summary>
    /// <remarks>
    /// A verdict that comes after answers to the message already came only adds the id it was taken under; one that repeats what is known changes nothing. Of an attempt that is not the
    /// last one (<see cref="SendOutcome.Attempt"/>) only the arrival counts: what it failed in does not speak of the later one.
    /// </remarks>
    /// <param name="adapter">The connector's adapter.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="user">Who transmitted it.</param>
    /// <param name="cancellationToken">Stops what has not been committed.</param>
    /// <returns>The change.</returns>
    /// <exception cref="ConnectorException"><c>Rejected</c>: the message waits for no verdict.</exception>
    ValueTask<ExchangeChange> BringVerdictAsync(IExchangeAdapter adapter, string messageId, SendOutcome outcome, string? user, CancellationToken cancellationToken);

    /// <summary>Finds an incoming item by the id it has in the box.</summary>
    /// <param name="organisation">Whose box.</param>
    /// <param name="remoteId">The id there.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The item, or null.</returns>
    ValueTask<StoredIncoming?> FindIncomingAsync(string organisation, string remoteId, CancellationToken cancellationToken);

    /// <summary>Lists incoming items in some stages, oldest first, with their bytes.</summary>
    /// <param name="organisation">Whose box.</param>
    /// <param name="stages">The stages.</param>
    /// <param name="after">Only after this item's <see cref="StoredIncoming.Id"/>, for paging.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    /// <returns>The items.</returns>
    ValueTask<IReadOnlyList<StoredIncoming>> ListIncomingAsync(string organisation, IReadOnlyList<IncomingStage> stages, string? after, int limit, CancellationToken cancellationToken);

    /// <summary>Gives a parked incoming item back to the engine: the next run tries it again, with its attempts counted anew.</summary>
    /// <param name="organisation">Whose box.</param>
    /// <param name="remoteId">The id there.</param>
    /// <param name="user">Who asks.</param>
    /// <param name="cancellationToken">Stops what has not been committed.</param>
    /// <returns>The item as it is then, without its bytes.</returns>
    /// <exception cref="ConnectorException"><c>InvalidArguments</c>: there is no such item; <c>Rejected</c>: it is not parked.</exception>
    ValueTask<StoredIncoming> ReleaseIncomingAsync(string organisation, string remoteId, string? user, CancellationToken cancellationToken);

    /// <summary>Notes that somebody else, such as a workplace beside the other system, removed the remote copies of handled items.</summary>
    /// <param name="organisation">Whose box.</param>
    /// <param name="remoteIds">The ids there; what is unknown or not handled yet is left as it is.</param>
    /// <param name="user">Who removed them.</param>
    /// <param name="cancellationToken">Stops what has not been committed.</param>
    /// <returns>How many items are acknowledged by it.</returns>
    ValueTask<int> AcknowledgedAsync(string organisation, IReadOnlyList<string> remoteIds, string? user, CancellationToken cancellationToken);
}
