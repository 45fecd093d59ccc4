namespace Connectors.Transport;

/// <summary>The body of a streamed answer: bounded in its bytes and in its silences, and failing in the words of the transport.</summary>
internal sealed class AnswerStream(Stream inner, TransportCall call, long limit, TimeSpan idle, Func<Exception, Exception> sort) : Stream
{
    private long taken;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

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

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // XmlReader and JsonTextReader read this way too; their threads belong to the connector.
    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
