using System.Collections.Concurrent;
using Cleverence.Connectivity.Exchange;

namespace TestKit.Exchange;

/// <summary>An adapter that behaves well by itself and badly on request: each of its answers can be scripted. It talks to a <see cref="RemoteSide"/>.</summary>
public class ScriptedAdapter(RemoteSide remote, IDocumentStatuses? statuses = null) : IExchangeAdapter
{
    private readonly ConcurrentQueue<string> calls = new();

    /// <summary>The other side.</summary>
    public RemoteSide Remote => remote;

    /// <summary>The calls so far, such as <c>Send m-1</c>.</summary>
    public IReadOnlyList<string> Calls => [.. calls];

    /// <summary>Replaces sending; null for arrival and acceptance.</summary>
    public Func<ExchangeMessage, CancellationToken, ValueTask<SendOutcome>>? OnSend { get; set; }

    /// <summary>Replaces the search; null for the truth.</summary>
    public Func<ExchangeMessage, CancellationToken, ValueTask<FindOutcome>>? OnFind { get; set; }

    /// <summary>Replaces the question for the result; null for the truth.</summary>
    public Func<ExchangeMessage, CancellationToken, ValueTask<ReplyOutcome>>? OnReply { get; set; }

    /// <summary>The signers by organisation.</summary>
    public ConcurrentDictionary<string, ISigner> Signers { get; } = new(StringComparer.Ordinal);

    /// <summary>Replaces the default waits.</summary>
    public Func<ExchangeMessage, TimeSpan?>? OnDelay { get; set; }

    /// <summary>What becomes of a signed challenge; null for "the key is set".</summary>
    public Func<SessionChallenge, ReadOnlyMemory<byte>, ValueTask<SessionChallenge?>>? OnSessionKey { get; set; }

    /// <inheritdoc/>
    public IDocumentStatuses Statuses { get; set; } = statuses ?? ExampleStatuses.Marking;

    /// <inheritdoc/>
    public bool GivesUp { get; set; } = true;

    /// <inheritdoc/>
    public ISigner? SignerOf(string organisation) => Signers.GetValueOrDefault(organisation);

    /// <inheritdoc/>
    public ValueTask<SendOutcome> SendAsync(ExchangeMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        Note("Send", message.Id);
        return OnSend?.Invoke(message, cancellationToken) ?? ValueTask.FromResult(SendOutcome.Accepted(remote.Arrive(message)));
    }

    /// <inheritdoc/>
    public ValueTask<FindOutcome> FindSentAsync(ExchangeMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        Note("Find", message.Id);
        return OnFind?.Invoke(message, cancellationToken) ?? ValueTask.FromResult(remote.Has(message) ? new FindOutcome(FindVerdict.Found) { RequestId = RemoteSide.IdOf(message) } : new FindOutcome(FindVerdict.Absent));
    }

    /// <inheritdoc/>
    public ValueTask<ReplyOutcome> GetReplyAsync(ExchangeMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        Note("Reply", message.Id);
        return OnReply?.Invoke(message, cancellationToken) ?? ValueTask.FromResult(new ReplyOutcome(remote.IsDone(message) ? ReplyVerdict.Done : ReplyVerdict.Same));
    }

    /// <inheritdoc/>
    public TimeSpan? DelayOf(ExchangeMessage message) => OnDelay is null ? PollDelays.Of(message) : OnDelay(message);

    /// <inheritdoc/>
    public ValueTask<SessionChallenge?> SetSessionKeyAsync(SessionChallenge challenge, ReadOnlyMemory<byte> cms, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(challenge);
        Note("SessionKey", challenge.ItemId);
        return OnSessionKey?.Invoke(challenge, cms) ?? ValueTask.FromResult<SessionChallenge?>(null);
    }

    /// <summary>How many calls of a kind were made.</summary>
    /// <param name="kind">The kind, such as <c>Send</c>.</param>
    /// <returns>The number.</returns>
    public int Count(string kind) => calls.Count(call => call.StartsWith(kind + " ", StringComparison.Ordinal));

    /// <summary>Remembers a call.</summary>
    protected void Note(string kind, string id) => calls.Enqueue($"{kind} {id}");
}
