using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;
using FluentAssertions;

namespace TestKit.Exchange;

/// <summary>What the suites of <see cref="IExchangeStore"/> share: two servers on one store, and short ways to write and take.</summary>
public abstract class ExchangeStoreSetting
{
    /// <summary>The connector whose rows the tests write.</summary>
    protected const string Id = "znak";

    /// <summary>The time of the tests, a whole millisecond.</summary>
    protected static readonly DateTimeOffset Noon = new(2026, 5, 31, 12, 0, 0, TimeSpan.Zero);

    private int made;

    /// <summary>The store under test, empty.</summary>
    protected abstract IExchangeStore Store { get; }

    /// <summary>The same store as another server sees it.</summary>
    protected virtual IExchangeStore Other => Store;

    /// <summary>A message that is ready to be sent; each is made a millisecond after the one before.</summary>
    protected ExchangeMessage Message(string organisation = "7700000001", Func<OutgoingMessage, OutgoingMessage>? content = null)
    {
        made++;
        var outgoing = new OutgoingMessage(organisation, "LK_RECEIPT", [1, 2, 3]) { Id = $"00000000-0000-7000-8000-{made:D12}", Purpose = "TrueApi" };
        var at = Noon.AddMilliseconds(made);
        return new ExchangeMessage(outgoing.Id!, content?.Invoke(outgoing) ?? outgoing) { CreatedAt = at, ChangedAt = at, StageSince = at };
    }

    /// <summary>Adds messages and gives them as the store keeps them.</summary>
    protected async Task<IReadOnlyList<ExchangeMessage>> AddAsync(params ExchangeMessage[] messages)
    {
        await WriteAsync(new ExchangeCommit(Id) { Added = messages });
        return await Task.WhenAll(messages.Select(FindAsync));
    }

    /// <summary>Adds a message.</summary>
    protected async Task<ExchangeMessage> AddAsync(ExchangeMessage message) => (await AddAsync([message]))[0];

    /// <summary>Writes a commit that must hold.</summary>
    protected async Task WriteAsync(ExchangeCommit commit) => (await Store.CommitAsync(commit, default)).Should().BeNull();

    /// <summary>Changes a message as it is kept now.</summary>
    protected async Task<ExchangeMessage> ChangeAsync(string messageId, Func<ExchangeMessage, ExchangeMessage> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var message = (await Store.FindMessageAsync(Id, messageId, default))!;
        await WriteAsync(new ExchangeCommit(Id) { Changed = [change(message)] });
        return (await Store.FindMessageAsync(Id, messageId, default))!;
    }

    /// <summary>A message as it is kept.</summary>
    protected async Task<ExchangeMessage> FindAsync(ExchangeMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return (await Store.FindMessageAsync(Id, message.Id, default))!;
    }

    /// <summary>A claim of a minute at some seconds after noon.</summary>
    protected static ClaimRequest Claim(string owner = "a", double seconds = 10) => new(Id, owner, Noon.AddSeconds(seconds), Noon.AddSeconds(seconds + 60)) { Node = "server-a" };

    /// <summary>Takes the next message to be sent.</summary>
    protected Task<ExchangeMessage?> TakeAsync(ClaimRequest? request = null) => Store.ClaimToSendAsync(request ?? Claim(), default);

    /// <summary>The ids of messages.</summary>
    protected static IEnumerable<string> Ids(IEnumerable<ExchangeMessage> messages) => messages.Select(message => message.Id);
}
