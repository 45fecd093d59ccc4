using System.Net;

namespace Connectors.Transport;

/// <summary>Tells when the body begins to leave: before that, a failed request had no effect.</summary>
/// <remarks>
/// An empty content counts too: the handler repeats a request without content by itself when a kept connection turns out
/// closed, and a DELETE must not be sent twice by machine.
/// </remarks>
internal sealed class WatchedContent : HttpContent
{
    private readonly HttpContent inner;
    private readonly Action leaves;

    public WatchedContent(HttpContent? inner, Action leaves)
    {
        this.leaves = leaves;
        this.inner = inner ?? new ByteArrayContent([]);
        foreach (var header in this.inner.Headers) Headers.TryAddWithoutValidation(header.Key, header.Value);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        leaves();
        return inner.CopyToAsync(stream, context, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = inner.Headers.ContentLength ?? -1;
        return length >= 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
