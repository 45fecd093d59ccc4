using System.IO.Compression;
using System.IO.Pipelines;

namespace Connectors.Transport;

/// <summary>Unpacks the coding <c>deflate</c>: by the standard the zlib format, from some servers the bare stream. Which one it is shows at the first reading.</summary>
internal sealed class InflatingStream(Stream packed) : ReadingStream
{
    // The method in zlib's first byte; packers of the bare stream do not begin with it.
    private const int Method = 0x0F, Zlib = 8;
    private Stream? unpacked;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        unpacked ??= await ChooseAsync(cancellationToken).ConfigureAwait(false);
        return await unpacked.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
    }

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
