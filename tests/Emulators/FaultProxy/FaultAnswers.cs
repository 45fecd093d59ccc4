using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Emulators.Faults;

/// <summary>Answers a request wrongly.</summary>
internal sealed class FaultAnswers(Uri? to, TimeSpan after, TimeSpan pace, bool keeps = false)
{
    private const string Page = "<!DOCTYPE html><html><head><title>Runtime Error</title></head><body>The service could not answer.</body></html>";

    /// <summary>Answers; returns true when the connection is to be reset.</summary>
    public async Task<bool> AnswerAsync(Fault fault, ProxiedRequest request, Stream stream, CancellationToken cancellationToken)
    {
        switch (fault)
        {
            case Fault.Silent:
                await Task.Delay(Timeout.Infinite, cancellationToken);
                break;
            case Fault.Reset:
                return true;
            case Fault.Closed:
                break;
            case Fault.Slow:
                await SlowlyAsync(await GoodAsync(request, cancellationToken), stream, cancellationToken);
                break;
            case Fault.Half:
                await stream.WriteAsync(Half(await GoodAsync(request, cancellationToken)), cancellationToken);
                break;
            case Fault.Endless:
                await EndlesslyAsync(stream, cancellationToken);
                break;
            default:
                await stream.WriteAsync(await WholeAsync(fault, request, cancellationToken), cancellationToken);
                break;
        }

        return false;
    }

    private async Task<byte[]> WholeAsync(Fault fault, ProxiedRequest request, CancellationToken cancellationToken) => fault switch
    {
        Fault.Error500 => Answer("500 Internal Server Error", "Content-Type: text/html; charset=utf-8", Page),
        Fault.Unavailable503 => Answer("503 Service Unavailable", "Content-Type: text/html; charset=utf-8", Page),
        Fault.TooMany429 => Answer("429 Too Many Requests", $"Retry-After: {(DateTimeOffset.UtcNow + after).ToString("r", CultureInfo.InvariantCulture)}", ""),
        Fault.Ring => Answer("302 Found", $"Location: {Round(request.Path)}", ""),
        _ => await GoodAsync(request, cancellationToken),
    };

    private async Task<byte[]> GoodAsync(ProxiedRequest request, CancellationToken cancellationToken)
    {
        if (to is null) return Answer("200 OK", "Content-Type: application/json", """{"value":[{"name":"one"},{"name":"two"}]}""", keeps);
        using var client = new TcpClient();
        await client.ConnectAsync(to.Host, to.Port, cancellationToken);
        var stream = client.GetStream();
        var lines = request.Head.TrimEnd('\r', '\n').Split("\r\n").Where(line => !line.StartsWith("Connection:", StringComparison.OrdinalIgnoreCase));
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"{string.Join("\r\n", lines)}\r\nConnection: close\r\n\r\n"), cancellationToken);
        await stream.WriteAsync(request.Body, cancellationToken);
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer, cancellationToken);
        return answer.ToArray();
    }

    private async Task SlowlyAsync(byte[] answer, Stream stream, CancellationToken cancellationToken)
    {
        for (var at = 0; at < answer.Length; at++)
        {
            await stream.WriteAsync(answer.AsMemory(at, 1), cancellationToken);
            await stream.FlushAsync(cancellationToken);
            await Task.Delay(pace, cancellationToken);
        }
    }

    private static async Task EndlesslyAsync(Stream stream, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"), cancellationToken);
        var chunk = Encoding.ASCII.GetBytes($"4000\r\n{new string(' ', 0x4000)}\r\n");
        while (true) await stream.WriteAsync(chunk, cancellationToken);
    }

    // From an address to a neighbour of its own and back again.
    private static string Round(string address)
    {
        var query = address.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? address[at..] : "";
        var path = address[..^query.Length];
        return (path.EndsWith("/ring", StringComparison.Ordinal) ? path[..^5] : $"{path}/ring") + query;
    }

    // All of the headers and half of the body: the answer says how long it is and then is not.
    private static ReadOnlyMemory<byte> Half(byte[] answer)
    {
        var body = answer.AsSpan().IndexOf("\r\n\r\n"u8) + 4;
        return answer.AsMemory(0, body + ((answer.Length - body) / 2));
    }

    private static byte[] Answer(string status, string header, string body, bool keeps = false) =>
        Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\nServer: faultproxy\r\n{header}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: {(keeps ? "keep-alive" : "close")}\r\n\r\n{body}");
}
