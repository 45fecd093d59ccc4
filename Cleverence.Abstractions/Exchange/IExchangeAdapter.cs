namespace Cleverence.Connectivity.Exchange;

/// <summary>What a connector supplies to the exchange engine: the talk with one outside system. The engine owns queue, journal, order, signing and repeats.</summary>
/// <remarks>
/// Thread-safe. The engine calls it within <see cref="IExchange"/>'s methods only and keeps no reference to it afterwards. A <see cref="ConnectorException"/> out of
/// <see cref="SendAsync"/> is taken as <see cref="SendVerdict.NoVerdict"/> unless its error is <c>Rejected</c> or <c>InvalidArguments</c>; out of the other methods as "not known yet".
/// </remarks>
public interface IExchangeAdapter
{
    /// <summary>The status tables of its documents.</summary>
    IDocumentStatuses Statuses { get; }

    /// <summary>Who signs for an organisation on this server; null when nobody does and a workplace must.</summary>
    /// <param name="organisation">The organisation.</param>
    /// <returns>The signer, or null.</returns>
    ISigner? SignerOf(string organisation);

    /// <summary>Sends a message once. The engine has committed its <see cref="ExchangeStage.Sending"/> before.</summary>
    /// <param name="message">The message, with its signature where it needs one.</param>
    /// <param name="cancellationToken">Ends the waiting at shutdown; a cancelled send has no verdict.</param>
    /// <returns>What became of it.</returns>
    ValueTask<SendOutcome> SendAsync(ExchangeMessage message, CancellationToken cancellationToken);

    /// <summary>Finds out whether a message without a verdict arrived: by its number, hash or bytes at the other side.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The answer.</returns>
    ValueTask<FindOutcome> FindSentAsync(ExchangeMessage message, CancellationToken cancellationToken);

    /// <summary>Asks for the result of an accepted message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The answer.</returns>
    ValueTask<ReplyOutcome> GetReplyAsync(ExchangeMessage message, CancellationToken cancellationToken);

    /// <summary>How long to wait before the next question about a message that is accepted, waiting or uncertain; null when something else wakes it, which an uncertain one never relies on. By default <see cref="PollDelays"/>.</summary>
    /// <param name="message">The message; its stage and poll number tell which wait is meant.</param>
    /// <returns>The wait.</returns>
    TimeSpan? DelayOf(ExchangeMessage message) => PollDelays.Of(message);

    /// <summary>Whether a message that is proven again and again not to have been sent is given up after <c>MaxAttempts</c> transmissions and left to a person. False: it stays in the queue until the other system is back.</summary>
    bool GivesUp => true;

    /// <summary>Redeems a signed challenge for a session key and keeps the key.</summary>
    /// <param name="challenge">The challenge as handed out.</param>
    /// <param name="cms">The attached signature, DER.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Null when the key is set; a fresh challenge when the other system refused this one as outdated.</returns>
    ValueTask<SessionChallenge?> SetSessionKeyAsync(SessionChallenge challenge, ReadOnlyMemory<byte> cms, CancellationToken cancellationToken);
}
