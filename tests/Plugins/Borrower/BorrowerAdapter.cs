using Cleverence.Connectivity.Exchange;

namespace Borrower;

/// <summary>Another system that takes everything.</summary>
public sealed class BorrowerAdapter(ISigners signers) : IExchangeAdapter
{
    public IDocumentStatuses Statuses { get; } = new BorrowerStatuses();

    public ISigner? SignerOf(string organisation) => signers.Find("main");

    public ValueTask<SendOutcome> SendAsync(ExchangeMessage message, CancellationToken cancellationToken) => new(SendOutcome.Accepted($"R-{message.Signature!.Length}"));

    public ValueTask<FindOutcome> FindSentAsync(ExchangeMessage message, CancellationToken cancellationToken) => new(new FindOutcome(FindVerdict.Never));

    public ValueTask<ReplyOutcome> GetReplyAsync(ExchangeMessage message, CancellationToken cancellationToken) => new(new ReplyOutcome(ReplyVerdict.Same));

    public TimeSpan? DelayOf(ExchangeMessage message) => TimeSpan.FromHours(1);

    public ValueTask<SessionChallenge?> SetSessionKeyAsync(SessionChallenge challenge, ReadOnlyMemory<byte> cms, CancellationToken cancellationToken) => new((SessionChallenge?)null);
}
