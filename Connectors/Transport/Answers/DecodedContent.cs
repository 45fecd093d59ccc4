using System.IO.Compression;
using System.Net;

namespace Connectors.Transport;

/// <summary>The body of an answer without its content coding, RFC 9110 section 8.4.</summary>
/// <remarks>The framework's handler can do it, at the price of one more step of waiting for every call, packed or not.</remarks>
internal sealed class DecodedContent : HttpContent
{
    /// <summary>The codings asked for.</summary>
    public const string Accepted = "gzip, deflate, br";

    private readonly HttpContent packed;
    private readonly Func<Stream, Stream> unpack;

    private DecodedContent(HttpContent packed, Func<Stream, Stream> unpack)
    {
        this.packed = packed;
        this.unpack = unpack;
        foreach (var header in packed.Headers.NonValidated)
        {
            // The length told is that of the packed bytes.
            if (!header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)) Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        var left = Headers.ContentEncoding.SkipLast(1).ToList();
        Headers.ContentEncoding.Clear();
        foreach (var coding in left) Headers.ContentEncoding.Add(coding);
    }

    /// <summary>Has the answer's body read without its last coding; one that is not known stays, as do those before the last.</summary>
    public static void Unpack(HttpResponseMessage answer)
    {
        var headers = answer.Content.Headers;
        if (headers.NonValidated.Contains("Content-Encoding") && headers.ContentEncoding.LastOrDefault() is { } last && UnpackerOf(last) is { } unpack) answer.Content = new DecodedContent(answer.Content, unpack);
    }

    protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) =>
        unpack(await packed.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await using var body = await CreateContentReadStreamAsync(CancellationToken.None).ConfigureAwait(false);
        await body.CopyToAsync(stream).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) packed.Dispose();
        base.Dispose(disposing);
    }

    private static Func<Stream, Stream>? UnpackerOf(string coding) => coding.ToLowerInvariant() switch
    {
        "gzip" or "x-gzip" => static body => new GZipStream(body, CompressionMode.Decompress),
        "br" => static body => new BrotliStream(body, CompressionMode.Decompress),
        "deflate" => static body => new InflatingStream(body),
        _ => null,
    };
}
