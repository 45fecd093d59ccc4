namespace Faults.Kills;

/// <summary>Asks again while connections are refused: the marking system may be told to refuse them for a time. None is kept, for those that are it then resets.</summary>
internal sealed class PatientHandler() : DelegatingHandler(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero })
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException refused) when (refused.HttpRequestError == HttpRequestError.ConnectionError)
            {
                // The client's own limit ends this.
                await Task.Delay(100, cancellationToken);
            }
        }
    }
}
