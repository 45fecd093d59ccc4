using System.Globalization;
using System.Text;

namespace Emulators.Faults;

/// <summary>Reads one request off a connection: head, then a body by its length or in chunks.</summary>
internal static class RequestReader
{
    public static async Task<ProxiedRequest?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var head = await LineBlockAsync(stream, "\r\n\r\n", cancellationToken);
        if (head is null) return null;
        var text = Encoding.Latin1.GetString(head);
        var words = text[..text.IndexOf("\r\n", StringComparison.Ordinal)].Split(' ');
        var request = new ProxiedRequest(words[0], words.Length > 1 ? words[1] : "", text, []);
        if (request.Header("Transfer-Encoding") is not null) return request with { Body = await ChunksAsync(stream, cancellationToken) };
        var length = int.TryParse(request.Header("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        var body = new byte[length];
        await stream.ReadExactlyAsync(body, cancellationToken);
        return request with { Body = body };
    }

    private static async Task<byte[]> ChunksAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        while (true)
        {
            var line = await LineBlockAsync(stream, "\r\n", cancellationToken) ?? throw new EndOfStreamException();
            body.Write(line);
            var size = int.Parse(Encoding.Latin1.GetString(line).Split(';')[0].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var chunk = new byte[size + 2];
            await stream.ReadExactlyAsync(chunk, cancellationToken);
            body.Write(chunk);
            if (size == 0) return body.ToArray();
        }
    }

    private static async Task<byte[]?> LineBlockAsync(Stream stream, string end, CancellationToken cancellationToken)
    {
        using var block = new MemoryStream();
        var one = new byte[1];
        while (await stream.ReadAsync(one, cancellationToken) == 1)
        {
            block.WriteByte(one[0]);
            if (block.Length >= end.Length && Encoding.Latin1.GetString(block.GetBuffer(), (int)block.Length - end.Length, end.Length) == end) return block.ToArray();
        }

        return null;
    }
}
