using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>Calls the services as a participant: brings the token, and renews a spent one once. Thread-safe.</summary>
internal sealed class ZnakCaller(ZnakPlan plan, ZnakSender sender, TokenCache tokens)
{
    /// <summary>Sends a request and hands back any readable answer.</summary>
    /// <exception cref="ConnectorException">It was not answered; <see cref="ConnectorError.InDoubt"/> tells whether it may have been carried out. Or there is no token to call with.</exception>
    public async ValueTask<ZnakAnswer> SendAsync(ZnakRequest request, CancellationToken cancellationToken)
    {
        var organisation = plan.Find(request.Inn);
        if (request.Token == TokenKind.None) return await sender.SendAsync(organisation, request, null, cancellationToken).ConfigureAwait(false);
        var token = await tokens.GetAsync(organisation, request.Token, cancellationToken).ConfigureAwait(false);
        var answer = await SendAsync(organisation, request, token, cancellationToken).ConfigureAwait(false);

        // A 401 was not carried out, so that any class may be repeated once. With a list of results it speaks of the codes, not of the token.
        if (answer.Status != 401 || answer.IsArray) return answer;
        token = await tokens.RenewAsync(organisation, request.Token, token, cancellationToken).ConfigureAwait(false);
        answer = await SendAsync(organisation, request, token, cancellationToken).ConfigureAwait(false);
        return answer.Status != 401 || answer.IsArray ? answer : throw ZnakFailures.Of(answer, request with { Inn = organisation.Inn });
    }

    /// <summary>Sends a request and hands back its answer when it says yes.</summary>
    /// <exception cref="ConnectorException">It was refused or not answered.</exception>
    public async ValueTask<ZnakAnswer> AskAsync(ZnakRequest request, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        return answer.IsOk ? answer : throw ZnakFailures.Of(answer, request);
    }

    private async ValueTask<ZnakAnswer> SendAsync(ZnakOrganisation organisation, ZnakRequest request, string token, CancellationToken cancellationToken)
    {
        try
        {
            return await sender.SendAsync(organisation, request, token, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectorException failure) when (failure.Error.Detail?.Contains(token, StringComparison.Ordinal) == true)
        {
            throw new ConnectorException(failure.Error with { Detail = failure.Error.Detail.Replace(token, "***", StringComparison.Ordinal) }, failure.InnerException);
        }
    }
}
