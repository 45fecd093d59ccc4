using System.Net.WebSockets;
using Server.Api;
using ServerJobs.Background;

namespace Server.Background;

/// <summary>Serves one WebSocket: pushes, and listens only for its closing.</summary>
internal sealed class NotificationSocket(NotificationPush push)
{
    private static readonly TimeSpan ClosingWait = TimeSpan.FromSeconds(2);

    public async Task RunAsync(HttpContext context, ApiCaller caller, BackgroundOwner owner, long? after)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var left = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        var listening = ListenAsync(socket, left);
        try
        {
            await push.RunAsync(new SocketSink(socket, caller.Language), owner, BackgroundAccess.IsAdministrator(caller), after, left.Token);
        }
        catch (WebSocketException)
        {
            // A handheld that has lost its Wi-Fi closes nothing.
        }

        await CloseAsync(socket);
        await left.CancelAsync();
        await listening;
    }

    // What a client sends has no meaning here; that it closes has.
    private static async Task ListenAsync(WebSocket socket, CancellationTokenSource left)
    {
        var buffer = new byte[1024];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), left.Token)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // The same as a closing.
        }

        await left.CancelAsync();
    }

    private static async Task CloseAsync(WebSocket socket)
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived)) return;
        using var patience = new CancellationTokenSource(ClosingWait);
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, "The server stops, or you asked to close.", patience.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // Nobody is there to be told.
        }
    }
}
