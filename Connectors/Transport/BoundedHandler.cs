namespace Connectors.Transport;

/// <summary>Reads the whole answer within the limit, before the client library sees it.</summary>
internal sealed class BoundedHandler(HttpMessageHandler inner, long limit) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            await response.Content.LoadIntoBufferAsync(limit, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException over) when (over.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            response.Dispose();
            throw new AnswerTooLargeException(limit, over);
        }
        catch
        {
            response.Dispose();
            throw;
        }

        // RestSharp parses cookies and reports a malformed one as a failed exchange, after the other side has done its work.
        response.Headers.Remove("Set-Cookie");
        return response;
    }
}
