using System.Threading.Channels;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace TsdClient;

/// <summary>Listens to the server's events while an operation runs; where they do not come, the follower polls.</summary>
internal sealed class NotificationFeed(ServerClient server, TsdSession session, TimeSpan pause)
{
    private readonly Channel<JObject> events = Channel.CreateUnbounded<JObject>();
    private volatile bool connected;

    /// <summary>Whether events come by themselves just now.</summary>
    public bool Connected => connected;

    public ChannelReader<JObject> Events => events.Reader;

    /// <summary>Listens, and begins again after the last event seen whenever the connection is lost.</summary>
    public async Task ListenAsync(Func<long> after, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                using var request = server.Get(after() is > 0 and var from ? $"/api/v1/notifications/stream?after={from}" : "/api/v1/notifications/stream", session);
                using var answer = await server.OpenAsync(request, cancellationToken).ConfigureAwait(false);
                if (answer.IsSuccessStatusCode)
                {
                    connected = true;
                    await ReadAsync(answer, cancellationToken).ConfigureAwait(false);
                }
                else if (!MayComeLater((int)answer.StatusCode))
                {
                    return;
                }
            }
            catch (Exception lost) when (lost is HttpRequestException or IOException or OperationCanceledException)
            {
                // Polling goes on meanwhile.
            }

            connected = false;
            await Task.Delay(pause, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Too many requests, or a server that stops or is behind a proxy that waits for it: the same address serves again in a moment.
    private static bool MayComeLater(int status) => status is 408 or 429 or >= 500;

    private async Task ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
        const string data = "data: ";
        while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (line.StartsWith(data, StringComparison.Ordinal) && Parse(line[data.Length..]) is { } envelope) events.Writer.TryWrite(envelope);
        }
    }

    private static JObject? Parse(string text)
    {
        try
        {
            return WireJson.Parse(text);
        }
        catch (JsonException)
        {
            // Not for us.
            return null;
        }
    }
}
