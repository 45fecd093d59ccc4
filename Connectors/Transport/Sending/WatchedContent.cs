using System.Net;
using Cleverence.Connectivity;

namespace Connectors.Transport;

/// <summary>Tells when the body begins to leave: before that, a failed request had no effect.</summary>
/// <remarks>
/// An empty content counts too: the handler repeats a request without content by itself when a kept connection turns out
/// closed, and a DELETE must not be sent twice by machine.
/// </remarks>
internal sealed class WatchedContent : HttpContent
{
    private readonly HttpContent? inner;
    private readonly TransportCall call;
    private int begun;

    public WatchedContent(HttpContent? inner, TransportCall call)
    {
        this.call = call;
        this.inner = inner;
        if (inner is null) return;
        foreach (var header in inner.Headers.NonValidated) Headers.TryAddWithoutValidation(header.Key, header.Value);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // The last line of defence: whatever makes the handler send again, a change nobody may repeat leaves once.
        if (Interlocked.Exchange(ref begun, 1) == 1 && call.Request.Safety == MethodSafety.Unsafe) throw new InvalidOperationException("The body of a request that must not be repeated was asked for twice.");
        call.MayBeSent = true;
        return inner is null ? Task.CompletedTask : inner.CopyToAsync(stream, context, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = inner is null ? 0 : inner.Headers.ContentLength ?? -1;
        return length >= 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner?.Dispose();
        base.Dispose(disposing);
    }
}
