using RestSharp.Interceptors;

namespace Connectors.Transport;

/// <summary>Wraps the body of one request just before it leaves.</summary>
internal sealed class ContentWatch(bool readsOnly) : Interceptor
{
    private bool watched;
    private volatile bool left;

    /// <summary>Whether the request may have left; a request without a body cannot tell and counts as sent.</summary>
    public bool MayBeSent => !watched || left;

    public override ValueTask BeforeHttpRequest(HttpRequestMessage requestMessage, CancellationToken cancellationToken)
    {
        if (!readsOnly || requestMessage.Content is not null)
        {
            requestMessage.Content = new WatchedContent(requestMessage.Content, () => left = true);
            watched = true;
        }

        return ValueTask.CompletedTask;
    }
}
