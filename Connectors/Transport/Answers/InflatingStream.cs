using System.IO.Compression;
using System.IO.Pipelines;

namespace Connectors.Transport;

/// <summary>Unpacks the coding <c>deflate</c>: by the standard the zlib format, from some servers the bare stream. Which one it is shows at the first reading.</summary>
internal sealed class InflatingStream(Stream packed) : Stream
{
    // The method in zlib's first byte; packers of the bare stream do not begin with it.
    private const int Method = 0x0F, Zlib = 8;
    private Stream? unpacked;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        unpacked ??= await ChooseAsync(cancellationToken).ConfigureAwait(false);
        return await unpacked.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) (unpacked ?? packed).Dispose();
        base.Dispose(disposing);
    }

    private async ValueTask<Stream> ChooseAsync(CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(packed);
        var read = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        var isZlib = !read.Buffer.IsEmpty && (read.Buffer.FirstSpan[0] & Method) == Zlib;
        reader.AdvanceTo(read.Buffer.Start);
        return isZlib ? new ZLibStream(reader.AsStream(), CompressionMode.Decompress) : new DeflateStream(reader.AsStream(), CompressionMode.Decompress);
    }
}
