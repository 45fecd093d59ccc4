using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.ChestnyZnak;

/// <summary>What the exchange engine is given: sends each message to the adapter of its purpose and turns a missing token into a text to sign.</summary>
internal sealed class ZnakAdapter(ZnakPlan plan, ISigners signers, TokenCache tokens, IDocumentStatuses statuses, IReadOnlyList<IPurposeAdapter> purposes) : IExchangeAdapter
{
    public IDocumentStatuses Statuses => statuses;

    public ISigner? SignerOf(string organisation) => plan.Organisations.FirstOrDefault(known => known.Inn == organisation)?.SignerName is { } name ? signers.Find(name) : null;

    public async ValueTask<SendOutcome> SendAsync(ExchangeMessage message, CancellationToken cancellationToken)
    {
        if (Find(message) is not { } purpose) return SendOutcome.Refused(UnknownPurpose(message));
        try
        {
            return await SendAsync(message, purpose, cancellationToken).ConfigureAwait(false);
        }
        catch (NotLeftException)
        {
            return SendOutcome.NotSent(Stopped(message));
        }
    }

    private async ValueTask<SendOutcome> SendAsync(ExchangeMessage message, IPurposeAdapter purpose, CancellationToken cancellationToken)
    {
        try
        {
            // Before the message, so that its own request cannot be the one without a token.
            await tokens.GetAsync(plan.Find(message.Content.Organisation), purpose.Token, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectorException missing)
        {
            return await WithoutTokenAsync(message, purpose, missing.Error, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            return await purpose.SendAsync(message, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectorException refused) when (NoTokenException.Is(refused))
        {
            // A token that was refused, or one that could not be renewed: the message was not carried out, and it is not its fault.
            return await WithoutTokenAsync(message, purpose, refused.Error, cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask<FindOutcome> FindSentAsync(ExchangeMessage message, CancellationToken cancellationToken)
    {
        if (Find(message) is not { } purpose) return new FindOutcome(FindVerdict.Never) { Error = UnknownPurpose(message) };
        try
        {
            return await purpose.FindSentAsync(message, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectorException missing) when (missing.Error.Reason == ZnakReasons.NeedsSignature)
        {
            return new FindOutcome(FindVerdict.NotYet) { Error = missing.Error, Challenge = await ChallengeAsync(message, purpose, cancellationToken).ConfigureAwait(false) };
        }
    }

    public async ValueTask<ReplyOutcome> GetReplyAsync(ExchangeMessage message, CancellationToken cancellationToken)
    {
        if (Find(message) is not { } purpose) return new ReplyOutcome(ReplyVerdict.Attention) { Error = UnknownPurpose(message) };
        try
        {
            return await purpose.GetReplyAsync(message, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectorException missing) when (missing.Error.Reason == ZnakReasons.NeedsSignature)
        {
            return new ReplyOutcome(ReplyVerdict.Same) { Error = missing.Error, Challenge = await ChallengeAsync(message, purpose, cancellationToken).ConfigureAwait(false) };
        }
    }

    public TimeSpan? DelayOf(ExchangeMessage message) => Find(message)?.DelayOf(message);

    public async ValueTask<SessionChallenge?> SetSessionKeyAsync(SessionChallenge challenge, ReadOnlyMemory<byte> cms, CancellationToken cancellationToken)
    {
        var organisation = plan.Find(challenge.Organisation);
        var kind = Enum.Parse<TokenKind>(challenge.Purpose);
        try
        {
            await tokens.RedeemAsync(organisation, kind, challenge.Memo ?? "", cms, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (ConnectorException refused) when (refused.Error is { InDoubt: false, Code: ConnectorErrorCode.Rejected or ConnectorErrorCode.AccessDenied })
        {
            // The text ends quickly: a fresh one is asked for in place of an error.
            return await tokens.ChallengeAsync(organisation, kind, cancellationToken).ConfigureAwait(false);
        }
    }

    private IPurposeAdapter? Find(ExchangeMessage message) => purposes.FirstOrDefault(purpose => purpose.Purpose == message.Content.Purpose);

    private async ValueTask<SendOutcome> WithoutTokenAsync(ExchangeMessage message, IPurposeAdapter purpose, ConnectorError error, CancellationToken cancellationToken)
    {
        if (error.Code is ConnectorErrorCode.Unavailable or ConnectorErrorCode.Timeout) return SendOutcome.NotSent(error with { InDoubt = false });
        var needed = new SendOutcome(SendVerdict.SessionKeyNeeded) { Error = error };
        if (error.Reason != ZnakReasons.NeedsSignature) return needed;
        try
        {
            return needed with { Challenge = await ChallengeAsync(message, purpose, cancellationToken).ConfigureAwait(false) };
        }
        catch (ConnectorException failure)
        {
            return failure.Error.Code is ConnectorErrorCode.Unavailable or ConnectorErrorCode.Timeout ? SendOutcome.NotSent(failure.Error with { InDoubt = false }) : needed with { Error = failure.Error with { InDoubt = false } };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return SendOutcome.NotSent(Stopped(message));
        }
    }

    private ValueTask<SessionChallenge> ChallengeAsync(ExchangeMessage message, IPurposeAdapter purpose, CancellationToken cancellationToken) =>
        tokens.ChallengeAsync(plan.Find(message.Content.Organisation), purpose.Token, cancellationToken);

    private static ConnectorError Stopped(ExchangeMessage message) =>
        new(ConnectorErrorCode.Unavailable, $"The message {message.Id} was stopped before it left. It waits for the next run.")
        {
            MessageRu = $"Отправка сообщения {message.Id} остановлена до передачи. Оно ждёт следующего обмена.",
            Reason = "STOPPED_BEFORE_SENDING",
            Retryable = true,
        };

    private static ConnectorError UnknownPurpose(ExchangeMessage message) =>
        new(ConnectorErrorCode.Failed, $"The message {message.Id} is for '{message.Content.Purpose}', which this connector does not serve.")
        {
            MessageRu = $"Сообщение {message.Id} предназначено для «{message.Content.Purpose}», этот коннектор его не обслуживает.",
            Reason = "PURPOSE_UNKNOWN",
        };
}
