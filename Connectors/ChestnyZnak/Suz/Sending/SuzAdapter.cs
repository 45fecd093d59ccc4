using Cleverence.Connectivity.Exchange;

namespace Connectors.ChestnyZnak;

/// <summary>The order station as the exchange engine sees it: orders, closings and reports.</summary>
internal sealed class SuzAdapter(SuzSending sending, SuzSearch search, SuzReplies replies) : IPurposeAdapter
{
    private static readonly TimeSpan[] First = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(30)];
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public string Purpose => SuzOperations.Purpose;

    public TokenKind Token => TokenKind.Suz;

    public ValueTask<SendOutcome> SendAsync(ExchangeMessage message, CancellationToken cancellationToken) => new(sending.SendAsync(message, cancellationToken));

    public ValueTask<FindOutcome> FindSentAsync(ExchangeMessage message, CancellationToken cancellationToken) => new(search.FindAsync(message, cancellationToken));

    public ValueTask<ReplyOutcome> GetReplyAsync(ExchangeMessage message, CancellationToken cancellationToken) => new(replies.GetAsync(message, cancellationToken));

    public TimeSpan? DelayOf(ExchangeMessage message) => message.Stage switch
    {
        ExchangeStage.Uncertain => message.PollNumber == 0 ? First[3] : Minute,
        _ when message.PollNumber < First.Length => First[message.PollNumber],
        _ => message.PollNumber < 60 ? Minute : 5 * Minute,
    };
}
