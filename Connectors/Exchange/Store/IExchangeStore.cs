using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Where the engine keeps queue, protocol, document states and inbox. What a task returns is committed with full durability.</summary>
/// <remarks>
/// Thread-safe, over all servers of the store. One message is earlier than another by <see cref="ExchangeMessage.CreatedAt"/>, then by its id; what is claimed goes by priority first.
/// <see cref="ExchangeMessage.NextAttemptAt"/> null means at once for <see cref="ExchangeStage.Enqueued"/> and <see cref="ExchangeStage.AwaitingSignature"/>, and never by itself for
/// <see cref="ExchangeStage.Accepted"/>, <see cref="ExchangeStage.WaitingRemote"/> and <see cref="ExchangeStage.Uncertain"/>. A lease whose time is over stands in nobody's way, nor does one that ends more than two lease lengths ahead (a clock was set back),
/// but a message that is <see cref="ExchangeStage.Sending"/> is left to those who claim that stage.
/// </remarks>
public interface IExchangeStore
{
    /// <summary>How many keys one search takes.</summary>
    const int MostKeys = 500;

    /// <summary>Writes everything of a commit, or nothing.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="cancellationToken">Stops what has not been committed.</param>
    /// <returns>Null when it is written; otherwise which guard did not hold.</returns>
    Task<CommitConflict?> CommitAsync(ExchangeCommit commit, CancellationToken cancellationToken);

    /// <summary>Takes the next message to be sent: <see cref="ExchangeStage.Enqueued"/>, due, nothing before it, and no other one of its organisation and purpose being sent. It is <see cref="ExchangeStage.Sending"/>, its attempt counted, and that is in the protocol, when this returns.</summary>
    /// <remarks>
    /// Before it may stand: the message it is sent after, until that is final (a missing one holds it for good); an earlier open one with its ordering key; an earlier one of its
    /// organisation that awaits a signature, unless it is immediate itself. Its <see cref="ExchangeMessage.SentAt"/> and <see cref="ExchangeMessage.StageSince"/> are the request's time.
    /// </remarks>
    /// <param name="request">Who takes, and from what.</param>
    /// <param name="cancellationToken">Stops what has not been committed.</param>
    /// <returns>The message; null when there is none.</returns>
    Task<ExchangeMessage?> ClaimToSendAsync(ClaimRequest request, CancellationToken cancellationToken);

    /// <summary>Leases messages that are due in the given stages without moving them. A <see cref="ExchangeStage.Sending"/> one is due when its lease is over.</summary>
    /// <remarks>
    /// An <see cref="ExchangeStage.Accepted"/> or <see cref="ExchangeStage.WaitingRemote"/> one is left alone until the message it is loaded after is final (a missing one holds it for good), and
    /// while an open message is to be loaded before it.
    /// </remarks>
    /// <param name="request">Who takes, and from what.</param>
    /// <param name="stages">The stages.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Stops what has not been committed.</param>
    /// <returns>The messages, by priority, by how long they are due, and by age: what fails again and again does not come before all the others for ever.</returns>
    Task<IReadOnlyList<ExchangeMessage>> ClaimAsync(ClaimRequest request, IReadOnlyList<ExchangeStage> stages, int limit, CancellationToken cancellationToken);

    /// <summary>Holds the leases of an owner longer.</summary>
    /// <param name="connectorId">The connector.</param>
    /// <param name="leaseOwner">The owner.</param>
    /// <param name="until">Until when.</param>
    /// <param name="cancellationToken">Stops what has not been committed.</param>
    /// <returns>How many leases it still has.</returns>
    Task<int> RenewLeasesAsync(string connectorId, string leaseOwner, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>When the next message of the given stages can be taken, as things stand: what waits behind another message is not regarded, and what is leased is due at the end of its lease.</summary>
    /// <param name="request">From what; its time is not regarded.</param>
    /// <param name="stages">The stages.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    /// <returns>The time, one that is past for what is due at once; null when nothing falls due by itself.</returns>
    Task<DateTimeOffset?> NextDueAsync(ClaimRequest request, IReadOnlyList<ExchangeStage> stages, CancellationToken cancellationToken);

    /// <summary>Finds a message.</summary>
    Task<ExchangeMessage?> FindMessageAsync(string connectorId, string messageId, CancellationToken cancellationToken);

    /// <summary>Finds the message that was accepted under an id: an open one before those that are final, and the latest of those.</summary>
    Task<ExchangeMessage?> FindByRequestIdAsync(string connectorId, string organisation, string requestId, CancellationToken cancellationToken);

    /// <summary>Lists messages, oldest first.</summary>
    Task<IReadOnlyList<ExchangeMessage>> ListMessagesAsync(string connectorId, ExchangeQuery query, CancellationToken cancellationToken);

    /// <summary>The organisations that have open messages or unhandled incoming items.</summary>
    Task<IReadOnlyList<string>> OpenOrganisationsAsync(string connectorId, CancellationToken cancellationToken);

    /// <summary>Finds a document's state.</summary>
    Task<DocumentState?> FindDocumentAsync(string connectorId, string document, CancellationToken cancellationToken);

    /// <summary>Lists the protocol of a document, or of a message, in the order of the commits, whatever the clocks said.</summary>
    Task<IReadOnlyList<ProtocolRecord>> ListProtocolAsync(string connectorId, string documentOrMessage, bool withPayloads, CancellationToken cancellationToken);

    /// <summary>Finds an incoming item by where it came from.</summary>
    Task<StoredIncoming?> FindIncomingAsync(string connectorId, string organisation, string remoteId, CancellationToken cancellationToken);

    /// <summary>Finds many incoming items of an organisation at once, without their bytes.</summary>
    /// <param name="connectorId">The connector.</param>
    /// <param name="organisation">The organisation.</param>
    /// <param name="by">What they are found by.</param>
    /// <param name="keys">The keys; at most <see cref="MostKeys"/>.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>What was found, oldest first.</returns>
    Task<IReadOnlyList<StoredIncoming>> FindIncomingAsync(string connectorId, string organisation, IncomingKey by, IReadOnlyList<string> keys, CancellationToken cancellationToken);

    /// <summary>Lists incoming items in the given stages, oldest first.</summary>
    /// <param name="connectorId">The connector.</param>
    /// <param name="organisation">The organisation; null for all.</param>
    /// <param name="stages">The stages.</param>
    /// <param name="after">Only after this item, by its id.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="withPayloads">Whether their bytes come along.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    /// <returns>The items.</returns>
    Task<IReadOnlyList<StoredIncoming>> ListIncomingAsync(string connectorId, string? organisation, IReadOnlyList<IncomingStage> stages, string? after, int limit, bool withPayloads, CancellationToken cancellationToken);

    /// <summary>Takes a suspended exchange out: it is gone for everybody else then.</summary>
    /// <returns>Its sealed bytes; null when it is unknown, taken already or outdated.</returns>
    Task<byte[]?> TakeSuspensionAsync(string connectorId, string id, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Removes final messages, handled incoming items and protocol payloads older than a time, a portion at a time.</summary>
    /// <returns>How many rows were removed; 0 when nothing is left to remove.</returns>
    Task<int> RemoveOldAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken);
}
