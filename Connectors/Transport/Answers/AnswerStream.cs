namespace Connectors.Transport;

/// <summary>The body of a streamed answer: bounded in its bytes and in its silences, and failing in the words of the transport.</summary>
internal sealed class AnswerStream(Stream inner, TransportCall call, long limit, TimeSpan idle, Func<Exception, Exception> sort) : ReadingStream
{
    private long taken;

    public override long Position { get => taken; set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var reader = cancellationToken.UnsafeRegister(static state => ((TransportCall)state!).End(), call);
        try
        {
            call.Allow(idle);
            var read = await inner.ReadAsync(buffer, call.Token).ConfigureAwait(false);
            call.Allow(Timeout.InfiniteTimeSpan);
            taken += read;
            return taken <= limit ? read : throw new AnswerTooLargeException(limit);
        }
        catch (Exception failure)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw sort(failure);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
