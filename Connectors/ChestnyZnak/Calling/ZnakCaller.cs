using System.Text;
using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>Calls the services as a participant: brings the token, and renews a spent one once. Thread-safe.</summary>
internal sealed class ZnakCaller(ZnakPlan plan, ZnakSender sender, TokenCache tokens)
{
    private const string Mask = "***";

    /// <summary>Sends a request and hands back any readable answer.</summary>
    /// <exception cref="ConnectorException">It was not answered; <see cref="ConnectorError.InDoubt"/> tells whether it may have been carried out. Or there is no token to call with: <see cref="NoTokenException.Is"/>.</exception>
    /// <exception cref="NotLeftException">It was cancelled before it left.</exception>
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
        return answer.Status != 401 || answer.IsArray ? answer : throw NoTokenException.Of(ZnakFailures.ErrorOf(answer, request with { Inn = organisation.Inn }));
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
            return WithoutToken(await sender.SendAsync(organisation, request, token, cancellationToken).ConfigureAwait(false), token);
        }
        catch (ConnectorException failure) when (failure.Error.Detail?.Contains(token, StringComparison.Ordinal) == true)
        {
            throw new ConnectorException(failure.Error with { Detail = failure.Error.Detail.Replace(token, Mask, StringComparison.Ordinal) }, failure.InnerException);
        }
    }

    // Gateways repeat the request's headers in their errors. From here on the body goes into errors, the log and the protocol.
    private static ZnakAnswer WithoutToken(ZnakAnswer answer, string token) =>
        answer.IsOk || answer.Body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(token)) < 0 ? answer : answer with { Body = Encoding.UTF8.GetBytes(answer.Text.Replace(token, Mask, StringComparison.Ordinal)) };
}
