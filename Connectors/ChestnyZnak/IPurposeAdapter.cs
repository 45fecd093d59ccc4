using Cleverence.Connectivity.Exchange;

namespace Connectors.ChestnyZnak;

/// <summary>The talk with one sub-system: True API or СУЗ. Its methods are those of <see cref="IExchangeAdapter"/>.</summary>
internal interface IPurposeAdapter
{
    /// <summary>The purpose its messages carry (Назначение).</summary>
    string Purpose { get; }

    /// <summary>The token its calls need.</summary>
    TokenKind Token { get; }

    ValueTask<SendOutcome> SendAsync(ExchangeMessage message, CancellationToken cancellationToken);

    ValueTask<FindOutcome> FindSentAsync(ExchangeMessage message, CancellationToken cancellationToken);

    ValueTask<ReplyOutcome> GetReplyAsync(ExchangeMessage message, CancellationToken cancellationToken);

    TimeSpan? DelayOf(ExchangeMessage message);
}
