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
    private readonly ReadOnlyMemory<byte> bytes;
    private readonly TransportCall call;
    private int begun;

    /// <summary>Watches a content.</summary>
    public WatchedContent(HttpContent? inner, TransportCall call)
    {
        this.call = call;
        this.inner = inner;
        if (inner is null) return;
        foreach (var header in inner.Headers.NonValidated) Headers.TryAddWithoutValidation(header.Key, header.Value);
    }

    /// <summary>A content of bytes, what nearly every body is.</summary>
    public WatchedContent(ReadOnlyMemory<byte> bytes, string type, TransportCall call)
    {
        this.call = call;
        this.bytes = bytes;
        Headers.TryAddWithoutValidation("Content-Type", type);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // The last line of defence: whatever makes the handler send again, a change nobody may repeat leaves once.
        if (Interlocked.Exchange(ref begun, 1) == 1 && call.Request.Safety == MethodSafety.Unsafe) throw new InvalidOperationException("The body of a request that must not be repeated was asked for twice.");
        call.MayBeSent = true;
        return inner is null ? stream.WriteAsync(bytes, cancellationToken).AsTask() : inner.CopyToAsync(stream, context, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = inner is null ? bytes.Length : inner.Headers.ContentLength ?? -1;
        return length >= 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner?.Dispose();
        base.Dispose(disposing);
    }
}
