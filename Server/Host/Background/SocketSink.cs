using System.Net.WebSockets;
using ServerJobs.Background;

namespace Server.Background;

/// <summary>A WebSocket: each text message is one envelope. That the client is there is what the framework's pings tell.</summary>
internal sealed class SocketSink(WebSocket socket, string? language) : INotificationSink
{
    public ValueTask SendAsync(Notification notification, CancellationToken cancellationToken) =>
        socket.SendAsync(BackgroundJson.EnvelopeOf(notification, language), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

    public ValueTask BeatAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
