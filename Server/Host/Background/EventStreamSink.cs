using System.Globalization;
using System.Text;
using ServerJobs.Background;

namespace Server.Background;

/// <summary>Server-sent events: each has the place to go on from as its id.</summary>
internal sealed class EventStreamSink(HttpResponse response, string? language) : INotificationSink
{
    private static readonly byte[] LineEnds = "\n\n"u8.ToArray();

    public async ValueTask SendAsync(Notification notification, CancellationToken cancellationToken)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"id: {notification.AddedMs}\nevent: {BackgroundJson.NameOf(notification.Kind)}\ndata: ");
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(head), cancellationToken);
        await response.Body.WriteAsync(BackgroundJson.EnvelopeOf(notification, language), cancellationToken);
        await response.Body.WriteAsync(LineEnds, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }

    public ValueTask BeatAsync(CancellationToken cancellationToken) => CommentAsync("alive", cancellationToken);

    /// <summary>Begins the stream, so that the client knows at once that it is connected.</summary>
    public ValueTask OpenAsync(CancellationToken cancellationToken)
    {
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-store";

        // A proxy in between must not gather what is meant for now.
        response.Headers["X-Accel-Buffering"] = "no";
        return CommentAsync("connected", cancellationToken);
    }

    private async ValueTask CommentAsync(string text, CancellationToken cancellationToken)
    {
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes($": {text}\n\n"), cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
